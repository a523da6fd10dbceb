import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { isArray, isObject, type JsonObject } from '../kirby/json/value.ts';
import { definedShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Rule } from './rule.ts';
import { opening, placed } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A block without a type, or with one that is no text. `Kirby\Cms\Block::__construct()` throws, and
 * with it the whole field.
 */
export const missingBlockType: Rule = {
  code: 'missing-block-type',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const { shape, definition } of definedShapes(context)) {
      const untyped = shape.blocks.filter(({ value }) => !hasType(value));
      for (const { item, span } of placed(shape, untyped, ({ path }) => path)) {
        yield {
          message: say`This block has no type. Kirby cannot build the page and shows an error instead; give the block a "type", such as "text".`,
          span: opening(span),
          fixes: () => {
            const type = likelyType(item.value, definition);
            const path = [...item.path, 'type'];
            const title = say`Make it a ${type} block`;
            return jsonFix(shape, title, { kind: 'set', path, value: type }, { safe: false });
          },
        };
      }
    }
  },
};

/** The builder plugin's `_key` is a type as well; Kirby converts such blocks. */
function hasType(block: JsonObject): boolean {
  const type = block['type'] ?? block['_key'] ?? null;
  return type !== null && !isArray(type) && !isObject(type);
}

/** A list where the text is one, else a block of text, or what the field offers first where it has none. */
function likelyType(block: JsonObject, definition: FieldDefinition | undefined): string {
  const offered = [...(definition?.fieldsets?.keys() ?? ['text'])];
  const content = block['content'];
  const text = isObject(content) ? content['text'] : undefined;
  const isList = typeof text === 'string' && /^\s*<[uo]l[\s>]/i.test(text);
  if (isList && offered.includes('list')) return 'list';
  return offered.includes('text') ? 'text' : (offered[0] ?? 'text');
}
