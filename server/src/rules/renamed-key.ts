import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { fieldName } from '../kirby/content/parse.ts';
import { fieldKey } from '../kirby/content/slug.ts';
import { isBogus } from './odd-chunk.ts';
import { hidesInvisible, writtenKey } from './field-key.ts';
import type { Fix, Problem, Rule, RuleContext } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A key that the next save in the Panel makes another field of: `Kirby\Data\Txt::encode()` writes
 * keys as slugs, so that `Größe` becomes `Grosse` and is read as `grosse`, and a key in letters that
 * Kirby has no Latin spelling of becomes none at all.
 */
export const renamedKey: Rule = {
  code: 'renamed-key',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const { document, file, site } = context;
    // Beside the content other texts stand in a site, which Kirby does not write.
    if (site !== undefined && (file === undefined || file.isChanges)) return;
    for (const field of document.fields) {
      if (keepsName.test(field.name) || isBogus(document, field)) continue;
      const key = fieldKey(field.name);
      if (fieldName(key) === field.name) continue;
      const written = writtenKey(document, field);
      if (!hidesInvisible(written)) yield problem(context, field, written, key);
    }
  },
};

/** Names that are read again as they were. */
const keepsName = /^[a-z0-9]{1,60}(?:_[a-z0-9]{1,20}){0,3}$/;

function problem(
  { document, site }: RuleContext,
  field: Field,
  written: string,
  key: string,
): Problem {
  const span = field.nameSpan;
  if (key === '') {
    const advice = say`use Latin letters and digits.`;
    // The rules of a language may spell what the general ones do not.
    return site?.options.languages.length === 0
      ? {
          severity: 'error',
          message: say`Kirby has no spelling in Latin letters for this key. The next save in the Panel writes the field without a key, and it is lost; ${advice}`,
          span,
        }
      : {
          message: say`Unless the language of the site has a spelling in Latin letters for this key, the next save in the Panel writes the field without one, and it is lost; ${advice}`,
          span,
        };
  }
  const isExact = /^[\x00-\x7F]*$/u.test(field.name);
  const becomes = isExact ? `"${key}"` : say`letters from a to z, like "${key}"`;
  return {
    message: say`The next save in the Panel writes the key "${written}" as ${becomes}, which is another field: what asks for this one finds nothing any more. Rename it here, in the blueprint and in the templates.`,
    span,
    fixes: () => fixes(document, field, key),
  };
}

function fixes(document: ContentDocument, field: Field, key: string): readonly Fix[] {
  const name = fieldName(key);
  if (name === '0') return [];
  // Written alike, two fields would become one.
  if (
    document.fields.some((other) => other !== field && fieldName(fieldKey(other.name)) === name)
  ) {
    return [];
  }
  return [
    { title: say`Rename to "${key}"`, edits: [{ span: field.nameSpan, text: key }], safe: false },
  ];
}
