import type { InitializeParams } from 'vscode-languageserver';
import { parseJson } from '../kirby/json/value.ts';
import { type Catalogue, speak } from '../kirby/text/say.ts';
import { introductionOf } from './abilities.ts';
import type { Environment } from './environment.ts';

/**
 * Speaks the author's language from here on; English where there are no translations. They are read
 * where the server can read; in a browser the client brings them.
 *
 * @param params with the editor's locale: `de-CH` is German
 */
export function speakIn(params: InitializeParams, environment: Environment): void {
  const language = /^[a-z]+/.exec(params.locale?.toLowerCase() ?? '')?.[0];
  const text = language === undefined ? undefined : environment.translations?.(language);
  const given = introductionOf(params).translations;
  if (text !== undefined) speak(catalogueIn(text));
  else speak(given === undefined ? undefined : catalogueFrom(given));
}

/** @param text JSON: `{ "Remove the tag": "Das Tag entfernen" }`; what is no text in it is left out */
export function catalogueIn(text: string): Catalogue {
  return catalogueFrom(parseJson(text) ?? {});
}

function catalogueFrom(value: unknown): Catalogue {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.flatMap(([key, said]: [string, unknown]) =>
      typeof said === 'string' ? [[key, said] as const] : [],
    ),
  );
}
