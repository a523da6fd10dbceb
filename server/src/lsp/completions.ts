import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CompletionItem as Suggestion,
  CompletionKind,
  CompletionList as Suggestions,
} from '../features/completion/completion.ts';
import type { SitePath } from '../site/site-path.ts';
import { toRange } from './convert.ts';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  block: CompletionItemKind.Class,
  file: CompletionItemKind.File,
  page: CompletionItemKind.Reference,
  user: CompletionItemKind.Reference,
};

/** Suggestions in the protocol's form. */
export function toCompletionList(
  document: TextDocument,
  { items, isIncomplete }: Suggestions,
  client: CompletionClient,
): CompletionList {
  return { isIncomplete, items: items.map((item) => toItem(document, item, client)) };
}

/** What is asked of the editor: whether it knows snippets, and where a file of the site is. */
export interface CompletionClient {
  readonly snippets: boolean;
  readonly uriOf: (path: SitePath) => string | undefined;
}

function toItem(
  document: TextDocument,
  item: Suggestion,
  client: CompletionClient,
): CompletionItem {
  const documentation = documentationOf(item, client);
  const { snippet } = item.insert;
  const isSnippet = snippet !== undefined && client.snippets;
  return {
    label: item.label,
    kind: kinds[item.kind],
    textEdit: {
      range: toRange(document, item.insert.span),
      newText: isSnippet ? snippet : item.insert.text,
    },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // Lines bring their own indentation.
    ...(item.insert.text.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(documentation === ''
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(item.additionalEdits === undefined
      ? {}
      : {
          additionalTextEdits: item.additionalEdits.map(({ span, text }) => ({
            range: toRange(document, span),
            newText: text,
          })),
        }),
    ...(item.sortText === undefined ? {} : { sortText: item.sortText }),
    ...(item.filterText === undefined ? {} : { filterText: item.filterText }),
  };
}

/** The picture first: it is what an author knows a file by. */
function documentationOf(
  { documentation = '', picture, label }: Suggestion,
  { uriOf }: CompletionClient,
): string {
  const uri = picture === undefined ? undefined : uriOf(picture);
  if (uri === undefined) return documentation;
  const name = label.replace(/[[\]\\]/gu, String.raw`\$&`);
  return `![${name}](${uri}|height=120)\n\n${documentation}`.trimEnd();
}
