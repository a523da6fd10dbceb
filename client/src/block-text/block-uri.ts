import * as vscode from 'vscode';
import type { BlockTextAddress, BlockTextAtResult } from '../../../server/src/protocol/index.ts';

/** The scheme of tabs that show one text of a content file. */
export const blockScheme = 'kirby-author-block';

/** Where the text of a tab stands: the address of the tab says it, so that it outlives the window. */
export interface BlockSource {
  readonly uri: vscode.Uri;
  readonly address: BlockTextAddress;
}

/**
 * The address of a tab: `kirby-author-block:/heading · About us.html?{…}`.
 *
 * @param isTaken whether another tab has an address: the row that it was opened at may have moved
 */
export function blockUri(
  source: vscode.Uri,
  { name, languageId, address }: BlockTextAtResult,
  isTaken: (uri: vscode.Uri) => boolean,
): vscode.Uri {
  const file = name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  const path = `/${file}${extensions.get(languageId) ?? '.txt'}`;
  for (let copy = 0; ; copy++) {
    const number = copy === 0 ? {} : { copy };
    const uri = vscode.Uri.from({
      scheme: blockScheme,
      path,
      query: JSON.stringify({ uri: source.toString(), address, path, ...number }),
    });
    if (!isTaken(uri)) return uri;
  }
}

/**
 * `undefined` for an address that no tab of ours has. VS Code asks for free names beside a tab, with the same
 * query, until one is not there.
 */
export function sourceOf(tab: vscode.Uri): BlockSource | undefined {
  try {
    const {
      uri,
      address,
      path = tab.path,
    } = JSON.parse(tab.query) as {
      readonly uri: string;
      readonly address: BlockTextAddress;
      readonly path?: string;
    };
    if (path !== tab.path) return undefined;
    return { uri: vscode.Uri.parse(uri, true), address };
  } catch {
    return undefined;
  }
}

const extensions: ReadonlyMap<string, string> = new Map([
  ['html', '.html'],
  ['kirby-layout', '.kirby-layout'],
  ['markdown', '.md'],
]);
