import { htmlTexts } from '../kirby/html/readable.ts';
import type { JsonPath } from '../kirby/json/value.ts';
import { memo } from '../kirby/text/memo.ts';
import { plainText } from '../kirby/text/mapped-text.ts';
import type { FieldValue, Form } from '../kirby/values/field-value.ts';
import { storages } from '../kirby/field-types/storage.ts';
import { wayOf } from './block-text/text-place.ts';

/**
 * How many words a reader finds in a part of a document: in its texts, however deep they stand, without
 * markup, and not in dates, choices or addresses.
 *
 * @param way from the name of the field on: `['layout', 0, 'columns', 1, 'blocks', 2]`
 */
export function wordsIn(forms: readonly Form[], way: JsonPath): number {
  let words = 0;
  for (const form of forms) {
    for (const value of form.values.values()) {
      const at = wayOf(value);
      if (way.every((step, index) => at[index] === step)) words += wordsOf(value);
    }
  }
  return words;
}

const wordsOf = memo(({ definition: { type }, value }: FieldValue): number => {
  const storage = storages.get(type);
  const isProse = storage === 'html' || storage === 'kirbytext' || type === 'text';
  return isProse && typeof value === 'string' ? countWords(value) : 0;
});

/** The words of a text that may hold HTML and KirbyTags: `<p>It’s a <b>wo</b>rd</p>` has three. */
export function countWords(text: string): number {
  const [readable] = htmlTexts(plainText(text.replace(kirbyTag, ' '), 0));
  return readable?.text.match(word)?.length ?? 0;
}

const kirbyTag = /\([a-z][\w-]*:[^()]*\)/giu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;
