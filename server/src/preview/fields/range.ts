import { isObject } from '../../kirby/json/value.ts';
import { withUnits } from './number.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** A number with what its tooltip in the Panel puts before and after it: `75 %`. */
export const range: FieldRenderer = (value, context, definition) => {
  const tooltip = definition?.props['tooltip'];
  return value.text === undefined
    ? text(value, context, definition)
    : withUnits(value.text, isObject(tooltip) ? tooltip : {});
};
