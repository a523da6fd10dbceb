import { expect } from 'vitest';
import { complete, type CompletionItem } from '../../server/src/features/completion/index.ts';
import { applyEdits } from '../../server/src/features/fixes.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { type SiteFiles, siteFrom } from './site.ts';

export interface CompletionOptions {
  /** Further files of the site, by path: blueprints, other pages, media. */
  readonly files?: SiteFiles;
  /** Where the text stands in the site. */
  readonly path?: string;
  /** `false`: the text is a loose file, outside of any site. */
  readonly inSite?: boolean;
}

/** What completion offers at the `$0` of a text. */
export interface Offered {
  readonly labels: readonly string[];
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
  /** The text once a suggestion is accepted. */
  accept(label: string): string;
  /** The same with the snippet's marks, as an editor that knows snippets gets it. */
  acceptSnippet(label: string): string;
}

/** Asks for completion at `$0` in a content file of a small site. */
export async function completionIn(
  marked: string,
  { files = {}, path = 'content/1_article/article.txt', inSite = true }: CompletionOptions = {},
): Promise<Offered> {
  const offset = marked.indexOf('$0');
  if (offset < 0) throw new Error('The text has no $0.');
  const text = marked.replace('$0', '');
  const site = inSite ? await siteFrom({ [path]: text, ...files }) : undefined;
  const file = site?.contentFile(sitePath(path));
  let ids = 0;
  const newId = (): string => `new-${++ids}`;
  const now = new Date(2026, 2, 14, 9, 26, 53);
  const list = complete({ document: parseContent(text), site, file, now, newId }, offset);
  const find = (label: string): CompletionItem => {
    const item = list.items.find((candidate) => candidate.label === label);
    expect(list.items.map((candidate) => candidate.label)).toContain(label);
    if (item === undefined) throw new Error(`"${label}" is not offered.`);
    return item;
  };
  return {
    labels: list.items.map(({ label }) => label),
    items: list.items,
    isIncomplete: list.isIncomplete,
    accept: (label) => {
      const { insert, additionalEdits = [] } = find(label);
      return applyEdits(text, [insert, ...additionalEdits]);
    },
    acceptSnippet: (label) => {
      const { insert, additionalEdits = [] } = find(label);
      const snippet = { span: insert.span, text: insert.snippet ?? insert.text };
      return applyEdits(text, [snippet, ...additionalEdits]);
    },
  };
}
