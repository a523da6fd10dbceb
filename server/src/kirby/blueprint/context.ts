import type { JsonValue } from '../json/value.ts';
import type { BlueprintSource, Scope } from './raw.ts';

/** What resolving may look up. */
export interface ResolveContext {
  readonly find: BlueprintSource;
  readonly typeOrigin: Scope['typeOrigin'];
  /** The languages that labels and help are wanted in, the best first. */
  readonly languages: readonly string[];
  /** Kirby's option `blocks.fieldsets`: what a field without `fieldsets` offers. */
  readonly defaultFieldsets: JsonValue | undefined;
}

/** An answer, and whether all that it depends on could be read. */
export interface Certainty<Value> {
  readonly value: Value;
  readonly complete: boolean;
}

/** Runs one step of resolving and notes whether anything was missing. */
export function certainly<Value>(
  context: ResolveContext,
  step: (scope: Scope) => Value,
): Certainty<Value> {
  const missing = { any: false };
  const doubt = (): void => {
    missing.any = true;
  };
  const value = step({ find: context.find, typeOrigin: context.typeOrigin, doubt });
  return { value, complete: !missing.any };
}
