/** What the toolbar is for: a row, a block, an empty column or field, or a text of the page itself. */
export interface ToolTarget {
  readonly kind: 'row' | 'block' | 'empty' | 'text';
  readonly element: HTMLElement;
  readonly key: string;
}

const row = '.kirby-row[data-key]';
const block = '.kirby-block[data-key]';
const column = '.kirby-column[data-key]';
/** A Layout or Blocks field. */
const list = ':is(.kirby-layout, .kirby-blocks)[data-key]';
const text = ':is(.kirby-head > [data-key], .kirby-field[data-key])';

/** What the toolbar is for where an element is; `undefined` where there is nothing to do. */
export function targetAt(element: Element): ToolTarget | undefined {
  const found = element.closest<HTMLElement>([row, block, column, list, text].join(','));
  const key = found?.dataset['key'];
  if (found === null || key === undefined) return undefined;
  if (found.matches(block)) return { kind: 'block', element: found, key };
  if (found.matches(row)) return { kind: 'row', element: found, key };
  if (found.matches(`${column}, ${list}`)) {
    if (found.querySelector('[data-key]') === null) return { kind: 'empty', element: found, key };
    // Between the blocks of a column there is the row.
    return found.parentElement === null ? undefined : targetAt(found.parentElement);
  }
  return found.matches('.kirby-fallback') ? undefined : { kind: 'text', element: found, key };
}

const toolsOf: Readonly<Record<ToolTarget['kind'], readonly string[]>> = {
  block: ['up', 'down', 'add', 'duplicate', 'hide', 'show', 'delete', 'edit'],
  row: ['up', 'down', 'add', 'duplicate', 'delete'],
  empty: ['add'],
  text: ['edit'],
};

/**
 * What can be done to a target: `unused` has no sense for it, `blocked` would change nothing as it
 * stands.
 */
export function stateOf(
  { kind, element }: ToolTarget,
  tool: string,
): 'able' | 'blocked' | 'unused' {
  const isHidden = element.classList.contains('kirby-hidden');
  if (!toolsOf[kind].includes(tool)) return 'unused';
  if (tool === (isHidden ? 'hide' : 'show')) return 'unused';
  if (tool === 'up') return neighbour(element, -1) ? 'able' : 'blocked';
  if (tool === 'down') return neighbour(element, 1) ? 'able' : 'blocked';
  return 'able';
}

export function isMovable({ kind }: ToolTarget): boolean {
  return kind === 'row' || kind === 'block';
}

/** Whether a row or a block has one to go past, or a block another column to go to. */
function neighbour(element: HTMLElement, by: -1 | 1): boolean {
  const beside = by < 0 ? element.previousElementSibling : element.nextElementSibling;
  if (beside?.matches(`${row}, ${block}`) === true) return true;
  const own = element.closest(column);
  const columns = [...(own?.closest(list)?.querySelectorAll(column) ?? [])];
  return own !== null && !element.matches(row) && columns[columns.indexOf(own) + by] !== undefined;
}

/** What holds the rows or the blocks beside which something that is dragged can be put down. */
export function listAt(element: Element, { kind }: ToolTarget): HTMLElement | undefined {
  const wanted = kind === 'row' ? '.kirby-layout[data-key]' : `${column}, .kirby-blocks[data-key]`;
  return element.closest<HTMLElement>(wanted) ?? undefined;
}

/** The rows or blocks of what `listAt()` has found. */
export function itemsIn(holder: HTMLElement): readonly HTMLElement[] {
  return [...holder.querySelectorAll<HTMLElement>(`:scope > ${row}, :scope > ${block}`)];
}
