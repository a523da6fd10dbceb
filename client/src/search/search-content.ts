import * as vscode from 'vscode';
import {
  search,
  type SearchHit,
  type SearchParams,
  type SearchResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';
import { type SearchItem, searchItems } from './search-items.ts';

/**
 * Searches what the content of the workspace says, however its files write it, while an author types.
 * Moving through the list shows each place; Enter goes there, Escape back to where the author was.
 *
 * @param query what to search for at first; anything but text: nothing yet
 * @returns the place that was chosen
 */
export function searchContent(
  server: LanguageServer,
  query: unknown,
): Promise<SearchHit | undefined> {
  return new ContentSearch(server, typeof query === 'string' ? query : '').chosen;
}

interface Line extends vscode.QuickPickItem {
  readonly hit?: SearchHit;
}

class ContentSearch {
  readonly chosen: Promise<SearchHit | undefined>;
  readonly #server: LanguageServer;
  readonly #pick = vscode.window.createQuickPick<Line>();
  readonly #look = new Look();
  #asked = new vscode.CancellationTokenSource();
  /** Whether the author has moved in the list that is shown: else every key would open a file. */
  #hasMoved = false;

  constructor(server: LanguageServer, query: string) {
    this.#server = server;
    const pick = this.#pick;
    pick.title = vscode.l10n.t('Search Content');
    pick.placeholder = vscode.l10n.t(
      'Words of the content, in any letter case, with or without accents',
    );
    pick.matchOnDetail = true;
    pick.value = query;
    this.chosen = new Promise((resolve) => {
      pick.onDidAccept(() => {
        const hit = pick.activeItems[0]?.hit;
        if (hit === undefined) return;
        resolve(hit);
        void this.#look.goTo(hit);
        pick.hide();
      });
      pick.onDidHide(() => {
        this.#asked.cancel();
        this.#asked.dispose();
        void this.#look.goBack().then(() => {
          resolve(undefined);
        });
        pick.dispose();
      });
    });
    pick.onDidChangeValue((value) => void this.#search(value));
    pick.onDidChangeActive(([line]) => {
      const isFirst = line === pick.items[0];
      this.#hasMoved ||= line !== undefined && !isFirst;
      if (this.#hasMoved && line?.hit !== undefined) void this.#look.showPlace(line.hit);
    });
    pick.show();
    // Nothing is found by it, but the server starts to read.
    void this.#search(query);
  }

  async #search(query: string): Promise<void> {
    this.#asked.cancel();
    this.#asked.dispose();
    this.#asked = new vscode.CancellationTokenSource();
    const { token } = this.#asked;
    this.#pick.busy = true;
    const first = await this.#ask({ query }, token);
    if (first?.isComplete === false) await this.#ask({ query, whenComplete: true }, token);
    if (!token.isCancellationRequested) this.#pick.busy = false;
  }

  async #ask(
    question: SearchParams,
    token: vscode.CancellationToken,
  ): Promise<SearchResult | undefined> {
    const answer = await this.#server.ask<SearchResult>(search, question, token);
    // Meanwhile something else may have been typed.
    if (token.isCancellationRequested || answer === undefined) return undefined;
    const isAsked = question.query.trim() !== '';
    this.#hasMoved = false;
    this.#pick.items = isAsked ? searchItems(answer).map(toLine) : [];
    return answer;
  }
}

function toLine({ label, description, detail, hit, isSeparator }: SearchItem): Line {
  return {
    label,
    ...(description === undefined ? {} : { description }),
    ...(detail === undefined ? {} : { detail }),
    ...(hit === undefined ? {} : { hit }),
    ...(isSeparator === true ? { kind: vscode.QuickPickItemKind.Separator } : {}),
    // The list is right as it is: VS Code would leave out what has other accents than were typed.
    alwaysShow: true,
  };
}

/** What the editor shows while an author moves through the list. */
class Look {
  readonly #from = vscode.window.activeTextEditor;
  readonly #selection = this.#from?.selection;
  readonly #tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  readonly #open = new Set(openTexts().map(({ uri }) => uri));
  /** One after the other, so that the last one stays. */
  #work: Promise<void> = Promise.resolve();
  #last: SearchHit | undefined;
  #isOver = false;

  showPlace(hit: SearchHit): Promise<void> {
    this.#last = hit;
    return this.#then(async () => {
      if (this.#last === hit && !this.#isOver) await show(hit, true);
    });
  }

  goTo(hit: SearchHit): Promise<void> {
    this.#isOver = true;
    return this.#then(() => show(hit, false));
  }

  /** Back to the text that was shown at first, if anything else was shown since. */
  goBack(): Promise<void> {
    if (this.#isOver) return this.#work;
    this.#isOver = true;
    return this.#then(async () => {
      if (this.#last === undefined) return;
      const opened = openTexts().filter(({ uri, tab }) => tab.isPreview && !this.#open.has(uri));
      await vscode.window.tabGroups.close(opened.map(({ tab }) => tab));
      if (this.#from === undefined) return;
      const { document, viewColumn } = this.#from;
      if (this.#tab?.input instanceof vscode.TabInputTextDiff) {
        // Its text in a tab of its own is not where the author was.
        const { label, group, input } = this.#tab;
        const { original, modified } = input;
        const column = group.viewColumn;
        await vscode.commands.executeCommand('vscode.diff', original, modified, label, column);
        return;
      }
      const shown = await vscode.window.showTextDocument(document, viewColumn);
      if (this.#selection !== undefined) shown.selection = this.#selection;
    });
  }

  #then(step: () => Promise<void>): Promise<void> {
    // A file may be gone by now: then it is not shown.
    this.#work = this.#work.then(step).catch(() => undefined);
    return this.#work;
  }
}

async function show({ uri, range }: SearchHit, preserveFocus: boolean): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    preserveFocus,
    preview: preserveFocus,
    selection: toRange(range),
  });
}

function openTexts(): readonly { readonly tab: vscode.Tab; readonly uri: string }[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap((tab) =>
      tab.input instanceof vscode.TabInputText ? [{ tab, uri: tab.input.uri.toString() }] : [],
    );
}
