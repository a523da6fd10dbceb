import { readFileSync } from 'node:fs';

/** One recorded question to a real Kirby and its answer. */
export interface VectorCase {
  readonly name: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error?: { readonly class: string; readonly message: string };
}

/** The cases of `test/vectors/NAME.json`. */
export function vectors(name: string): readonly VectorCase[] {
  const text = readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: VectorCase[] }).cases;
}
