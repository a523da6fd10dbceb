import type { JsonValue } from '../json/value.ts';
import { readText } from './read-text.ts';

/**
 * HTML as the form has it, after `Kirby\Sane\Html::sanitize()`. What is left of elements and
 * entities only Kirby can tell; a text without any stays as it is.
 */
export function readHtml(value: JsonValue | undefined): JsonValue | undefined {
  const text = readText(value);
  return typeof text === 'string' && /[<>&\u00a0]/.test(text) ? undefined : text;
}
