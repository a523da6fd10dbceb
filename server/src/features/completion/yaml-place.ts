import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { memo } from '../../kirby/text/memo.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { YamlHandler } from '../../kirby/yaml/read.ts';
import type { CompletionContext, CompletionRequest } from './completion.ts';
import { flowItemAt } from './flow-list.ts';
import { type Line, linesBetween, listAround, ownerOf, readLine } from './yaml-lines.ts';
import { type YamlText, yamlOfField, yamlOfString } from './yaml-text.ts';

/** Where in the YAML of a field an author types. */
export type YamlPlace = YamlKeyPlace | YamlValuePlace;

export interface YamlKeyPlace {
  readonly place: 'key';
  readonly yaml: YamlText;
  /** What may stand at this level. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** Keys that the row has already. */
  readonly present: ReadonlySet<string>;
  /** What a suggestion replaces, in the text. */
  readonly span: Span;
  /** Whether a colon follows already. */
  readonly hasColon: boolean;
}

/** Behind a key, behind the dash of an item, or in a list in brackets. */
export interface YamlValuePlace {
  readonly place: 'value' | 'item' | 'flow';
  readonly yaml: YamlText;
  /** The field whose value, or one of whose items, stands here. */
  readonly field: FieldDefinition;
  /** The quotation mark that the value begins with; empty without one. */
  readonly quote: '' | '"' | "'";
  readonly isClosed: boolean;
  /** What is written, without quotation marks, in the text. */
  readonly span: Span;
  /** What is missing before it: the blank behind a colon or a dash, the dash itself. */
  readonly lead: string;
  /** The column of the key, or of the dash. */
  readonly column: number;
  /** In a list in brackets: its other items, as they are written. */
  readonly others?: ReadonlySet<string>;
}

/**
 * The place in YAML, told from the lines above, so that it is known while the YAML is still being
 * written. `undefined` outside of fields whose value is YAML.
 */
export const yamlPlaceAt = memo(
  ({ context, offset, json }: CompletionRequest): YamlPlace | undefined => {
    const yaml = json === undefined ? yamlOfField(context, offset) : yamlOfString(json, offset);
    return yaml && yamlPlaceIn(yaml, handlerOf(context));
  },
);

export function yamlPlaceIn(yaml: YamlText, handler: YamlHandler): YamlPlace | undefined {
  const { definition, source, offset, start } = yaml;
  if (start > offset) return undefined;
  const lines = linesBetween(source.text, start, offset);
  const line = lines.at(-1);
  if (line === undefined) return undefined;
  const before = lines.slice(0, -1);
  const { dash, column } = line;
  const list = dash === undefined ? undefined : listAround(definition, before, dash, handler);
  if (list !== undefined && isListOfValues(list)) return itemPlace(yaml, line, list, '');
  const owner = ownerOf(definition, before, column);
  if (line.key !== undefined) {
    const field = owner?.fields?.get(asciiLower(line.key));
    return field && (flowPlace(yaml, line, field) ?? valuePlace(yaml, line, field));
  }
  if (dash === undefined && owner !== undefined && isListOfValues(owner)) {
    const isWhole = owner === definition && before.length === 0;
    return (isWhole ? flowPlace(yaml, line, owner) : undefined) ?? newItemPlace(yaml, line, owner);
  }
  return owner?.fields === undefined ? undefined : keyPlace(yaml, line, before, owner.fields);
}

export function handlerOf({ site }: CompletionContext): YamlHandler {
  return site?.options.yamlHandler ?? 'spyc';
}

/** Files, pages, users, entries; in a row Kirby takes a list for what is one text elsewhere, too. */
function isListOfValues({ type }: FieldDefinition): boolean {
  const storage = storages.get(type);
  return storage === 'yaml-list' || storage === 'separated';
}

function keyPlace(
  yaml: YamlText,
  line: Line,
  before: readonly Line[],
  fields: YamlKeyPlace['fields'],
): YamlKeyPlace | undefined {
  if (!/^[\w-]*$/.test(line.rest)) return undefined;
  const { offset, source } = yaml;
  const rest = /^[\w-]*/.exec(source.text.slice(offset))?.[0] ?? '';
  const end = offset + rest.length;
  return {
    place: 'key',
    yaml,
    fields,
    present: presentKeys(source.text, line, before, end),
    span: { start: offset - line.rest.length, end },
    hasColon: source.text[end] === ':',
  };
}

/** The keys of the row that a line belongs to, above it and below. */
function presentKeys(
  text: string,
  line: Line,
  before: readonly Line[],
  end: number,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const add = (other: Line): boolean => {
    if (other.column < line.column) return false;
    if (other.column === line.column && other.key !== undefined) keys.add(asciiLower(other.key));
    return true;
  };
  if (line.dash === undefined) {
    for (const other of before.toReversed()) {
      if (!add(other) || (other.column === line.column && other.dash !== undefined)) break;
    }
  }
  for (const raw of text.slice(end).split('\n').slice(1)) {
    const other = readLine(raw, 0);
    if (raw.trim() === '') continue;
    if ((other.dash !== undefined && other.dash < line.column) || !add(other)) break;
  }
  return keys;
}

function valuePlace(
  yaml: YamlText,
  line: Line,
  field: FieldDefinition,
): YamlValuePlace | undefined {
  const written = writtenAt(yaml, line.rest);
  const lead = line.rest === '' ? ' ' : '';
  return written && { place: 'value', yaml, field, ...written, lead, column: line.column };
}

/** In a list in brackets, which is the whole of a value. */
function flowPlace(yaml: YamlText, line: Line, list: FieldDefinition): YamlValuePlace | undefined {
  const { source, offset } = yaml;
  const blanks = /^[ \t]*(?=\[)/.exec(line.rest)?.[0];
  if (blanks === undefined || !isListOfValues(list)) return undefined;
  const item = flowItemAt(source.text, offset - line.rest.length + blanks.length, offset);
  const field = list.entry ?? list;
  return item && { place: 'flow', yaml, field, ...item, column: line.column };
}

/** Behind a dash, or where one is to come. */
function itemPlace(
  yaml: YamlText,
  line: Line,
  list: FieldDefinition,
  lead: string,
): YamlValuePlace | undefined {
  const { source, offset } = yaml;
  const text = source.text.slice(line.start + line.column, offset);
  const written = writtenAt(yaml, text);
  const field = list.entry ?? list;
  const isBareDash = text === '' && source.text[offset - 1] === '-';
  return (
    written && {
      place: 'item',
      yaml,
      field,
      ...written,
      lead: isBareDash ? ' ' : lead,
      column: line.dash ?? line.column,
    }
  );
}

/** On a line where an item may begin; right behind the field's own name it needs a blank before it. */
function newItemPlace(
  yaml: YamlText,
  line: Line,
  list: FieldDefinition,
): YamlValuePlace | undefined {
  return itemPlace(yaml, line, list, yaml.isAfterName && yaml.offset === 0 ? ' - ' : '- ');
}

/** The scalar that is being written; `undefined` where it is more than one can tell from a line. */
function writtenAt(
  { source: { text }, offset }: YamlText,
  typed: string,
): Pick<YamlValuePlace, 'quote' | 'isClosed' | 'span'> | undefined {
  const [, blanks = '', mark = ''] = /^([ \t]*)(["']?)/.exec(typed) ?? [];
  const begun = typed.slice(blanks.length + mark.length);
  const start = offset - begun.length;
  if (mark === '') {
    if (/^[[{|>&*!]|\s#/.test(begun)) return undefined;
    const rest = /^(?:(?!\s#)[^\r\n])*/.exec(text.slice(offset))?.[0] ?? '';
    const end = offset + rest.trimEnd().length;
    return { quote: '', isClosed: false, span: { start, end } };
  }
  const quote = mark === '"' ? '"' : "'";
  const inside = quote === '"' ? /^(?:\\.|[^"\\\r\n])*/ : /^(?:''|[^'\r\n])*/;
  const length = inside.exec(text.slice(start))?.[0].length ?? 0;
  // The value is closed before the cursor.
  if (start + length < offset) return undefined;
  const isClosed = text[start + length] === quote;
  return { quote, isClosed, span: { start, end: start + length } };
}
