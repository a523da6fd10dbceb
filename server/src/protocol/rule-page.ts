/** The documentation stands in the repository. */
const RULE_PAGES = 'https://github.com/kirby-author/kirby-author/blob/main/docs/rules';

/** Where the page of a rule is read. */
export function rulePage(code: string): string {
  return `${RULE_PAGES}/${code}.md`;
}
