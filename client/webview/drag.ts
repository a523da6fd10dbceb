import type { Move } from '../messages/messages.ts';
import { itemsIn, listAt, type ToolTarget } from './tool-target.ts';
import type { Tools } from './tools.ts';

type Drop = Omit<Move, 'kind'>;

/**
 * Rows and blocks are dragged by the grip of the toolbar. A line shows where they are put down: a block in
 * any column, a row among the rows.
 *
 * @param line what shows the place
 */
export function listenToDrag(
  { grip, line, container }: Readonly<Record<'grip' | 'line' | 'container', HTMLElement>>,
  tools: Tools,
  move: (drop: Drop) => void,
): void {
  let dragged: ToolTarget | undefined;
  let drop: Drop | undefined;
  const end = (): void => {
    dragged = undefined;
    drop = undefined;
    line.hidden = true;
  };
  grip.addEventListener('dragstart', (event) => {
    dragged = tools.target;
    if (dragged === undefined || event.dataTransfer === null) return;
    event.dataTransfer.effectAllowed = 'move';
    // Some browsers drag nothing that has no data.
    event.dataTransfer.setData('text/plain', '');
    event.dataTransfer.setDragImage(dragged.element, 0, 0);
  });
  grip.addEventListener('dragend', end);
  container.addEventListener('dragover', (event) => {
    const holder =
      dragged !== undefined && event.target instanceof Element
        ? listAt(event.target, dragged)
        : undefined;
    const place = dragged && holder && placeIn(holder, dragged, event.clientY);
    drop = place?.drop;
    line.hidden = place === undefined;
    if (place === undefined || holder === undefined) return;
    event.preventDefault();
    const { left, width } = holder.getBoundingClientRect();
    line.style.left = `${String(left)}px`;
    line.style.width = `${String(width)}px`;
    line.style.top = `${String(place.y)}px`;
  });
  container.addEventListener('drop', (event) => {
    if (drop === undefined) return;
    event.preventDefault();
    move(drop);
    end();
  });
}

/** Where something is put down in a list, and how far down the window that is. */
function placeIn(
  holder: HTMLElement,
  { element, key }: ToolTarget,
  y: number,
): { readonly drop: Drop; readonly y: number } | undefined {
  // Nothing is put into itself.
  if (element.contains(holder)) return undefined;
  const items = itemsIn(holder);
  const boxes = items.map((one) => one.getBoundingClientRect());
  const found = boxes.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  const at = found < 0 ? items.length : found;
  const [before, behind] = [items[at - 1], items[at]];
  const drop = (target: HTMLElement, side: Move['side']): Drop | undefined => {
    const other = target.dataset['key'];
    return other === undefined ? undefined : { key, target: other, side };
  };
  // Where it stands already.
  if (before === element || behind === element) return undefined;
  const here =
    behind !== undefined
      ? drop(behind, 'before')
      : before !== undefined
        ? drop(before, 'after')
        : drop(holder, 'inside');
  const { top, height } = holder.getBoundingClientRect();
  const [above, below] = [boxes[at - 1]?.bottom, boxes[at]?.top];
  const middle =
    above !== undefined && below !== undefined
      ? (above + below) / 2
      : (above ?? below ?? top + height / 2);
  return here && { drop: here, y: middle };
}
