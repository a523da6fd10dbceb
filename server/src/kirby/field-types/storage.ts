/** How a field type's value stands in a content file. */
export type Storage =
  | 'text'
  | 'kirbytext'
  | 'html'
  /** `a, b` */
  | 'separated'
  /** `- a` */
  | 'yaml-list'
  /** `- key: value` */
  | 'yaml-rows'
  /** `key: value` */
  | 'yaml-map'
  | 'json'
  /** Only shown in the Panel. */
  | 'nothing';

/** What Kirby's own field types store (`kirby/config/fields`, `Kirby\Form\Field`). */
export const storages: ReadonlyMap<string, Storage> = new Map<string, Storage>([
  ['blocks', 'json'],
  ['checkboxes', 'separated'],
  ['color', 'text'],
  ['date', 'text'],
  ['email', 'text'],
  ['entries', 'yaml-list'],
  ['files', 'yaml-list'],
  ['gap', 'nothing'],
  ['headline', 'nothing'],
  ['hidden', 'text'],
  ['info', 'nothing'],
  ['layout', 'json'],
  ['line', 'nothing'],
  ['link', 'text'],
  ['list', 'html'],
  ['multiselect', 'separated'],
  ['number', 'text'],
  ['object', 'yaml-map'],
  ['pages', 'yaml-list'],
  ['radio', 'text'],
  ['range', 'text'],
  ['select', 'text'],
  ['slug', 'text'],
  ['stats', 'nothing'],
  ['structure', 'yaml-rows'],
  ['tags', 'separated'],
  ['tel', 'text'],
  ['text', 'text'],
  ['textarea', 'kirbytext'],
  ['time', 'text'],
  ['toggle', 'text'],
  ['toggles', 'text'],
  ['url', 'text'],
  ['users', 'yaml-list'],
  ['writer', 'html'],
]);

/** Whether a field of this type has a value at all; what a plugin's type stores is not known: yes. */
export function storesValue(type: string): boolean {
  return storages.get(type) !== 'nothing';
}
