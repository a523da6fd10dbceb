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
