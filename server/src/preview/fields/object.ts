import { isPhpArray, lowerKeys } from '../../kirby/blocks/php.ts';
import { contentValue } from '../content-value.ts';
import { html } from '../html.ts';
import { labelOf } from '../label.ts';
import type { FieldRenderer } from './renderer.ts';
import { decodedValue } from './rows.ts';
import { text } from './text.ts';

/** The fields of an object, each with its label, drawn as its own type. */
export const object: FieldRenderer = (value, context, definition) => {
  const decoded = decodedValue(value, context);
  if (!isPhpArray(decoded) || Array.isArray(decoded)) return text(value, context, definition);
  const rows = Object.entries(lowerKeys(decoded)).flatMap(([name, item]) => {
    if (contentValue(item).isEmpty) return [];
    const field = definition?.fields?.get(name);
    return [
      html`<dt>${field?.label ?? labelOf(name)}</dt>
        <dd>${context.draw(item, field)}</dd>`,
    ];
  });
  return html`<dl class="kirby-object">${rows}</dl>`;
};
