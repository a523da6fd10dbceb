import type { FieldOption } from '../blueprint/blueprint.ts';
import { distance, likelySlips, nearest } from '../text/near.ts';

/**
 * The options that a value which is none may have meant, the likeliest first: another letter case,
 * what the Panel shows instead of what it stores, a slip of the pen.
 */
export function nearOptions(
  value: string,
  options: readonly FieldOption[],
): readonly FieldOption[] {
  const wanted = value.trim().toLowerCase();
  return nearest(options, ({ value: stored, text }) => {
    const [own, shown] = [stored.toLowerCase(), text.toLowerCase()];
    if (own === wanted) return 0;
    if (shown === wanted) return 1;
    const slips = likelySlips(wanted);
    const byText = distance(wanted, shown, slips);
    return distance(wanted, own, slips) ?? (byText === undefined ? undefined : byText + 1);
  });
}

/** `web`, or `web (On the web)` where the Panel shows something else. */
export function optionTitle({ value, text }: FieldOption): string {
  return text === value || text === '' ? `"${value}"` : `"${value}" (${text})`;
}

/** More than these nobody reads in a sentence. */
const MOST = 8;

/** The choices in a sentence for an author: `One of …` */
export function describeOptions(
  options: readonly FieldOption[] | undefined,
  opening: string,
): readonly string[] {
  if (options === undefined || options.length === 0) return [];
  const shown = options
    .slice(0, MOST)
    .map(({ value, text }) =>
      text === value || text === '' ? `\`${value}\`` : `\`${value}\` (${text})`,
    );
  const rest = options.length - shown.length;
  return [`${opening} ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`];
}
