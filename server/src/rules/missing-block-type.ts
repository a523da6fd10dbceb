import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { isArray, isObject, type JsonObject } from '../kirby/json/value.ts';
import { blockParts } from './block-parts.ts';
import { formContext } from './form-rule.ts';
import { jsonFix } from './json-fix.ts';
import { jsonFields } from '../site/json-fields.ts';
import type { Problem, Rule, RuleContext } from './rule.ts';
import { opening, placed, type Shape, shapes } from './shape.ts';
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
    yield* innerProblems(context);
    for (const shape of shapes(context)) {
      const untyped = shape.blocks.filter(({ value }) => !hasType(value));
      for (const { item, span } of placed(shape, untyped, ({ path }) => path)) {
        yield {
          message: message(),
          span: opening(span),
          fixes: () => {
            const type = likelyType(context, shape);
            const path = [...item.path, 'type'];
            const title = say`Make it a ${type} block`;
            return jsonFix(shape, title, { kind: 'set', path, value: type }, { safe: false });
          },
        };
      }
    }
  },
};

function message(): string {
  return say`This block has no type. Kirby cannot build the page and shows an error instead; give the block a "type", such as "text".`;
}

/** The builder plugin's `_key` is a type as well; Kirby converts such blocks. */
function hasType(block: JsonObject): boolean {
  const type = block['type'] ?? block['_key'] ?? null;
  return type !== null && !isArray(type) && !isObject(type);
}

/** Of fields inside of other values. */
function* innerProblems(context: RuleContext): Iterable<Problem> {
  const known = formContext(context);
  if (known === undefined) return;
  for (const { value, holder, blocks } of blockParts(known)) {
    if (value.holder.field !== undefined) continue;
    for (const block of blocks.filter((one) => !hasType(one.value))) {
      const span = holder.spanAt(block.path);
      if (span === undefined) continue;
      yield {
        message: message(),
        span: opening(span),
        fixes: () => {
          const type = likely(value.definition);
          const path = [...block.path, 'type'];
          const edits = holder.change({ kind: 'set', path, value: type });
          const title = say`Make it a ${type} block`;
          return edits === undefined ? [] : [{ title, edits, safe: false }];
        },
      };
    }
  }
}

/** A block of text, or what the field offers first where it has none. */
function likelyType({ document, site, file }: RuleContext, { field }: Shape): string {
  const known = jsonFields(document, site, file).find((candidate) => candidate.field === field);
  return likely(known?.definition);
}

function likely(definition: FieldDefinition | undefined): string {
  const offered = [...(definition?.fieldsets?.keys() ?? ['text'])];
  return offered.includes('text') ? 'text' : (offered[0] ?? 'text');
}
