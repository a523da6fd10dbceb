import type { JsonObject } from '../kirby/json/value.ts';
import { allShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Fix, Rule } from './rule.ts';
import { type Part, placed, type Shape } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A block that Kirby takes for one of its old editor's, because it has a key `attrs` or its content
 * is a text: `Kirby\Cms\BlockConverter::editorBlock()` moves what it holds to a field `body` that
 * no snippet prints.
 */
export const outdatedBlock: Rule = {
  code: 'outdated-block',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const shape of allShapes(context)) {
      const marked = shape.blocks.flatMap((part) => {
        const key = markOf(part.value);
        return key === undefined ? [] : [{ part, key }];
      });
      for (const { item, span } of placed(shape, marked, ({ part, key }) => [...part.path, key])) {
        yield {
          message:
            item.key === 'attrs'
              ? say`A block has no "attrs"; Kirby takes this one for a block of its old editor and hides its content. Remove the key.`
              : say`The content of a block is an object of fields; Kirby takes this text for a block of its old editor and hides it. Put it in a field such as "text".`,
          span,
          fixes: () => fixes(shape, item.part, item.key),
        };
      }
    }
  },
};

/** Types of the old editor, whose blocks Kirby converts without loss. */
const convertible = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'paragraph',
  'ul',
  'ol',
  'blockquote',
  'code',
  'hr',
  'image',
  'kirbytext',
  'video',
]);

/** The key that makes a block an old one, where that loses something. */
function markOf(block: JsonObject): 'attrs' | 'content' | undefined {
  const { type, attrs, content } = block;
  const isOld = typeof content === 'string';
  if (isOld && typeof type === 'string' && convertible.has(type)) return undefined;
  if (isOld) return 'content';
  return attrs !== undefined && attrs !== null ? 'attrs' : undefined;
}

function fixes(shape: Shape, { path, value }: Part, key: 'attrs' | 'content'): readonly Fix[] {
  if (key === 'attrs') {
    const isEmpty = JSON.stringify(value['attrs']).length <= 2;
    return jsonFix(
      shape,
      say`Remove "attrs"`,
      { kind: 'remove', path: [...path, 'attrs'] },
      { safe: isEmpty },
    );
  }
  return jsonFix(
    shape,
    say`Put the text in the field "text"`,
    { kind: 'set', path: [...path, 'content'], value: { text: value['content'] ?? '' } },
    { safe: false },
  );
}
