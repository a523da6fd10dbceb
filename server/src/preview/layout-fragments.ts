import type { Block } from '../kirby/blocks/block.ts';
import type { FieldDefinition, Fieldset } from '../kirby/blueprint/blueprint.ts';
import type { LayoutColumn, LayoutRow } from '../kirby/layout/read.ts';
import { blockFragment } from './block-fragment.ts';
import type { JsonPath, JsonValue } from '../kirby/json/value.ts';
import { html, type Html } from './html.ts';
import { childKey } from './key.ts';
import type { Memory } from './memory.ts';
import type { Fragment, RenderContext } from './model.ts';
import { settingsHtml } from './setting.ts';
import { say } from '../kirby/text/say.ts';

/** What the fragments of one field are made with. */
export interface FragmentMaker {
  readonly context: RenderContext;
  readonly memory: Memory;
  readonly field: string;
  /** `undefined`: no blueprint knows the field. */
  readonly definition: FieldDefinition | undefined;
  readonly add: (fragment: Fragment) => void;
}

/** Where a child fragment belongs. */
export function slot(key: string): Html {
  return html`<kirby-slot data-key="${key}"></kirby-slot>`;
}

/** The fragments of rows, of their columns and their blocks; answers the keys of the rows. */
export function rowFragments(
  rows: readonly LayoutRow[],
  parent: string,
  maker: FragmentMaker,
): readonly string[] {
  return rows.map((row, index) => {
    const key = childKey(parent, row.id, index);
    const columns = row.columns.map((column, place) => columnFragment(column, key, place, maker));
    return addFragment(maker, key, row.path, [row.attrs, columns], () =>
      rowHtml(row, key, columns, maker),
    );
  });
}

function columnFragment(
  column: LayoutColumn,
  parent: string,
  index: number,
  maker: FragmentMaker,
): string {
  const key = childKey(parent, column.id, index);
  const blocks = blockFragments(column.blocks, key, maker);
  return addFragment(maker, key, column.path, [column.width, blocks], () =>
    columnHtml(column, key, blocks),
  );
}

/** The fragments of blocks; answers their keys. A page has no hidden blocks. */
export function blockFragments(
  blocks: readonly Block[],
  parent: string,
  maker: FragmentMaker,
): readonly string[] {
  return blocks.flatMap((block, index) => {
    if (block.isHidden && maker.context.audience === 'page') return [];
    const key = childKey(parent, block.id, index);
    const source = [block.type, block.isHidden, block.content];
    return addFragment(maker, key, block.path, source, () =>
      blockFragment(block, key, fieldsetOf(block.type, maker), maker.context),
    );
  });
}

function addFragment(
  { memory, field, add }: FragmentMaker,
  key: string,
  path: JsonPath,
  source: JsonValue,
  make: () => Html,
): string {
  const fragment = memory.recall(key, source, () => make().html);
  add({ key, html: fragment, place: { field, path } });
  return key;
}

function rowHtml(
  row: LayoutRow,
  key: string,
  columns: readonly string[],
  { definition, context }: FragmentMaker,
): Html {
  const settings = settingsHtml(row.attrs, definition?.settings, context);
  const label = columns.length === 1 ? say`Row, 1 column` : say`Row, ${columns.length} columns`;
  const body =
    columns.length === 0
      ? html`<p class="kirby-note">${say`Empty row`}</p>`
      : html`<div class="kirby-columns">${columns.map(slot)}</div>`;
  return html`<section
    class="kirby-row"
    data-key="${key}"
    role="group"
    aria-label="${label}"
    tabindex="0"
  >
    ${settings}${body}
  </section>`;
}

function columnHtml({ width, span }: LayoutColumn, key: string, blocks: readonly string[]): Html {
  const note = html`<p class="kirby-note">${say`The width “${width}” is no fraction.`}</p>`;
  const body =
    blocks.length === 0 ? html`<p class="kirby-note">${say`Empty column`}</p>` : blocks.map(slot);
  return html`<div
    class="kirby-column kirby-span-${Math.min(12, Math.max(1, span ?? 12))}"
    data-key="${key}"
    role="group"
    aria-label="${say`Column, width ${width}`}"
    ${blocks.length === 0 && html`tabindex="0"`}
  >
    ${span === undefined && note}${body}
  </div>`;
}

function fieldsetOf(type: string, { definition, context }: FragmentMaker): Fieldset | undefined {
  return definition?.fieldsets?.get(type) ?? context.site?.blueprints.fieldset(type);
}
