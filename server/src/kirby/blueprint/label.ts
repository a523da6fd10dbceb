import { isObject, type JsonValue } from '../json/value.ts';
import { withCoreTexts } from './core-texts.ts';

/**
 * The label that Kirby makes of a name (`Kirby\Toolkit\Str::label()` since 5.2): `my_field` and
 * `myField` → `My field`, `h1` → `H 1`, `MyHTMLField` → `My h t m l field`.
 */
export function automaticLabel(name: string): string {
  const words = name
    .replace(/[_.-]/g, ' ')
    .replace(/[^\p{Ll}\d]/gu, ' $&')
    .replace(/(\D)(\d)/g, '$1 $2')
    .replace(/ +/g, ' ')
    .trim()
    .toLowerCase();
  return upperFirst(words);
}

/** PHP's `ucfirst()` for what a reader sees. */
export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * A text of a blueprint in the reader's language: of a language map the first preferred language
 * that it has, else English, else its first entry; of a key of Kirby's translations what that says.
 * `undefined` for what is no text.
 */
export function translated(
  value: JsonValue | undefined,
  languages: readonly string[],
): string | undefined {
  if (typeof value === 'string') return withCoreTexts(value);
  if (typeof value === 'number') return String(value);
  if (!isObject(value)) return undefined;
  const wanted = [...languages.flatMap((code) => [code, code.split(/[-_]/)[0] ?? code]), 'en'];
  const code = wanted.find((key) => typeof value[key] === 'string') ?? Object.keys(value)[0];
  const text = code === undefined ? undefined : value[code];
  return typeof text === 'string' ? text : undefined;
}
