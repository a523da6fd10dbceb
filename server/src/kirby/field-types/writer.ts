import { textCount } from '../validate/text-of-html.ts';
import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';
import { numberProp, scalarText } from './scalar.ts';
import { checkCount, describeText } from './text-checks.ts';
import { say } from '../text/say.ts';

/** HTML of a small vocabulary (`kirby/config/fields/writer.php`). */
export const writer: FieldType = {
  type: 'writer',
  read(value) {
    const html = readText(value);
    if (typeof html !== 'string') return html;
    // What Kirby removes from HTML, and what becomes of the rest, only Kirby can tell.
    return textCount(html) === undefined ? undefined : html.replaceAll('\u00a0', '&nbsp;');
  },
  *check(value) {
    const { minlength, maxlength } = value.definition.props;
    // A limit of 0 is none here.
    if (!isLimit(minlength) && !isLimit(maxlength)) return;
    const html = scalarText(value);
    const count = html === '' ? undefined : textCount(html);
    if (count !== undefined) yield* checkCount(value, count);
  },
  describe: (definition) => [
    definition.props['inline'] === true
      ? say`Text as HTML, without paragraphs or other blocks.`
      : say`Text as HTML: \`<p>…</p>\` and the like.`,
    ...describeText(definition),
  ],
};

function isLimit(prop: Parameters<typeof numberProp>[0]): boolean {
  return (numberProp(prop) ?? 0) > 0;
}
