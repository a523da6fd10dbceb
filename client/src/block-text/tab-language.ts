import * as vscode from 'vscode';
import {
  blockTextComplete,
  type BlockTextCompleteParams,
  type BlockTextCompleteResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';
import type { BlockTabs } from './block-tabs.ts';
import { blockScheme } from './block-uri.ts';
import { inSource, inTab, settledTab, type SettledTab } from './tab-places.ts';

const { CompletionItemKind } = vscode;

/** What the content file offers at a place, a tab offers at the same place of its text. */
export function registerTabLanguage(server: LanguageServer, tabs: BlockTabs): vscode.Disposable {
  const { commands, languages } = vscode;
  const selector = { scheme: blockScheme };
  /** The same place in the content file, whose providers are the server's. */
  const sourceOf = async (
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ readonly settled: SettledTab; readonly at: vscode.Position } | undefined> => {
    const settled = await settledTab(tabs.get(document.uri));
    const at = settled && (await inSource(server, settled, position));
    return settled === undefined || at === undefined ? undefined : { settled, at };
  };
  return vscode.Disposable.from(
    languages.registerHoverProvider(selector, {
      async provideHover(document, position) {
        const place = await sourceOf(document, position);
        if (place === undefined) return undefined;
        const { settled, at } = place;
        const command = 'vscode.executeHoverProvider';
        const [hover] = await commands.executeCommand<vscode.Hover[]>(
          command,
          settled.tab.source,
          at,
        );
        if (hover === undefined) return undefined;
        const ranges = hover.range === undefined ? [] : [hover.range];
        const [range] = await inTab(server, settled, ranges);
        return new vscode.Hover(hover.contents, range);
      },
    }),
    languages.registerDefinitionProvider(selector, {
      async provideDefinition(document, position) {
        const place = await sourceOf(document, position);
        if (place === undefined) return undefined;
        const found = await commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          place.settled.tab.source,
          place.at,
        );
        return found.map((one) =>
          'targetUri' in one
            ? new vscode.Location(one.targetUri, one.targetSelectionRange ?? one.targetRange)
            : one,
        );
      },
    }),
    languages.registerReferenceProvider(selector, {
      async provideReferences(document, position) {
        const place = await sourceOf(document, position);
        if (place === undefined) return undefined;
        const command = 'vscode.executeReferenceProvider';
        const { settled, at } = place;
        return commands.executeCommand<vscode.Location[]>(command, settled.tab.source, at);
      },
    }),
    languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, { line, character }, token) {
          const settled = await settledTab(tabs.get(document.uri));
          if (settled === undefined || token.isCancellationRequested) return undefined;
          const asked: BlockTextCompleteParams = {
            ...settled.question,
            position: { line, character },
          };
          const answer = await server.ask<BlockTextCompleteResult>(blockTextComplete, asked, token);
          return answer && new vscode.CompletionList(answer.items.map(toItem), answer.isIncomplete);
        },
      },
      ...['(', ':', '/', '"', ' '],
    ),
  );
}

function toItem(item: BlockTextCompleteResult['items'][number]): vscode.CompletionItem {
  const { label, detail, documentation, range, newText, sortText, filterText } = item;
  const made = new vscode.CompletionItem(label, kinds.get(item.kind) ?? CompletionItemKind.Value);
  made.range = toRange(range);
  made.insertText = newText;
  if (detail !== undefined) made.detail = detail;
  if (documentation !== undefined) made.documentation = new vscode.MarkdownString(documentation);
  if (sortText !== undefined) made.sortText = sortText;
  if (filterText !== undefined) made.filterText = filterText;
  return made;
}

const kinds: ReadonlyMap<string, vscode.CompletionItemKind> = new Map([
  ['key', CompletionItemKind.Property],
  ['file', CompletionItemKind.File],
  ['page', CompletionItemKind.Reference],
  ['user', CompletionItemKind.Reference],
]);
