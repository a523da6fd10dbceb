import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { isArray } from '../../kirby/json/value.ts';
import type { TextEdit } from '../../kirby/json/text-edit.ts';
import { valueAtOffset } from '../../kirby/values/at.ts';
import type { FieldValue, Form } from '../../kirby/values/field-value.ts';
import { isActive } from '../../kirby/values/active.ts';
import { contentsOf } from '../../kirby/values/contents.ts';
import { fieldEnvironment, forms } from '../../site/forms.ts';
import { fieldAround } from '../completion/field-around.ts';
import type { SiteDocument } from './insertion.ts';

/** Whether one item is all that a files field takes. */
export function isSingle({ props }: FieldDefinition): boolean {
  return props['multiple'] === false || props['max'] === 1;
}

/** A files field of the file or of whatever is in it. */
export interface FilesField {
  readonly definition: FieldDefinition;
  /** `undefined`: the block has the field, and no value of it. */
  readonly value: FieldValue | undefined;
  /** Gives a field without a value its first one. */
  readonly add: (references: readonly string[]) => readonly TextEdit[] | undefined;
}

/** The files field at an offset: its list, or the frame of a block that has such a field. */
export function filesFieldAt(context: SiteDocument, offset: number): FilesField | undefined {
  const { document, site, file } = context;
  const all = forms(document, site, file);
  const found = valueAtOffset(all, offset, site.options.yamlHandler);
  if (found === undefined) return behindValue(context, all, offset);
  const { value, isOnKey } = found;
  if (value.definition.type === 'files') {
    return isOnKey && value.holder.field !== undefined ? undefined : ofValue(value);
  }
  const block = blockAt(context, all, value, offset);
  return block && inBlock(context, block);
}

function ofValue(value: FieldValue): FilesField {
  return { definition: value.definition, value, add: () => undefined };
}

/** The blanks up to the divider, where the next item may be meant to stand. */
function behindValue(
  { document }: SiteDocument,
  [own]: readonly Form[],
  offset: number,
): FilesField | undefined {
  const field = fieldAround(document, offset);
  if (field === undefined || own === undefined) return undefined;
  for (const value of own.values.values()) {
    if (value.holder.field === field && value.definition.type === 'files') return ofValue(value);
  }
  return undefined;
}

/** What has values of its own that a dropped file could be taken for a part of. */
const choices: ReadonlySet<string> = new Set(['radio', 'select', 'toggle', 'toggles', 'files']);

/** The block whose keys, type, settings or choices an offset stands at. */
function blockAt(
  { site }: SiteDocument,
  all: readonly Form[],
  value: FieldValue,
  offset: number,
): Form | undefined {
  if (value.form.kind === 'block' && choices.has(value.definition.type)) return value.form;
  const path = contentsOf(value, site.options.yamlHandler)?.pathAt(offset);
  if (path === undefined) return undefined;
  return all.find(({ kind, parent, place }) => {
    if (kind !== 'block' || parent !== value || place === undefined) return false;
    const way = place.path.slice(0, -1);
    return way.length <= path.length && way.every((step, index) => step === path[index]);
  });
}

/**
 * The first files field of a block that is shown: of a video the video, not its poster. One that has
 * all that it takes is replaced only where it stands.
 */
function inBlock({ site, file }: SiteDocument, form: Form): FilesField | undefined {
  const environment = fieldEnvironment(site, file);
  for (const [key, definition] of form.fields) {
    if (definition.type !== 'files') continue;
    if (isActive(definition, form, environment) === false) continue;
    const value = form.values.get(key);
    const isFull = isSingle(definition) && isArray(value?.value) && value.value.length > 0;
    if (isFull) return undefined;
    return {
      definition,
      value,
      add: (references) =>
        form.place?.holder.change({
          kind: 'set',
          path: [...form.place.path, key],
          value: references,
        }),
    };
  }
  return undefined;
}
