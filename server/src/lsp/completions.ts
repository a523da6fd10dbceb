import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CompletionItem as Suggestion,
  CompletionKind,
  CompletionList as Suggestions,
} from '../features/completion/completion.ts';
import { toRange } from './convert.ts';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  block: CompletionItemKind.Class,
  file: CompletionItemKind.File,
  page: CompletionItemKind.Reference,
};

/** Suggestions in the protocol's form. */
export function toCompletionList(
  document: TextDocument,
  { items, isIncomplete }: Suggestions,
  client: { readonly snippets: boolean },
): CompletionList {
  return { isIncomplete, items: items.map((item) => toItem(document, item, client)) };
}

function toItem(
  document: TextDocument,
  item: Suggestion,
  client: { readonly snippets: boolean },
): CompletionItem {
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
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(item.documentation === undefined
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: item.documentation } }),
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
