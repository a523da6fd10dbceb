/** What stands around a group of rules, from the outside in: `@media print`, `@container (width > 3px)`. */
export type Conditions = readonly string[];

/**
 * The conditions of `@media` on the preview's page: a width is that of the page and not of the window, and
 * light or dark is what the page is. One for each query of the list; a query that is never met is left out.
 *
 * `screen and (min-width: 40em)` → `@container kirby-sheet (min-width: 40em)`
 *
 * @param isDark whether the page is
 */
export function mediaConditions(list: string, isDark: boolean): readonly Conditions[] {
  return list.split(',').flatMap((query) => {
    const conditions = conditionsOf(query.trim(), isDark);
    return conditions === undefined ? [] : [conditions];
  });
}

function conditionsOf(query: string, isDark: boolean): Conditions | undefined {
  // What is turned around or alternative cannot be taken apart.
  if (/\b(?:not|or)\b/i.test(query)) return [`@media ${query}`];
  const rest: string[] = [];
  const widths: string[] = [];
  for (const part of query.split(/\s+and\s+/i)) {
    const scheme = /^\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)$/i.exec(part)?.[1];
    if (scheme !== undefined) {
      if ((scheme.toLowerCase() === 'dark') !== isDark) return undefined;
    } else if (/^\([^()]*(?<!device-)\b(?:(?:min|max)-)?width\b[^()]*\)$/i.test(part)) {
      widths.push(part);
    } else if (!/^(?:only\s+)?(?:screen|all)$/i.test(part)) rest.push(part);
  }
  return [
    ...(rest.length === 0 ? [] : [`@media ${rest.join(' and ')}`]),
    ...(widths.length === 0 ? [] : [`@container kirby-sheet ${widths.join(' and ')}`]),
  ];
}
