import type { JsonValue } from '../../kirby/json/value.ts';
import { sameValue } from '../layout-document/same-value.ts';
import { movedIn } from './order.ts';
import { type Block, type Item, listOf, type Row, type Version } from './version.ts';

export type Side = 'ours' | 'theirs';
export type Choice = Side | 'both';

/** The two versions of a field, and the one that both come from, if it is known. */
export interface Versions {
  readonly ours: Version;
  readonly theirs: Version;
  readonly base: Version | undefined;
}

/** One thing in which the versions differ. */
export interface Difference {
  /** `block content b1`: unique in the field. */
  readonly id: string;
  readonly of: 'row' | 'block';
  /** `settings`: of a row, all but its columns; `columns`: how many, and how wide. */
  readonly aspect: 'presence' | 'content' | 'settings' | 'columns' | 'place';
  readonly key: string;
  /** What a merge of three versions says; without the third one, what loses nothing. */
  readonly preset: Side;
  /** `false`: both sides have changed it, or nobody knows what it was. */
  readonly isDecided: boolean;
}

/** All in which two versions of a field differ, in the order of our side. */
export function differencesOf(versions: Versions): readonly Difference[] {
  const { ours, theirs } = versions;
  const found: Difference[] = [];
  const movedRows = movesIn(versions, 'row');
  const movedBlocks = movesIn(versions, 'block');
  for (const key of union(ours.rows, theirs.rows)) {
    found.push(...rowDifferences(versions, key), ...(movedRows.get(key) ?? []));
  }
  for (const key of union(ours.blocks, theirs.blocks)) {
    found.push(...blockDifferences(versions, key), ...(movedBlocks.get(key) ?? []));
  }
  return found;
}

type Kind = Difference['of'];

function rowDifferences(versions: Versions, key: string): readonly Difference[] {
  const { ours, theirs, base } = versions;
  const [our, their, old] = [ours.rows.get(key), theirs.rows.get(key), base?.rows.get(key)];
  if (our === undefined || their === undefined) return presence(versions, 'row', our, their, old);
  const shape = (row: Row | undefined): JsonValue | undefined =>
    row?.columns.map((column) => column.value);
  return [
    ...change('row', 'settings', key, our.settings, their.settings, old?.settings),
    ...change('row', 'columns', key, shape(our), shape(their), shape(old)),
  ];
}

function blockDifferences(versions: Versions, key: string): readonly Difference[] {
  const { ours, theirs, base } = versions;
  const [our, their] = [ours.blocks.get(key), theirs.blocks.get(key)];
  const old = base?.blocks.get(key);
  if (our !== undefined && their !== undefined)
    return change('block', 'content', key, our.value, their.value, old?.value);
  // It comes and goes with a row that only one side has.
  const row = (our ?? their)?.row;
  if (row !== undefined && !(ours.rows.has(row) && theirs.rows.has(row))) return [];
  return presence(versions, 'block', our, their, old);
}

function presence(
  { base }: Versions,
  of: Kind,
  our: Item | undefined,
  their: Item | undefined,
  old: Item | undefined,
): readonly Difference[] {
  const item = our ?? their;
  if (item === undefined) return [];
  const side = our === undefined ? 'theirs' : 'ours';
  const isGone = old !== undefined && sameValue(old.value, item.value);
  return [
    {
      id: `${of} presence ${item.key}`,
      of,
      aspect: 'presence',
      key: item.key,
      preset: isGone ? other(side) : side,
      isDecided: base !== undefined && (old === undefined || isGone),
    },
  ];
}

function change(
  of: Kind,
  aspect: Difference['aspect'],
  key: string,
  our: JsonValue | undefined,
  their: JsonValue | undefined,
  old: JsonValue | undefined,
): readonly Difference[] {
  if (sameValue(our, their)) return [];
  return [{ id: `${of} ${aspect} ${key}`, of, aspect, key, ...decided(our, their, old) }];
}

/** What a merge of three values says. */
export function decided(
  our: JsonValue | undefined,
  their: JsonValue | undefined,
  old: JsonValue | undefined,
): Pick<Difference, 'preset' | 'isDecided'> {
  const isOurs = old !== undefined && sameValue(old, their);
  const isTheirs = old !== undefined && sameValue(old, our);
  return { preset: isTheirs ? 'theirs' : 'ours', isDecided: isOurs || isTheirs };
}

/** The rows or blocks that stand elsewhere on the other side: in another list, or in another order. */
function movesIn(versions: Versions, of: Kind): ReadonlyMap<string, readonly Difference[]> {
  const { ours, theirs, base } = versions;
  const [our, their] = [placesIn(ours, of), placesIn(theirs, of)];
  const old = base === undefined ? undefined : placesIn(base, of);
  const found = new Map<string, readonly Difference[]>();
  const add = (key: string, by: Pick<Difference, 'preset' | 'isDecided'>): void => {
    found.set(key, [{ id: `${of} place ${key}`, of, aspect: 'place', key, ...by }]);
  };
  for (const [key, list] of our) {
    const target = their.get(key);
    if (target === undefined || target === list) continue;
    const before = old?.get(key);
    add(key, decided(list, target, before));
  }
  for (const list of new Set(our.values())) {
    const inList = (places: ReadonlyMap<string, string>): readonly string[] =>
      [...places].filter(([, at]) => at === list).map(([key]) => key);
    const [inOurs, inTheirs, inBase] = [inList(our), inList(their), old ? inList(old) : []];
    if (movedIn(inOurs, inTheirs).size === 0) continue;
    const shared = inTheirs.filter((key) => our.get(key) === list);
    const [byUs, byThem] = [movedIn(inBase, inOurs), movedIn(inBase, inTheirs)];
    const isMoved = (key: string): boolean => byUs.has(key) || byThem.has(key);
    for (const key of shared.filter(isMoved)) {
      const isOurs = byUs.has(key);
      if (
        isOurs &&
        byThem.has(key) &&
        before(inOurs, key, shared) === before(inTheirs, key, shared)
      )
        continue;
      add(key, {
        preset: isOurs ? 'ours' : 'theirs',
        isDecided: isOurs !== byThem.has(key),
      });
    }
    const rest = (keys: readonly string[]): readonly string[] =>
      keys.filter((key) => !isMoved(key));
    for (const key of movedIn(rest(inOurs), rest(inTheirs)))
      add(key, { preset: 'ours', isDecided: false });
  }
  return found;
}

/** For each row or block the list that it stands in, in the order of the text. */
function placesIn(version: Version, of: Kind): ReadonlyMap<string, string> {
  return of === 'row'
    ? new Map([...version.rows.keys()].map((key) => [key, '']))
    : new Map(
        [...version.blocks].map(([key, block]: [string, Block]) => [key, listOf(block, version)]),
      );
}

/** What stands before an item, of those that both sides have. */
function before(
  keys: readonly string[],
  key: string,
  shared: readonly string[],
): string | undefined {
  return keys.slice(0, keys.indexOf(key)).findLast((one) => shared.includes(one));
}

export function other(side: Side): Side {
  return side === 'ours' ? 'theirs' : 'ours';
}

/** All keys, those that only the second one has behind the others. */
export function union(
  first: ReadonlyMap<string, unknown>,
  second: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...first.keys(), ...second.keys()])];
}
