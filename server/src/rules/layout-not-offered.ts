import { isSet, phpString } from '../kirby/blocks/php.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../kirby/json/value.ts';
import { columnSpan } from '../kirby/layout/width.ts';
import { memo } from '../kirby/text/memo.ts';
import { blockParts } from './block-parts.ts';
import { formContext } from './form-rule.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A row whose columns are none of the field's `layouts`. Kirby keeps it and prints it; the Panel
 * offers no such row (`Kirby\Form\Field\LayoutField`).
 */
export const layoutNotOffered: Rule = {
  code: 'layout-not-offered',
  severity: 'hint',
  reads: 'site',
  *check(context) {
    const known = formContext(context);
    if (known === undefined) return;
    for (const { value, holder, rows } of blockParts(known)) {
      const { layouts, props } = value.definition;
      if (layouts === undefined || !isSet(props['layouts']) || !value.form.complete) continue;
      const offered = offeredIn(layouts);
      for (const row of rows) {
        const widths = widthsOf(row.value);
        if (widths === undefined || offered.has(widths)) continue;
        const span = holder.spanAt([...row.path, 'columns', 0, 'width']);
        if (span === undefined) continue;
        yield {
          message: say`The blueprint offers no row with the columns ${widths}. Kirby keeps it and shows it, but nobody can make another one in the Panel.`,
          span,
        };
      }
    }
  },
};

const offeredIn = memo(
  (layouts: readonly (readonly string[])[]): ReadonlySet<string> =>
    new Set(layouts.map((widths) => widths.join(', '))),
);

/**
 * `1/2, 1/2`; `undefined` where a column is none, or there twice: that is for other rules. Of several
 * columns one without a width is a row that is not finished.
 */
const widthsOf = memo(({ columns }: JsonObject): string | undefined => {
  if (!isArray(columns) || columns.length === 0) return undefined;
  const widths: string[] = [];
  const ids = new Set<JsonValue>();
  for (const column of columns) {
    if (!isObject(column)) return undefined;
    const { id, width } = column;
    if (isSet(id) && ids.has(id)) return undefined;
    if (!isSet(width) && columns.length > 1) return undefined;
    ids.add(id ?? null);
    const text = phpString(width ?? '1/1')?.trim();
    const reading = text === undefined ? undefined : columnSpan(text);
    if (text === undefined || reading?.ok !== true || !reading.exact) return undefined;
    widths.push(text);
  }
  return widths.join(', ');
});
