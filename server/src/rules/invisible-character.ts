import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { fieldName } from '../kirby/content/parse.ts';
import { fieldKey } from '../kirby/content/slug.ts';
import { isBogus } from './odd-chunk.ts';
import { hidesInvisible, visible, writtenKey } from './field-key.ts';
import type { Fix, Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A key with a character that nobody sees: a byte order mark where two files were joined, a no-break
 * space before the colon as in French. `Kirby\Data\Txt::decode()` trims and replaces ASCII blanks
 * only, so that the field has another name.
 */
export const invisibleCharacter: Rule = {
  code: 'invisible-character',
  severity: 'error',
  reads: 'document',
  *check({ document }) {
    for (const field of document.fields) {
      const written = writtenKey(document, field);
      const seen = visible(written);
      if (!hidesInvisible(written) || isBogus(document, field)) continue;
      yield {
        message: say`An invisible character (${codesIn(written)}) stands in this key, so that Kirby does not find the field "${seen}"; remove it.`,
        span: field.nameSpan,
        fixes: () => fixes(document, field, seen),
      };
    }
  },
};

function codesIn(written: string): string {
  const found = Array.from(written).filter((character) => {
    const plain = visible(`a${character}a`);
    return plain !== `a${character}a`;
  });
  return [...new Set(found)]
    .map((character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ');
}

function fixes(document: ContentDocument, field: Field, seen: string): readonly Fix[] {
  const name = fieldName(seen);
  const isKept = fieldName(fieldKey(name)) === name;
  if (!isKept || name === '0' || document.fields.some((other) => other.name === name)) return [];
  return [
    {
      title: say`Remove the invisible character from "${seen}"`,
      edits: [{ span: field.nameSpan, text: seen }],
      safe: true,
    },
  ];
}
