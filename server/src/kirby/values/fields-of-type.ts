import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { memo } from '../text/memo.ts';

/**
 * Whether some fields are of one of these types: the values of a form whose fields are not need not be
 * looked at by whoever wants nothing else.
 */
export function hasFieldOf(
  fields: ReadonlyMap<string, FieldDefinition>,
  types: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): boolean {
  for (const type of typesOf(fields)) if (types.has(type)) return true;
  return false;
}

const typesOf = memo(
  (fields: ReadonlyMap<string, FieldDefinition>): ReadonlySet<string> =>
    new Set([...fields.values()].map(({ type }) => type)),
);
