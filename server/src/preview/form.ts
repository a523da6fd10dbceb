import type { Blueprint, FormColumn, FormTab } from '../kirby/blueprint/blueprint.ts';
import { columnSpan } from '../kirby/layout/width.ts';
import { html, type Html } from './html.ts';
import { slot } from './layout-fragments.ts';
import type { Fragment } from './model.ts';
import type { ShownField } from './shown-field.ts';
import { say } from '../kirby/text/say.ts';

/** A piece of the page below its head: a field by its key, or a frame with fields in it. */
export type FormPart =
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'frame'; readonly fragment: Fragment };

/**
 * Fields as the form of the Panel arranges them: in the blueprint's order, with its tabs and columns
 * where there are several. What no tab has stands at the end. Without a blueprint all stay in the
 * order they have.
 */
export function formParts(
  shown: readonly ShownField[],
  blueprint: Blueprint | undefined,
): readonly FormPart[] {
  const known = new Map(shown.map((one) => [one.name, one]));
  const tabs = (blueprint?.tabs ?? []).flatMap(({ label, columns }) => {
    const filled = columns.flatMap((column) => {
      const inside = column.fields.flatMap((name) => known.get(name) ?? []);
      return inside.length === 0 ? [] : [{ ...column, shown: inside }];
    });
    return filled.length === 0 ? [] : [{ label, columns: filled }];
  });
  const placed = new Set(tabs.flatMap(({ columns }) => columns.flatMap((column) => column.shown)));
  const others = shown.filter((one) => !placed.has(one));
  return [
    ...tabs.flatMap((tab, index) => tabParts(tab, index, tabs.length > 1)),
    ...otherParts(others, blueprint?.complete === true && placed.size > 0),
  ];
}

interface FilledColumn extends FormColumn {
  readonly shown: readonly ShownField[];
}

interface FilledTab extends FormTab {
  readonly columns: readonly FilledColumn[];
}

/** A tab of one column over the whole width needs no frame, unless it has to be told from others. */
function tabParts(
  { label, columns }: FilledTab,
  index: number,
  isOneOfSeveral: boolean,
): readonly FormPart[] {
  const [first] = columns;
  if (!isOneOfSeveral && columns.length === 1 && first?.shown.every(isWide) === true) {
    return first.shown.map(fieldPart);
  }
  const isAlone = columns.length === 1;
  const body = columns.map((column) =>
    gridCell(isAlone ? '1/1' : column.width, columnBody(column.shown)),
  );
  const title = isOneOfSeveral && label !== undefined;
  return [
    frame(
      `#tab-${index}`,
      title ? label : undefined,
      html`<div class="kirby-columns">${body}</div>`,
    ),
  ];
}

function columnBody(shown: readonly ShownField[]): Html {
  if (shown.every(isWide)) return html`${shown.map(({ key }) => slot(key))}`;
  const cells = shown.map((one) => gridCell(widthOf(one), slot(one.key)));
  return html`<div class="kirby-columns">${cells}</div>`;
}

function otherParts(others: readonly ShownField[], isStrange: boolean): readonly FormPart[] {
  if (others.length === 0 || !isStrange) return others.map(fieldPart);
  const fields = others.map(({ key }) => slot(key));
  return [frame('#others', say`Not in the blueprint`, html`${fields}`)];
}

function frame(key: string, label: string | undefined, body: Html): FormPart {
  const name = label ?? say`Fields`;
  const title = label !== undefined && html`<p class="kirby-tab-label">${label}</p>`;
  const fragment = html`<section
    class="kirby-tab"
    data-key="${key}"
    role="group"
    aria-label="${name}"
  >
    ${title}${body}
  </section>`;
  return { kind: 'frame', fragment: { key, html: fragment.html, place: { field: '', path: [] } } };
}

function gridCell(width: string, body: Html): Html {
  return html`<div class="kirby-column kirby-span-${spanOf(width)}">${body}</div>`;
}

/** Columns of twelve. */
function spanOf(width: string): number {
  const span = columnSpan(width);
  return Math.min(12, Math.max(1, span.ok ? span.span : 12));
}

function widthOf({ definition }: ShownField): string {
  const width = definition?.props['width'];
  return typeof width === 'string' ? width : '1/1';
}

function isWide(shown: ShownField): boolean {
  return spanOf(widthOf(shown)) === 12;
}

function fieldPart({ key }: ShownField): FormPart {
  return { kind: 'field', key };
}
