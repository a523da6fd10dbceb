import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { Field } from '../../kirby/content/document.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import type { Span } from '../../kirby/text/span.ts';
import { definitionOf } from '../../site/json-fields.ts';
import type { CompletionContext } from './completion.ts';

/** Where in the rows of a structure, or in an object, an author types. */
export interface YamlPlace {
  readonly place: 'key' | 'value';
  /** What may stand at this level. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** Of a value: its key. */
  readonly key: string;
  /** Keys that the row has already. */
  readonly present: ReadonlySet<string>;
  /** What the author wrote of the key or value. */
  readonly typed: string;
  /** What a suggestion replaces. */
  readonly span: Span;
  /** What is missing before the suggestion: the blank behind a colon or a dash. */
  readonly lead: string;
  /** Whether a colon follows already. */
  readonly hasColon: boolean;
}

/** A line of YAML in a file: its indentation and dashes, a key, a value. */
interface Line {
  readonly start: number;
  /** The column of the key or value, behind the dashes. */
  readonly column: number;
  readonly dashes: number;
  readonly key: string | undefined;
  readonly rest: string;
}

/**
 * The place in the YAML of a structure or an object, told from the lines above, so that it is known
 * while the YAML is still being written. `undefined` outside of such fields.
 */
export function yamlPlaceAt(context: CompletionContext, offset: number): YamlPlace | undefined {
  const { document, site, file } = context;
  const blueprint = file === undefined ? undefined : site?.blueprints.of(file.model);
  const field = fieldAround(context, offset);
  const definition =
    blueprint === undefined || field === undefined
      ? undefined
      : definitionOf(blueprint.fields, field.name);
  if (field === undefined || definition?.fields === undefined) return undefined;
  const { text } = document;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const colon = text.indexOf(':', field.nameSpan.end);
  if (start <= colon) return undefined;
  const lines = linesBetween(text, colon + 1, offset);
  const current = lines.at(-1);
  if (current === undefined) return undefined;
  const before = lines.slice(0, -1);
  const fields = fieldsAt(definition, before, current);
  return fields === undefined ? undefined : placeIn(text, offset, current, before, fields);
}

/** The field whose chunk, up to the next divider, the cursor is in. */
function fieldAround({ document }: CompletionContext, offset: number): Field | undefined {
  const { fields, dividers, text } = document;
  return fields.find((field) => {
    const divider = dividers.find(({ start }) => start >= field.valueSpan.end);
    return field.nameSpan.end < offset && offset <= (divider?.start ?? text.length);
  });
}

function linesBetween(text: string, from: number, offset: number): readonly Line[] {
  const lines: Line[] = [];
  let start = text.indexOf('\n', from) + 1;
  while (start > 0 && start <= offset) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const isLast = offset <= end;
    const line = readLine(text.slice(start, isLast ? offset : end), start);
    if (isLast || line.key !== undefined || line.dashes > 0) lines.push(line);
    if (isLast) break;
    start = end + 1;
  }
  return lines;
}

function readLine(text: string, start: number): Line {
  const lead = /^[ \t]*(?:-(?:[ \t]+|$))*/.exec(text)?.[0] ?? '';
  const body = text.slice(lead.length).replace(/\r$/, '');
  const [, key, rest] = /^["']?([\w-]+)["']?:(.*)$/.exec(body) ?? [];
  return {
    start,
    column: lead.length,
    dashes: lead.split('-').length - 1,
    key,
    rest: rest ?? body,
  };
}

/** The fields of the level that a line belongs to: those of the structure, or of one inside of it. */
function fieldsAt(
  definition: FieldDefinition,
  before: readonly Line[],
  current: Line,
): ReadonlyMap<string, FieldDefinition> | undefined {
  const parents: string[] = [];
  let column = current.column;
  for (const line of before.toReversed()) {
    if (line.key === undefined || line.column >= column || line.rest.trim() !== '') continue;
    parents.unshift(line.key);
    column = line.column;
  }
  let fields = definition.fields;
  for (const parent of parents) fields = fields?.get(asciiLower(parent))?.fields;
  return fields;
}

function placeIn(
  text: string,
  offset: number,
  line: Line,
  before: readonly Line[],
  fields: YamlPlace['fields'],
): YamlPlace | undefined {
  if (line.key === undefined) {
    if (!/^[\w-]*$/.test(line.rest)) return undefined;
    const rest = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? '';
    const end = offset + rest.length;
    return {
      place: 'key',
      fields,
      key: '',
      present: presentKeys(text, line, before, end),
      typed: line.rest,
      span: { start: offset - line.rest.length, end },
      lead: '',
      hasColon: text[end] === ':',
    };
  }
  const typed = line.rest.replace(/^[ \t]*["']?/, '');
  const rest = /^[^\r\n#"']*/.exec(text.slice(offset))?.[0] ?? '';
  return {
    place: 'value',
    fields,
    key: asciiLower(line.key),
    present: new Set(),
    typed,
    span: { start: offset - typed.length, end: offset + rest.trimEnd().length },
    lead: line.rest === '' ? ' ' : '',
    hasColon: false,
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
  if (line.dashes === 0) {
    for (const other of before.toReversed()) {
      if (!add(other) || (other.column === line.column && other.dashes > 0)) break;
    }
  }
  for (const raw of text.slice(end).split('\n').slice(1)) {
    if (raw.startsWith('----')) break;
    const other = readLine(raw, 0);
    if (raw.trim() === '') continue;
    if (other.dashes > 0 || !add(other)) break;
  }
  return keys;
}
