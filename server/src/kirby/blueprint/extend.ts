import { isArray, type JsonObject, type JsonValue } from '../json/value.ts';
import { merge } from './merge.ts';
import { isEmpty, mapOf, type Scope, without } from './raw.ts';

/**
 * A definition with its `extends` merged in, as `Blueprint::extend()` does it. A string stands for
 * `{ extends: string }`; of several mixins the first wins; one that is missing is passed over.
 * Kirby recurses for ever where mixins extend each other; here the second visit counts as missing.
 */
export function extend(
  definition: JsonValue,
  scope: Scope,
  active: readonly string[] = [],
): JsonObject {
  let props = typeof definition === 'string' ? { extends: definition } : mapOf(definition);
  const names = props['extends'];
  if (names === undefined || isEmpty(names)) return props;
  for (const name of isArray(names) ? names : [names]) {
    const mixin = typeof name === 'string' ? findMixin(name, scope, active) : undefined;
    if (mixin === undefined) scope.doubt();
    else props = merge(mixin, props);
  }
  return without(props, 'extends');
}

function findMixin(name: string, scope: Scope, active: readonly string[]): JsonObject | undefined {
  if (active.includes(name)) return undefined;
  const found = scope.find(name);
  return found?.status === 'read'
    ? extend(mapOf(found.value), scope, [...active, name])
    : undefined;
}
