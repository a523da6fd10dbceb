import { isObject, parseJson } from '../kirby/json/value.ts';
import { type Catalogue, speak } from '../kirby/text/say.ts';
import type { Environment } from './environment.ts';

/**
 * Speaks the author's language from here on; English where there are no translations.
 *
 * @param locale the editor's: `de-CH` is German
 */
export function speakIn(locale: string | undefined, environment: Environment): void {
  const language = /^[a-z]+/.exec(locale?.toLowerCase() ?? '')?.[0];
  const text = language === undefined ? undefined : environment.translations?.(language);
  speak(text === undefined ? undefined : catalogueIn(text));
}

/** @param text JSON: `{ "Remove the tag": "Das Tag entfernen" }`; what is no text in it is left out */
export function catalogueIn(text: string): Catalogue {
  const value = parseJson(text);
  const entries = isObject(value) ? Object.entries(value) : [];
  return new Map(
    entries.flatMap(([key, said]) => (typeof said === 'string' ? [[key, said] as const] : [])),
  );
}
