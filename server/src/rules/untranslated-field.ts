import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { isPhpEmpty } from '../kirby/blocks/php.ts';
import type { Form } from '../kirby/values/field-value.ts';
import { isUntranslated } from '../site/translations.ts';
import { formContext } from './form-rule.ts';
import type { Problem, Rule, RuleContext } from './rule.ts';
import { keyOf, removal, translationOf } from './translation.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A field of a translation that is `translate: false` in the blueprint. Kirby reads it all the same,
 * but takes it away when the Panel saves (`Kirby\Content\Version::prepareFieldsBeforeWrite()`).
 */
export const untranslatedField: Rule = {
  code: 'untranslated-field',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const { document } = context;
    const { site, file } = translationOf(context) ?? {};
    const blueprint = site === undefined ? undefined : file && site.blueprints.of(file.model);
    if (blueprint === undefined) return;
    for (const field of document.fields) {
      if (!isUntranslated(blueprint.fields.get(field.name))) continue;
      yield {
        message: say`"${keyOf(document, field)}" is the same in all languages: its blueprint says translate: false. Kirby shows this value in place of the default language's, and the next save in the Panel deletes it. Write it in the default language, and remove it here.`,
        span: field.nameSpan,
        fixes: () => removal(document, field, { title: say`Remove the field`, safe: false }),
      };
    }
    yield* innerProblems(context);
  },
};

/**
 * The same in rows of structures and in objects, which Kirby takes as a whole from one language: what it
 * takes away there is gone. Said once of each field, as it is the blueprint that has to change.
 */
function* innerProblems(context: RuleContext): Iterable<Problem> {
  const seen = new Set<FieldDefinition>();
  for (const form of formContext(context)?.forms ?? []) {
    if (form.kind === 'file' || !isOfRows(form)) continue;
    for (const { definition, value, holder, path } of form.values.values()) {
      if (!isUntranslated(definition) || seen.has(definition) || isPhpEmpty(value)) continue;
      const span = holder.keySpanAt(path);
      if (span === undefined) continue;
      seen.add(definition);
      yield {
        message: say`"${String(path.at(-1))}" cannot be translated: its blueprint says translate: false. The next save of this translation in the Panel deletes it from all rows, and no value of the default language takes its place. Allow to translate it in the blueprint.`,
        span,
      };
    }
  }
}

/** Whether a form is a row or an object, and all around it is. */
function isOfRows({ kind, parent }: Form): boolean {
  if (kind === 'file') return true;
  if (parent === undefined || (kind !== 'row' && kind !== 'object')) return false;
  return !isUntranslated(parent.definition) && isOfRows(parent.form);
}
