import { columnSpan } from '../kirby/layout/width.ts';
import { isArray, isObject, type JsonValue } from '../kirby/json/value.ts';
import { allShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Fix, Rule } from './rule.ts';
import { type Part, placed, type Shape } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A width from which `Kirby\Cms\LayoutColumn::span()` makes no whole number of twelfths: it throws
 * on what is no fraction, and cuts off the rest of what does not divide twelve, with a deprecation
 * that ends the request wherever those are reported.
 */
export const columnWidth: Rule = {
  code: 'column-width',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const shape of allShapes(context)) {
      const odd = shape.columns.filter(({ value }) => isOdd(value['width']));
      for (const { item, span } of placed(shape, odd, ({ path }) => [...path, 'width'])) {
        const width = item.value['width'] ?? null;
        const reading = columnSpan(asText(width));
        yield {
          message: reading.ok
            ? say`A width of ${quoted(width)} is no whole number of twelfths; Kirby rounds it down to ${reading.span} of 12, and on some servers the page fails.`
            : say`${quoted(width)} is no width. Kirby cannot place the column, and the page fails where it is shown; write a fraction such as "1/2".`,
          severity: reading.ok ? 'warning' : 'error',
          span,
          fixes: () => fixes(shape, item, reading.ok ? reading.span : spanOfPercent(width)),
        };
      }
    }
  },
};

function isOdd(width: JsonValue | undefined): boolean {
  if (width === undefined || width === null || isArray(width) || isObject(width)) return false;
  const reading = columnSpan(asText(width));
  return !reading.ok || !reading.exact;
}

/** A number or boolean as PHP's string property takes it. */
function asText(width: JsonValue): string {
  if (typeof width === 'boolean') return width ? '1' : '';
  return typeof width === 'string' || typeof width === 'number' ? String(width) : '';
}

function quoted(width: JsonValue): string {
  return typeof width === 'string' ? `"${width}"` : JSON.stringify(width);
}

/** The usual fractions of twelve columns. */
const usual = [
  '1/12',
  '1/6',
  '1/4',
  '1/3',
  '5/12',
  '1/2',
  '7/12',
  '2/3',
  '3/4',
  '5/6',
  '11/12',
  '1/1',
];

/** Columns of twelve that `50%` means. */
function spanOfPercent(width: JsonValue): number | undefined {
  const percent = /^\s*(\d{1,3}(?:\.\d+)?)\s*%\s*$/.exec(asText(width))?.[1];
  return percent === undefined ? undefined : (Number(percent) * 12) / 100;
}

/** The nearest usual width first; for something unreadable the width that fills the row. */
function fixes(shape: Shape, { path }: Part, span: number | undefined): readonly Fix[] {
  const distance = (width: string): number => {
    const reading = columnSpan(width);
    return reading.ok ? Math.abs(reading.span - (span ?? 12)) : Infinity;
  };
  return usual
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 3)
    .flatMap((value) =>
      jsonFix(
        shape,
        say`Set the width to ${value}`,
        { kind: 'set', path: [...path, 'width'], value },
        { safe: false },
      ),
    );
}
