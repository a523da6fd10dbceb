import type { JsonValue } from '../json/value.ts';
import { readSpyc } from './spyc/read.ts';
import { readSymfony } from './symfony/read.ts';

/** The engine that the option `yaml.handler` names; Kirby's default is Spyc. */
export type YamlHandler = 'spyc' | 'symfony';

export type YamlResult =
  | { readonly ok: true; readonly value: JsonValue }
  /** The engine refuses the text; in Kirby an exception with about this message. */
  | { readonly ok: false; readonly message: string };

/**
 * YAML as Kirby reads it (`Kirby\Data\Yaml::decode()`): always a list or a map, a lone scalar is the
 * only item of a list. An object's keys that look like integers come first, as everywhere in
 * JavaScript; PHP keeps their order.
 */
export function readYaml(text: string, handler: YamlHandler): YamlResult {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content === '') return { ok: true, value: [] };
  switch (handler) {
    case 'spyc':
      return readSpyc(content);
    case 'symfony':
      return readSymfony(content);
  }
}
