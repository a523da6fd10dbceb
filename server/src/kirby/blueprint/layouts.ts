import { isArray, type JsonValue } from '../json/value.ts';
import { entriesOf, isSet } from './raw.ts';

/**
 * The column patterns of a layout field: `"1/2, 1/2"` → `['1/2', '1/2']`. One full-width column
 * where the blueprint names none (`Kirby\Form\Field\LayoutField::setLayouts()`).
 */
export function columnPatterns(layouts: JsonValue | undefined): readonly (readonly string[])[] {
  if (!isSet(layouts)) return [['1/1']];
  return entriesOf(layouts).flatMap(([, pattern]) => {
    if (typeof pattern === 'string') return [splitPattern(pattern)];
    return isArray(pattern) ? [pattern.map(String)] : [];
  });
}

function splitPattern(pattern: string): readonly string[] {
  return pattern
    .split(',')
    .map((width) => width.trim())
    .filter((width) => width !== '');
}
