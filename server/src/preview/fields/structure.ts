import {
  isPhpArray,
  isPhpEmpty,
  type PhpArray,
  phpEntries,
  phpGet,
} from '../../kirby/blocks/php.ts';
import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { JsonValue } from '../../kirby/json/value.ts';
import { readYaml } from '../../kirby/yaml/read.ts';
import { html, type Html } from '../html.ts';
import { labelOf } from '../label.ts';
import { summary } from '../setting.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** The rows of a structure, or the one of an object, as a table. */
export const structure: FieldRenderer = (value, context, definition) => {
  const yaml = readYaml(value, context.site?.options.yamlHandler ?? 'spyc');
  const rows = yaml.ok ? rowsOf(yaml.value) : [];
  if (rows.length === 0) return text(value, context, definition);
  const names = [...new Set(rows.flatMap((row) => phpEntries(row).map(([name]) => String(name))))];
  const head = names.map((name) => html`<th scope="col">${labelIn(definition, name)}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>
        ${names.map((name) => html`<td>${cell(row, name)}</td>`)}
      </tr>`,
  );
  return html`<table class="kirby-table">
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>
  </table>`;
};

function rowsOf(value: JsonValue): readonly PhpArray[] {
  if (!isPhpArray(value) || isPhpEmpty(value)) return [];
  return Array.isArray(value)
    ? phpEntries(value).flatMap(([, row]) => (isPhpArray(row) ? [row] : []))
    : [value];
}

function labelIn(definition: FieldDefinition | undefined, name: string): string {
  return definition?.fields?.get(name)?.label ?? labelOf(name);
}

function cell(row: PhpArray, name: string): Html {
  const value = summary(phpGet(row, name) ?? null);
  return html`${value.length > 120 ? `${value.slice(0, 120)}…` : value}`;
}
