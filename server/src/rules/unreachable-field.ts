import type { Field } from '../kirby/content/document.ts';
import { fieldName } from '../kirby/content/parse.ts';
import { fieldKey, isLasting } from '../kirby/content/slug.ts';
import { storesValue } from '../kirby/field-types/index.ts';
import { formContext } from './form-rule.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A field whose name in the blueprint does not survive in a file. `Txt::decode()` makes `_` of a
 * hyphen, and the form looks for the hyphen; `Txt::encode()` writes `Grosse` for `größe`.
 */
export const unreachableField: Rule = {
  code: 'unreachable-field',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const form = formContext(context)?.forms.find(({ kind }) => kind === 'file');
    if (form === undefined) return;
    const odd = [...form.fields].filter(
      ([, { name, type, problem }]) =>
        !isLasting(name) && problem === undefined && storesValue(type),
    );
    if (odd.length === 0) return;
    const fields = new Map(context.document.fields.map((field) => [field.name, field]));
    for (const [key, { name }] of odd) {
      const field = fields.get(key);
      if (field !== undefined) yield problemOf(field, name, key !== name);
      const written = fieldName(fieldKey(name));
      const orphan = form.fields.has(written) ? undefined : fields.get(written);
      if (orphan !== undefined && orphan !== field) yield problemOf(orphan, name, true);
    }
  },
};

function problemOf(
  { nameSpan }: Field,
  name: string,
  isHidden: boolean,
): { readonly message: string; readonly span: Field['nameSpan'] } {
  const effect = isHidden
    ? say`The Panel always shows the field empty.`
    : say`The next save in the Panel moves the value to another name, and the field is empty from then on.`;
  return {
    message: say`The blueprint calls this field "${name}", a name that Kirby cannot keep in a file. ${effect} Have it renamed in the blueprint, with the letters a to z, digits and single underscores alone.`,
    span: nameSpan,
  };
}
