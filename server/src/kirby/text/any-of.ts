import { say } from './say.ts';

/** Names to choose from, in a sentence: `"a" or "b"`. */
export function anyOf(names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.reduce((before, name) => say`${before} or ${name}`, first);
}
