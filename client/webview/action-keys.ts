import { stop } from './stops.ts';
import { isEdited, type Tools } from './tools.ts';

/**
 * The keys that do what the toolbar does, for the block that has the keyboard; Shift+F10 and the key of
 * the context menu lead to the toolbar. What the keyboard has done here is undone here. To be listened to before the keys that lead about the page.
 */
export function listenToActionKeys(tools: Tools, undo: (isRedo: boolean) => void): void {
  document.addEventListener('keydown', (event) => {
    const focused = document.activeElement;
    if (event.defaultPrevented || isEdited(focused)) return;
    const name = nameOf(event);
    const isRedo = redo.test(name);
    if (isRedo || name === 'Control+z' || name === 'Meta+z') {
      event.preventDefault();
      undo(isRedo);
      return;
    }
    if (focused?.matches(stop) !== true) return;
    const tool = toolOf.get(name);
    const isDone =
      tool === undefined
        ? /^(?:Shift\+F10|ContextMenu)$/.test(name) && tools.enter(focused)
        : tools.press(tool, focused);
    if (isDone) event.preventDefault();
  });
}

const toolOf: ReadonlyMap<string, string> = new Map([
  ['Alt+ArrowUp', 'up'],
  ['Alt+ArrowDown', 'down'],
  ['Shift+Alt+ArrowDown', 'duplicate'],
  ['Control+Enter', 'add'],
  ['Meta+Enter', 'add'],
  ['Delete', 'delete'],
  ['Meta+Backspace', 'delete'],
  ['F2', 'edit'],
]);

const redo = /^(?:Control\+y|Control\+Shift\+z|Shift\+Meta\+z)$/i;

/** `Shift+Alt+ArrowDown` */
function nameOf({ key, ctrlKey, shiftKey, altKey, metaKey }: KeyboardEvent): string {
  const held = [
    ...(ctrlKey ? ['Control'] : []),
    ...(shiftKey ? ['Shift'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(metaKey ? ['Meta'] : []),
  ];
  return [...held, key].join('+');
}
