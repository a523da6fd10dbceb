import * as vscode from 'vscode';
import type { SearchHit, SearchResult } from '../../../server/src/protocol/index.ts';

/** A line of the list of what was found, without what only VS Code knows. */
export interface SearchItem {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** `undefined`: a heading, or a line that tells something. */
  readonly hit?: SearchHit;
  readonly isSeparator?: boolean;
}

/**
 * What was found as lines of a list: the title of the page, what holds the text, and the words
 * around it. A screen reader reads all three. Drafts stand below a heading of their own.
 */
export function searchItems({ hits, isComplete, isLimited }: SearchResult): readonly SearchItem[] {
  if (hits.length === 0) {
    return [
      {
        label: isComplete
          ? vscode.l10n.t('Nothing was found.')
          : vscode.l10n.t('Nothing yet: the site is being read.'),
      },
    ];
  }
  const drafts = hits.findIndex(({ status }) => status === 'draft');
  const items = hits.flatMap((hit, index): readonly SearchItem[] => {
    const item = itemOf(hit);
    return index === drafts
      ? [{ label: vscode.l10n.t('Drafts'), isSeparator: true }, item]
      : [item];
  });
  const rest = isComplete
    ? vscode.l10n.t('There is more: a longer text finds less.')
    : vscode.l10n.t('There may be more: the site is being read.');
  return isComplete && !isLimited ? items : [...items, { label: rest }];
}

function itemOf(hit: SearchHit): SearchItem {
  const { title, place, language, status, excerpt, site } = hit;
  const about = [place, language, status === 'draft' ? vscode.l10n.t('Draft') : undefined, site];
  return {
    label: title,
    description: about.filter((part) => part !== undefined).join(' · '),
    detail: excerpt,
    hit,
  };
}
