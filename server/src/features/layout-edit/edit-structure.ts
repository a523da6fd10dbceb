import { parseContent } from '../../kirby/content/parse.ts';
import { equalValues } from '../../kirby/json/equal.ts';
import { applied, type TextEdit } from '../../kirby/json/text-edit.ts';
import { parseJson } from '../../kirby/json/value.ts';
import { Draft, type Followed, Refusal } from './draft.ts';
import { structureFields } from './fields.ts';
import type { EditContext, Operation, Place } from './operation.ts';
import { perform } from './perform.ts';
import { say } from '../../kirby/text/say.ts';

export type StructureEdit =
  | {
      readonly ok: true;
      /** In the document, in rising order and apart from each other; none where all is so already. */
      readonly edits: readonly TextEdit[];
      /** What is new or has moved, as it stands afterwards. */
      readonly selected: readonly Place[];
      /** What an author should know: types that were left out, say. */
      readonly note: string | undefined;
    }
  /** Nothing is changed, and why, in a sentence. */
  | { readonly ok: false; readonly reason: string };

/**
 * What an operation on rows and blocks does to a document: the smallest edits in the style of each
 * field. What they make is read again; when it is not what the operation is to give, or another field
 * has changed, they are refused.
 */
export function editStructure(context: EditContext, operation: Operation): StructureEdit {
  const draft = new Draft(context.document);
  try {
    const { selected, note } = perform({
      draft,
      fields: structureFields(context),
      newId: context.newId,
      operation,
    });
    const edits = draft.edits();
    if (!isMeant(context, draft, edits))
      return { ok: false, reason: say`The edit would change more than was meant.` };
    return { ok: true, edits, selected: selected.flatMap(({ at }: Followed) => at ?? []), note };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}

/** Whether the fields hold what they are to hold, and all others what they held. */
function isMeant({ document }: EditContext, draft: Draft, edits: readonly TextEdit[]): boolean {
  const text = applied(document.text, edits);
  if (text === undefined) return false;
  const after = parseContent(text);
  const results = draft.results();
  return (
    after.fields.length === document.fields.length &&
    after.fields.every((field, index) => {
      const before = document.fields[index];
      const wanted = results.get(index);
      if (field.name !== before?.name) return false;
      if (wanted === undefined || field.value.text === before.value.text)
        return field.value.text === before.value.text;
      const value = parseJson(field.value.text);
      return value !== undefined && equalValues(value, wanted);
    })
  );
}
