import { phpTrim } from '../text/php.ts';

/** How many of twelve columns a width takes; `ok: false` where `LayoutColumn::span()` throws. */
export type ColumnSpan =
  | {
      readonly ok: true;
      readonly span: number;
      /**
       * `false`: twelve cannot be divided so, and PHP cuts the rest off. Where deprecations are
       * reported, that is an error page.
       */
      readonly exact: boolean;
    }
  | { readonly ok: false };

/**
 * `Kirby\Cms\LayoutColumn::span()`: `1/2` is 6, a width without a denominator counts wholes (`1` is
 * 12), and what is not a number throws.
 */
export function columnSpan(width: string, columns = 12): ColumnSpan {
  const parts = width
    .split('/')
    .map(phpTrim)
    .filter((part) => part !== '');
  const [numerator = '1', denominator = '1'] = parts;
  if (!numeric.test(numerator) || !numeric.test(denominator) || Number(denominator) === 0) {
    return { ok: false };
  }
  const span = (columns * Number(numerator)) / Number(denominator);
  if (!Number.isSafeInteger(Math.trunc(span))) return { ok: false };
  // Adding zero makes 0 of -0, which PHP's integers do not know.
  return { ok: true, span: Math.trunc(span) + 0, exact: Number.isInteger(span) };
}

/** What PHP's arithmetic takes as a number without a warning. */
const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
