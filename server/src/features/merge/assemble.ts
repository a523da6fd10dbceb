import { applied } from '../../kirby/json/text-edit.ts';
import type { JsonArrayNode } from '../../kirby/json/tree.ts';
import { slice, type Span } from '../../kirby/text/span.ts';
import { withNewIds } from '../layout-edit/new-items.ts';
import {
  type Choice,
  type Difference,
  other,
  type Side,
  union,
  type Versions,
} from './difference.ts';
import { ordered } from './order.ts';
import { type Block, type Row, sourceOf } from './version.ts';

/**
 * The text of a merged field. Each row and each block that is taken whole stands as on the side that it
 * is from, to the byte; lists keep the blanks between their items.
 *
 * @param choiceOf what is chosen for a difference
 */
export function assemble(
  versions: Versions,
  choiceOf: (id: string) => Choice | undefined,
  newId: () => string,
): string {
  return new Assembly(versions, choiceOf, newId).text();
}

class Assembly {
  readonly #versions: Versions;
  readonly #choiceOf: (id: string) => Choice | undefined;
  readonly #newId: () => string;
  readonly #columnIds = new Set<string>();

  constructor(
    versions: Versions,
    choiceOf: (id: string) => Choice | undefined,
    newId: () => string,
  ) {
    this.#versions = versions;
    this.#choiceOf = choiceOf;
    this.#newId = newId;
  }

  text(): string {
    const { ours, theirs } = this.#versions;
    const rows = union(ours.rows, theirs.rows).filter((key) => this.#isThere('row', key));
    const taken = new Set(rows);
    const lists = this.#lists(taken);
    const inOrder = (keys: ReadonlyMap<string, unknown>): readonly string[] =>
      [...keys.keys()].filter((key) => taken.has(key));
    const items =
      ours.hasRows || theirs.hasRows
        ? ordered(
            inOrder(ours.rows),
            inOrder(theirs.rows),
            (key) => this.#place('row', key) === 'theirs',
          ).map((key) => this.#row(key, lists))
        : (lists.get(targetOf(undefined, 0)) ?? []).flatMap((key) => this.#block(key));
    return this.#list(items, [
      [ours.text, ours.root],
      [theirs.text, theirs.root],
    ]);
  }

  /** For each column of the result the keys of its blocks, in their order. */
  #lists(rows: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
    const { ours, theirs } = this.#versions;
    const found = new Map<string, { readonly ours: string[]; readonly theirs: string[] }>();
    const sides = new Map<string, Side>();
    const targets = new Map<string, string>();
    for (const key of union(ours.blocks, theirs.blocks)) {
      if (!this.#isThere('block', key)) continue;
      const side = this.#place('block', key);
      for (const one of [side, other(side)]) {
        const target = this.#target(one, key, rows);
        if (target === undefined || targets.has(key)) continue;
        targets.set(key, target);
        sides.set(key, one);
      }
    }
    for (const side of ['ours', 'theirs'] as const) {
      for (const key of this.#versions[side].blocks.keys()) {
        const target = targets.get(key);
        if (target === undefined || this.#target(side, key, rows) !== target) continue;
        const lists = found.get(target) ?? { ours: [], theirs: [] };
        lists[side].push(key);
        found.set(target, lists);
      }
    }
    return new Map(
      [...found].map(([target, lists]) => [
        target,
        ordered(lists.ours, lists.theirs, (key) => sides.get(key) === 'theirs'),
      ]),
    );
  }

  /** The column of the result in which a block stands, if it stands as on a side. */
  #target(side: Side, key: string, rows: ReadonlySet<string>): string | undefined {
    const block = this.#versions[side].blocks.get(key);
    if (block === undefined) return undefined;
    if (block.row === undefined) return targetOf(undefined, 0);
    const shape = rows.has(block.row) ? this.#shape(block.row) : undefined;
    if (shape === undefined) return undefined;
    const id = this.#columnId(side, block);
    const same = id === undefined ? -1 : shape.columns.findIndex((column) => column.id === id);
    const last = shape.columns.length - 1;
    return last < 0
      ? undefined
      : targetOf(block.row, same < 0 ? Math.min(block.column, last) : same);
  }

  #columnId(side: Side, { row, column }: Block): string | undefined {
    return this.#versions[side].rows.get(row ?? '')?.columns[column]?.id;
  }

  #isThere(of: Difference['of'], key: string): boolean {
    const parts = of === 'row' ? 'rows' : 'blocks';
    const isOurs = this.#versions.ours[parts].has(key);
    const isTheirs = this.#versions.theirs[parts].has(key);
    if (isOurs && isTheirs) return true;
    const choice = this.#choiceOf(`${of} presence ${key}`);
    // A block without a choice comes with its row.
    return choice === undefined || choice === 'both' || choice === (isOurs ? 'ours' : 'theirs');
  }

  /** The side as on which a row or block stands. */
  #place(of: Difference['of'], key: string): Side {
    const parts = of === 'row' ? 'rows' : 'blocks';
    if (!this.#versions.ours[parts].has(key)) return 'theirs';
    if (!this.#versions.theirs[parts].has(key)) return 'ours';
    return sideOf(this.#choiceOf(`${of} place ${key}`));
  }

  #rowOf(side: Side, key: string): { readonly text: string; readonly row: Row } | undefined {
    for (const one of [side, other(side)]) {
      const { text, rows } = this.#versions[one];
      const row = rows.get(key);
      if (row !== undefined) return { text, row };
    }
    return undefined;
  }

  #shape(key: string): Row | undefined {
    return this.#rowOf(sideOf(this.#choiceOf(`row columns ${key}`)), key)?.row;
  }

  #row(key: string, lists: ReadonlyMap<string, readonly string[]>): string {
    const settings = this.#rowOf(sideOf(this.#choiceOf(`row settings ${key}`)), key);
    const shape = this.#rowOf(sideOf(this.#choiceOf(`row columns ${key}`)), key);
    if (settings === undefined || shape === undefined) return '';
    const columns = written(
      shape.text,
      shape.row.list.span,
      shape.row.columns.flatMap(({ list, id, idSpan }, index) => {
        const keys = lists.get(targetOf(key, index)) ?? [];
        const items = keys.flatMap((block) => this.#block(block));
        const blocks = { span: list.span, text: this.#list(items, [[shape.text, list]]) };
        if (id === undefined || idSpan === undefined || !this.#columnIds.has(id)) {
          this.#columnIds.add(id ?? '');
          return [blocks];
        }
        // Each side has it in another row.
        return [blocks, { span: idSpan, text: JSON.stringify(this.#newId()) }];
      }),
    );
    return written(settings.text, settings.row.span, [
      { span: settings.row.list.span, text: columns },
    ]);
  }

  #block(key: string): readonly string[] {
    const [ours, theirs] = (['ours', 'theirs'] as const).map((side) => {
      const block = this.#versions[side].blocks.get(key);
      return block === undefined ? undefined : sourceOf(this.#versions[side], block);
    });
    if (ours === undefined || theirs === undefined) return [ours ?? theirs ?? ''];
    const choice = this.#choiceOf(`block content ${key}`);
    if (choice === 'both') return [ours, withNewIds(theirs, this.#newId)];
    return [choice === 'theirs' ? theirs : ours];
  }

  /** A list with other items, with the blanks that it has; an empty one takes those of its like. */
  #list(items: readonly string[], own: readonly Spaced[]): string {
    const [first] = own;
    if (first !== undefined && isAs(items, first)) return slice(first[0], first[1].span);
    if (items.length === 0) return '[]';
    const spaced = [...own, ...this.#likes(own)].filter(([, { items: some }]) => some.length > 0);
    const model = spaced.find(([, { items: some }]) => some.length > 1) ?? spaced[0];
    if (model === undefined) return `[${items.join(',')}]`;
    const [text, { span, items: some }] = model;
    const [one, two] = some;
    const open = text.slice(span.start + 1, one?.span.start);
    const between = two === undefined ? `,${open}` : text.slice(one?.span.end, two.span.start);
    return `[${open}${items.join(between)}${text.slice(some.at(-1)?.span.end, span.end - 1)}]`;
  }

  /** Lists at the same depth: those of blocks in the columns of all rows. */
  #likes(own: readonly Spaced[]): readonly Spaced[] {
    const { ours, theirs } = this.#versions;
    if (own.some(([, list]) => list === ours.root)) return [];
    return [ours, theirs].flatMap(({ text, rows }) =>
      [...rows.values()].flatMap(({ columns }) => columns.map(({ list }): Spaced => [text, list])),
    );
  }
}

type Spaced = readonly [text: string, list: JsonArrayNode];

function isAs(items: readonly string[], [text, list]: Spaced): boolean {
  return (
    items.length === list.items.length &&
    list.items.every(({ span }, index) => items[index] === slice(text, span))
  );
}

function sideOf(choice: Choice | undefined): Side {
  return choice === 'theirs' ? 'theirs' : 'ours';
}

function targetOf(row: string | undefined, column: number): string {
  return JSON.stringify([row ?? null, column]);
}

/** What a span of a text is with other parts in it. */
function written(
  text: string,
  { start, end }: Span,
  parts: readonly { readonly span: Span; readonly text: string }[],
): string {
  const edits = parts.map((part) => ({
    span: { start: part.span.start - start, end: part.span.end - start },
    text: part.text,
  }));
  return applied(text.slice(start, end), edits) ?? '';
}
