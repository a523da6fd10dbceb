import type { JsonValue } from '../../kirby/json/value.ts';
import { html, type Html } from '../html.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** A number with what the blueprint puts before and after it: `12 €`. */
export const number: FieldRenderer = (value, context, definition) =>
  value.text === undefined
    ? text(value, context, definition)
    : withUnits(value.text, definition?.props ?? {});

/** A number between the texts that stand before and after it, where there are any. */
export function withUnits(
  shown: string,
  { before, after }: { readonly before?: JsonValue; readonly after?: JsonValue },
): Html {
  const parts = [before, shown, after].flatMap((part) =>
    typeof part === 'string' && part !== '' ? [part] : [],
  );
  return html`<p class="kirby-value">${parts.join(' ')}</p>`;
}
