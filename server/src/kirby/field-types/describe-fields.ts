import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { storesValue } from './storage.ts';
import { say } from '../text/say.ts';

/** More than these nobody reads in a sentence. */
const MOST = 12;

/** The fields inside of a field, in a sentence. */
export function describeFields(
  fields: ReadonlyMap<string, FieldDefinition> | undefined,
  opening: string,
): readonly string[] {
  const names = [...(fields ?? [])].flatMap(([name, { type }]) =>
    storesValue(type) ? [`\`${name}\``] : [],
  );
  return listed(names, opening);
}

/** Names in a sentence; nothing where there are none. */
export function listed(names: readonly string[], opening: string): readonly string[] {
  if (names.length === 0) return [];
  const first = names.slice(0, MOST).join(', ');
  const more = names.length - MOST;
  return [more > 0 ? say`${opening} ${first} and ${more} more.` : `${opening} ${first}.`];
}
