import type { Blueprint, FieldDefinition } from '../../../server/src/kirby/blueprint/blueprint.ts';
import type { ResolveContext } from '../../../server/src/kirby/blueprint/context.ts';
import { resolveBlueprint } from '../../../server/src/kirby/blueprint/resolve.ts';
import { fieldTypes } from '../../../server/src/kirby/field-types/index.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';

/** Values of blueprint files; the word `unreadable` stands for one in PHP. */
export type Files = Readonly<Record<string, JsonValue>>;

export function contextOf(files: Files, options: Partial<ResolveContext> = {}): ResolveContext {
  return {
    find: (name) => {
      const value = files[name];
      if (value === undefined) return undefined;
      return value === 'unreadable' ? { status: 'unreadable' } : { status: 'read', value };
    },
    typeOrigin: (type) => (fieldTypes.has(type) ? 'core' : 'unknown'),
    languages: [],
    defaultFieldsets: undefined,
    ...options,
  };
}

export function resolve(files: Files, options: Partial<ResolveContext> = {}): Blueprint {
  const blueprint = resolveBlueprint('pages/x', contextOf(files, options));
  if (blueprint === undefined) throw new Error('There is no blueprint pages/x.');
  return blueprint;
}

export function typesIn(
  fields: ReadonlyMap<string, FieldDefinition> | undefined,
): Record<string, string> {
  return Object.fromEntries([...(fields ?? [])].map(([name, { type }]) => [name, type]));
}
