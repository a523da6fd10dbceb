import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { ContentDocument } from '../../kirby/content/document.ts';
import { smallest } from '../../kirby/content/edit.ts';
import { parseContent } from '../../kirby/content/parse.ts';
import { applied, replace, type TextEdit } from '../../kirby/json/text-edit.ts';
import { isArray, type JsonValue } from '../../kirby/json/value.ts';
import type { Span } from '../../kirby/text/span.ts';
import { contentsOf } from '../../kirby/values/contents.ts';
import { type FieldValue, replaced } from '../../kirby/values/field-value.ts';
import type { Holder } from '../../kirby/values/holder.ts';
import { writeYaml } from '../../kirby/yaml/write.ts';
import { wantedBy } from '../completion/reference-slot.ts';
import type { FileSlot, MentionedFile, SiteDocument } from './insertion.ts';
import { type FilesField, filesFieldAt, isSingle } from './files-field.ts';
import { type ReferenceForm, referenceTo } from './reference.ts';

/**
 * The list of a files field: `- file://…` in YAML, a string among others in JSON. Where one file is
 * all that the field takes, it takes the place of the one before.
 */
export function listSlot(context: SiteDocument, span: Span): FileSlot | undefined {
  const { start: offset, end } = span;
  const found = offset === end ? filesFieldAt(context, offset) : undefined;
  if (found === undefined) return undefined;
  const { definition } = found;
  return {
    definition,
    takes: (types) => takes(definition, types),
    insert: (files) => insertAll(context, found, files, offset),
  };
}

/** Whether a field takes files of these types, by the number of them and by its query. */
export function takes(
  definition: FieldDefinition,
  types: Parameters<FileSlot['takes']>[0],
): boolean {
  const wanted = wantedBy(definition)?.fileType;
  return (
    (types.length === 1 || !isSingle(definition)) &&
    types.every((type) => wanted === undefined || type === wanted)
  );
}

/** One after the other, each in the document that the one before has made. */
function insertAll(
  context: SiteDocument,
  found: FilesField,
  files: readonly MentionedFile[],
  offset: number,
): readonly TextEdit[] | undefined {
  const form = formIn(found, context);
  const first = indexAt(found, context, offset);
  const before = context.document.text;
  let here: FilesField | undefined = found;
  let text = before;
  let { document } = context;
  for (const [index, file] of files.entries()) {
    const edits: readonly TextEdit[] | undefined =
      here && edit(here, { ...context, document }, referenceTo(file, form), first + index);
    const after = edits && applied(text, edits);
    if (after === undefined) return undefined;
    if (files.length === 1) return edits;
    text = after;
    document = parseContent(text);
    here = filesFieldAt({ ...context, document }, offset);
  }
  return [smallest(before, text, 0)];
}

function edit(
  found: FilesField,
  { site, document }: SiteDocument,
  reference: string,
  index: number,
): readonly TextEdit[] | undefined {
  const { value, definition } = found;
  if (value === undefined) return found.add([reference]);
  const { yamlHandler } = site.options;
  const contents = contentsOf(value, yamlHandler);
  const items = itemsOf(contents);
  if (contents !== undefined && items !== undefined && isArray(contents.value)) {
    const edits =
      isSingle(definition) && items.length > 0
        ? contents.change({ kind: 'set', path: [0], value: reference })
        : contents.change({ kind: 'insert', path: [], index, value: reference });
    if (edits !== undefined) return inField(value, edits, document);
    // An item without a dash is a list to Kirby, and nothing that could be added to.
    if (value.holder.field === undefined || !isLine(value)) return undefined;
  }
  const all = isSingle(definition) ? [reference] : [...(items ?? []), reference];
  // The text of a file is YAML; a list in JSON is one.
  return replaced(value, value.holder.field === undefined ? all : writeYaml(all, yamlHandler));
}

/** The same for a field of the file, which takes its line breaks and may have to go below its key. */
function inField(
  value: FieldValue,
  edits: readonly TextEdit[],
  { text }: ContentDocument,
): readonly TextEdit[] | undefined {
  const { field } = value.holder;
  if (field === undefined || edits.length === 0) return edits;
  const { start, end } = field.valueSpan;
  const within = edits.map((edit) =>
    replace(edit.span.start - start, edit.span.end - start, edit.text),
  );
  const after = applied(text.slice(start, end), within);
  return after === undefined ? undefined : replaced(value, after);
}

function isLine({ value }: FieldValue): boolean {
  return typeof value === 'string' && !value.includes('\n');
}

/** What a list holds; a single item may stand without a dash. `undefined`: nothing yet. */
function itemsOf(contents: Holder | undefined): readonly JsonValue[] | undefined {
  if (contents === undefined) return undefined;
  const { value } = contents;
  return isArray(value) ? value : [value];
}

/** The place among the items: behind those that begin before the offset. */
function indexAt({ value }: FilesField, { site }: SiteDocument, offset: number): number {
  const contents = value && contentsOf(value, site.options.yamlHandler);
  const items = itemsOf(contents) ?? [];
  return items.filter((_, index) => {
    const span = contents?.spanAt([index]);
    return span === undefined || span.start < offset;
  }).length;
}

/** As the blueprint wants it, or as the items that are there are written. */
function formIn({ value, definition }: FilesField, { site }: SiteDocument): ReferenceForm {
  if (wantedBy(definition)?.form === 'id') return 'id';
  const items = itemsOf(value && contentsOf(value, site.options.yamlHandler)) ?? [];
  const isNamed = items.length > 0 && items.every((item) => !isUuid(item));
  return isNamed ? 'id' : 'uuid';
}

function isUuid(item: JsonValue): boolean {
  return typeof item !== 'string' || item.startsWith('file://') || item === '';
}
