import type { JsonChange } from '../kirby/json/edit.ts';
import type { Fix } from './rule.ts';
import type { Shape } from './shape.ts';

/**
 * A fix that changes one place of a field's JSON, in the field's own style.
 *
 * @returns an empty list when the edit cannot be made without touching anything else
 */
export function jsonFix(
  shape: Shape,
  title: string,
  change: JsonChange,
  options: { readonly safe: boolean },
): readonly Fix[] {
  const edits = shape.change(change);
  return edits === undefined ? [] : [{ title, edits, safe: options.safe }];
}
