import {
  isPhpArray,
  isPhpEmpty,
  lowerKeys,
  type PhpArray,
  phpEntries,
  phpGet,
} from '../../kirby/blocks/php.ts';
import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { JsonValue } from '../../kirby/json/value.ts';
import { contentValue } from '../content-value.ts';
import { html } from '../html.ts';
import { labelOf } from '../label.ts';
import type { FieldRenderer } from './renderer.ts';
import { decodedValue, itemsIn } from './rows.ts';
import { text } from './text.ts';

/**
 * The rows of a structure as a table, each cell as its own field type is drawn. Names of fields are lower
 * case to Kirby (`Kirby\Content\Content`).
 */
export const structure: FieldRenderer = (value, context, definition) => {
  const decoded = decodedValue(value, context);
  const rows = Array.isArray(decoded) ? itemsIn(decoded).filter(isRow).map(lowerKeys) : [];
  if (rows.length === 0) return text(value, context, definition);
  const names = columnsOf(rows, definition);
  const head = names.map((name) => html`<th scope="col">${labelIn(definition, name)}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>
        ${names.map((name) => html`<td>${context.draw(phpGet(row, name), definition?.fields?.get(name))}</td>`)}
      </tr>`,
  );
  return html`<div class="kirby-scroll">
    <table class="kirby-table">
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
};

function isRow(value: JsonValue): value is PhpArray {
  return isPhpArray(value) && !isPhpEmpty(value);
}

/** The fields of the blueprint in their order, then other keys; columns with nothing in them are left out. */
function columnsOf(
  rows: readonly PhpArray[],
  definition: FieldDefinition | undefined,
): readonly string[] {
  const written = rows.flatMap((row) =>
    phpEntries(row).flatMap(([name, cell]) => (contentValue(cell).isEmpty ? [] : [String(name)])),
  );
  const filled = new Set(written);
  const known = [...(definition?.fields?.keys() ?? [])].filter((name) => filled.has(name));
  return [...new Set([...known, ...written])];
}

function labelIn(definition: FieldDefinition | undefined, name: string): string {
  return definition?.fields?.get(name)?.label ?? labelOf(name);
}
