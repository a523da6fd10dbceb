import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { isArray, isObject, type JsonObject } from '../kirby/json/value.ts';
import type { Site } from '../site/site.ts';
import { definedShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Rule } from './rule.ts';
import { placed } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A block type that no snippet, plugin or blueprint of the site knows. `Kirby\Cms\Block::toHtml()`
 * finds no snippet and prints nothing. Said only where the whole site is known and no plugin could
 * have brought the type along.
 */
export const unknownBlock: Rule = {
  code: 'unknown-block',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const { site } = context;
    if (site?.state !== 'ready' || site.options.hasPlugins) return;
    for (const { shape, definition } of definedShapes(context)) {
      const known = knownTypes(site, definition);
      const unknown = shape.blocks.flatMap(({ value, path }) => {
        const type = typeOf(value);
        return type === undefined || known.has(type) ? [] : [{ type, path }];
      });
      for (const { item, span } of placed(shape, unknown, ({ path }) => [...path, 'type'])) {
        const { type } = item;
        const match = [...known].find((name) => name.toLowerCase() === type.trim().toLowerCase());
        yield {
          message: say`Nothing on this site knows a block type "${type}". Kirby prints nothing for this block; check the spelling, or add a blueprint or snippet for it.`,
          span,
          fixes: () =>
            match === undefined
              ? []
              : jsonFix(
                  shape,
                  say`Change the type to "${match}"`,
                  { kind: 'set', path: [...item.path, 'type'], value: match },
                  { safe: true },
                ),
        };
      }
    }
  },
};

/** Kirby's own types that have a snippet. */
export const coreBlockTypes: readonly string[] = [
  'code',
  'gallery',
  'heading',
  'image',
  'line',
  'list',
  'markdown',
  'quote',
  'table',
  'text',
  'video',
];

function knownTypes(
  { options }: Site,
  definition: FieldDefinition | undefined,
): ReadonlySet<string> {
  return new Set([...coreBlockTypes, ...options.blockTypes, ...typesOf(definition)]);
}

function typesOf(definition: FieldDefinition | undefined): readonly string[] {
  return [...(definition?.fieldsets?.keys() ?? [])];
}

/** Blocks of the old editor and the builder have types of their own, which Kirby converts. */
function typeOf({ type, content }: JsonObject): string | undefined {
  const isCurrent = content === undefined || isObject(content) || isArray(content);
  return typeof type === 'string' && isCurrent ? type : undefined;
}
