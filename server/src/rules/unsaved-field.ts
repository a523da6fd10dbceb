import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { isErrorBox } from '../kirby/blueprint/fields.ts';
import { isPhpEmpty } from '../kirby/blocks/php.ts';
import { fieldTypes, storesValue } from '../kirby/field-types/index.ts';
import { nearType } from '../kirby/field-types/near-type.ts';
import type { Form } from '../kirby/values/field-value.ts';
import { memo } from '../kirby/text/memo.ts';
import { formContext, type FormContext } from './form-rule.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A value under the name of a field that stores none: a headline, or a field in whose place Kirby
 * shows an error box. `Kirby\Form\Fields::toStoredValues()` leaves it out.
 */
export const unsavedField: Rule = {
  code: 'unsaved-field',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const known = formContext(context);
    if (known === undefined) return;
    for (const form of known.forms) {
      if (!hasUnsaved(form.fields)) continue;
      for (const { definition, value, holder, path } of form.values.values()) {
        if (isPhpEmpty(value)) continue;
        const reason = reasonOf(definition, known);
        const span =
          reason === undefined ? undefined : (holder.keySpanAt(path) ?? holder.spanAt(path));
        if (reason === undefined || span === undefined) continue;
        yield {
          message: say`${reason} The next save in the Panel deletes what stands here; keep it under another name, or have the blueprint changed.`,
          span,
        };
      }
    }
  },
};

/** The values of most forms need not be looked at. */
const hasUnsaved = memo((fields: Form['fields']) =>
  [...fields.values()].some(({ type, problem }) => problem !== undefined || !storesValue(type)),
);

function reasonOf(
  { type, problem, props }: FieldDefinition,
  { site }: FormContext,
): string | undefined {
  switch (problem?.kind) {
    case undefined:
      // A plugin may bring the mixin or the type that is not there.
      return storesValue(type) || isErrorBox(props)
        ? undefined
        : say`In the blueprint this field is of the type "${type}", which has no value of its own.`;
    case 'unknown-type': {
      const near = nearType(problem.type, fieldTypes.keys());
      return near === undefined || site.options.hasPlugins
        ? undefined
        : say`In the blueprint this field is of the type "${problem.type}", which Kirby does not know ("${near}" may be meant).`;
    }
    case 'duplicate-name':
      return say`The blueprint has two fields of this name, and Kirby takes neither of them.`;
    case 'group-without-fields':
      return say`In the blueprint this is a group without fields, which Kirby cannot show.`;
  }
}
