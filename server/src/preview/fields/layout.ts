import { decodeJson } from '../../kirby/blocks/decode.ts';
import { isPhpArray } from '../../kirby/blocks/php.ts';
import type { LayoutColumn } from '../../kirby/layout/read.ts';
import { readLayout } from '../../kirby/layout/read.ts';
import { html, type Html } from '../html.ts';
import { blockList } from './blocks.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** A layout inside of another value: its rows with their columns and blocks. */
export const layout: FieldRenderer = (value, context, definition) => {
  const { json } = value;
  const decoded = isPhpArray(json) ? json : decodeJson(value.text ?? '');
  const reading = decoded === undefined ? undefined : readLayout(decoded);
  if (context.drawBlock === undefined || reading?.ok !== true) {
    return text(value, context, definition);
  }
  const column = ({ span, blocks }: LayoutColumn): Html =>
    html`<div class="kirby-column kirby-span-${Math.min(12, Math.max(1, span ?? 12))}">
      ${blockList(blocks, context, definition)}
    </div>`;
  return html`${reading.rows.map(({ columns }) => html`<div class="kirby-columns">${columns.map(column)}</div>`)}`;
};
