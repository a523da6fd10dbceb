import { htmlTexts } from '../../kirby/html/readable.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../kirby/json/value.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { say } from '../../kirby/text/say.ts';
import { sameValue } from '../layout-document/same-value.ts';
import type { StructureField } from '../layout-edit/fields.ts';
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

/** Says what differs, with the names of block types that authors know. */
export function tell(
  difference: Difference,
  versions: Versions,
  types: StructureField['types'],
): ToldDifference {
  const { id, preset, isDecided, aspect, of } = difference;
  const [ours, theirs] = texts(difference, versions);
  return {
    id,
    title: titleOf(difference, versions, types),
    ours,
    theirs,
    preset,
    isDecided,
    canBoth: of === 'block' && aspect === 'content',
  };
}

/** Two values beside each other: what differs in them, as a reader sees it. */
export function sideBySide(
  ours: JsonValue | undefined,
  theirs: JsonValue | undefined,
): readonly [string, string] {
  const [our, their] = [ours, theirs].map((value) => (isObject(value) ? value : undefined));
  if (our === undefined || their === undefined) return cut(words(ours), words(theirs));
  const keys = [...new Set([...Object.keys(our), ...Object.keys(their)])].filter(
    (key) => !sameValue(our[key], their[key]),
  );
  const [only] = keys;
  const isText = keys.length === 1 && only !== undefined && readsAsText.has(only);
  if (isText) return cut(words(our[only]), words(their[only]));
  const parts = keys.map((key) => {
    const [one, other] = cut(words(our[key]), words(their[key]));
    return [`${key}: ${one}`, `${key}: ${other}`] as const;
  });
  return [parts.map(([one]) => one).join(', '), parts.map(([, other]) => other).join(', ')];
}

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
): readonly [string, string] {
  if (aspect === 'place') return [placeOf(ours, of, key), placeOf(theirs, of, key)];
  if (of === 'block') {
    const [our, their] = [ours.blocks.get(key)?.value, theirs.blocks.get(key)?.value];
    if (our !== undefined && their !== undefined) return sideBySide(flat(our), flat(their));
    return [present(our), present(their)];
  }
  const [our, their] = [ours.rows.get(key), theirs.rows.get(key)];
  if (aspect === 'settings')
    return sideBySide(settingsOf(our?.settings), settingsOf(their?.settings));
  if (aspect === 'columns') return [widths(our?.columns), widths(their?.columns)];
  return [present(our?.value), present(their?.value)];
}

function present(value: JsonValue | undefined): string {
  return value === undefined ? say`Not there` : shortened(words(value));
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
  const all = (columns ?? []).map(({ value }) => (isObject(value) ? words(value['width']) : ''));
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

/** All that a reader reads of a value, on one line. */
function words(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string')
    return (htmlTexts(plainText(value, 0))[0]?.text ?? value).replace(/\s+/gu, ' ').trim();
  if (isArray(value))
    return value
      .map(words)
      .filter((one) => one !== '')
      .join(', ');
  if (isObject(value)) return wordsOf(value);
  return String(value);
}

/** Of rows and blocks what is in them; ids and types say nothing to a reader. */
function wordsOf(value: JsonObject): string {
  const { columns, blocks, content } = value;
  const inside = columns ?? blocks ?? content;
  return words(inside === undefined || inside === '' ? Object.values(value) : [inside]);
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
