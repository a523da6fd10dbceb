import { isObject, type JsonObject, valueAt } from '../json/value.ts';
import type { Form } from './field-value.ts';

/** The block whose content a form is; `undefined` for all other forms. */
export function blockOf({ kind, place }: Form): JsonObject | undefined {
  if (kind !== 'block' || place === undefined) return undefined;
  const block = valueAt(place.holder.value, place.path.slice(0, -1));
  return isObject(block) ? block : undefined;
}
