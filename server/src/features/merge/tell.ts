import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { isObject, type JsonValue } from '../../kirby/json/value.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { say } from '../../kirby/text/say.ts';
import { definitionOf } from '../../site/json-fields.ts';
import { sameValue } from '../layout-document/same-value.ts';
import type { StructureField } from '../layout-edit/fields.ts';
import type { ValueWords } from '../value-words.ts';
import { type ReferenceNames, readableText } from '../words.ts';
import type { Difference, Side, Versions } from './difference.ts';
import type { Version } from './version.ts';

/** A difference as an author reads it. */
export interface ToldDifference {
  readonly id: string;
  /** `Changed: Text, row 2` */
  readonly title: string;
  /** What each side has, decoded: `…the lamp is blue` */
  readonly ours: string;
  readonly theirs: string;
  readonly preset: Side;
  readonly isDecided: boolean;
  /** Whether both may stay, one behind the other. */
  readonly canBoth: boolean;
}

/** Says what differs, with the names of block types, fields and options that authors know. */
export function tell(
  difference: Difference,
  versions: Versions,
  list: StructureField,
  words: ValueWords,
): ToldDifference {
  const { id, preset, isDecided, aspect, of } = difference;
  const [ours, theirs] = texts(difference, versions, list, words);
  return {
    id,
    title: titleOf(difference, versions, list.types),
    ours,
    theirs,
    preset,
    isDecided,
    canBoth: of === 'block' && aspect === 'content',
  };
}

type Fields = ReadonlyMap<string, FieldDefinition>;

/**
 * Two values beside each other: what differs in them, as a reader sees it.
 *
 * @param fields what is known of the keys of both
 */
export function sideBySide(
  ours: JsonValue | undefined,
  theirs: JsonValue | undefined,
  words: ValueWords,
  fields?: Fields,
): readonly [string, string] {
  const [our, their] = [ours, theirs].map((value) => (isObject(value) ? value : undefined));
  if (our === undefined || their === undefined) return both(ours, theirs, words);
  const keys = [...new Set([...Object.keys(our), ...Object.keys(their)])].filter(
    (key) => !sameValue(our[key], their[key]),
  );
  const [only] = keys;
  const isText = keys.length === 1 && only !== undefined && readsAsText.has(only);
  if (isText) return both(our[only], their[only], words);
  const parts = keys.map((key) => {
    const field = fields && definitionOf(fields, asciiLower(key));
    const [one, other] = both(our[key], their[key], words, field);
    const label = field?.label ?? key;
    return [`${label}: ${one}`, `${label}: ${other}`] as const;
  });
  return [parts.map(([one]) => one).join(', '), parts.map(([, other]) => other).join(', ')];
}

/** Two files or options may have the same name: then they are told by what is written. */
function both(
  ours: JsonValue | undefined,
  theirs: JsonValue | undefined,
  words: ValueWords,
  field?: FieldDefinition,
): readonly [string, string] {
  const [our, their] = [words(ours, field), words(theirs, field)];
  const isClear = our !== their;
  return isClear
    ? cut(our, their)
    : cut(readableText(ours, unnamed), readableText(theirs, unnamed));
}

const unnamed: ReferenceNames = () => undefined;

const readsAsText: ReadonlySet<string> = new Set(['text', 'content', 'code']);

function titleOf(
  { of, key, aspect, preset }: Difference,
  versions: Versions,
  types: StructureField['types'],
): string {
  const version =
    versions[preset].rows.has(key) || versions[preset].blocks.has(key)
      ? versions[preset]
      : versions[preset === 'ours' ? 'theirs' : 'ours'];
  const what = of === 'row' ? rowName(version, key) : blockName(version, key, types);
  switch (aspect) {
    case 'presence': {
      const parts = of === 'row' ? 'rows' : 'blocks';
      const isNew = versions.base?.[parts].has(key) === false;
      if (versions.base === undefined) return say`On one side only: ${what}`;
      return isNew ? say`Added: ${what}` : say`Removed: ${what}`;
    }
    case 'content':
      return say`Changed: ${what}`;
    case 'place':
      return say`Moved: ${what}`;
    case 'settings':
      return say`Settings: ${what}`;
    case 'columns':
      return say`Columns: ${what}`;
  }
}

function rowName(version: Version, key: string): string {
  return say`Row ${String(numberOf(version, key))}`;
}

function blockName(version: Version, key: string, types: StructureField['types']): string {
  const block = version.blocks.get(key);
  const type = isObject(block?.value) ? block.value['type'] : undefined;
  const name = typeof type === 'string' ? type : say`block`;
  const known = types.get(name)?.name ?? '';
  const label = known === '' ? name : known;
  return block?.row === undefined ? label : `${label}, ${rowName(version, block.row)}`;
}

function texts(
  { of, key, aspect }: Difference,
  { ours, theirs }: Versions,
  { types, definition }: StructureField,
  words: ValueWords,
): readonly [string, string] {
  if (aspect === 'place') return [placeOf(ours, of, key), placeOf(theirs, of, key)];
  if (of === 'block') {
    const [our, their] = [ours.blocks.get(key)?.value, theirs.blocks.get(key)?.value];
    if (our === undefined || their === undefined)
      return [present(our, words), present(their, words)];
    const type = isObject(our) ? our['type'] : undefined;
    const fields = typeof type === 'string' ? types.get(type)?.fields : undefined;
    return sideBySide(flat(our), flat(their), words, fields);
  }
  const [our, their] = [ours.rows.get(key), theirs.rows.get(key)];
  if (aspect === 'settings')
    return sideBySide(
      settingsOf(our?.settings),
      settingsOf(their?.settings),
      words,
      definition?.settings,
    );
  if (aspect === 'columns') return [widths(our?.columns), widths(their?.columns)];
  return [present(our?.value, words), present(their?.value, words)];
}

function present(value: JsonValue | undefined, words: ValueWords): string {
  return value === undefined ? say`Not there` : shortened(words(value, undefined));
}

/** The fields of a block beside what else it has. */
function flat(block: JsonValue): JsonValue {
  if (!isObject(block)) return block;
  const { content, ...rest } = block;
  return isObject(content) ? { ...rest, ...content } : { ...rest, content: content ?? null };
}

function settingsOf(row: JsonValue | undefined): JsonValue {
  if (!isObject(row)) return {};
  const { attrs, ...rest } = row;
  return { ...rest, ...(isObject(attrs) ? attrs : {}) };
}

function widths(columns: readonly { readonly value: JsonValue }[] | undefined): string {
  const all = (columns ?? []).map(({ value }) =>
    isObject(value) ? readableText(value['width'], unnamed) : '',
  );
  return all.join(' + ');
}

function placeOf(version: Version, of: Difference['of'], key: string): string {
  if (of === 'row') return say`Row ${String(numberOf(version, key))}`;
  const block = version.blocks.get(key);
  const all = [...version.blocks.values()].filter(
    ({ row, column }) => row === block?.row && column === block?.column,
  );
  const position = String(all.findIndex((one) => one.key === key) + 1);
  if (block?.row === undefined) return say`Position ${position}`;
  const row = String(numberOf(version, block.row));
  return say`Row ${row}, column ${String(block.column + 1)}, position ${position}`;
}

function numberOf(version: Version, key: string): number {
  return [...version.rows.keys()].indexOf(key) + 1;
}

const longest = 90;
/** What is shown of a text before the first difference. */
const ahead = 24;

/** Two texts from a little before their first difference. */
function cut(one: string, other: string): readonly [string, string] {
  let same = 0;
  while (same < one.length && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  const space = one.lastIndexOf(' ', same - ahead);
  if (Math.max(one.length, other.length) <= longest || space < 0)
    return [shortened(one), shortened(other)];
  return [`…${shortened(one.slice(space + 1))}`, `…${shortened(other.slice(space + 1))}`];
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
