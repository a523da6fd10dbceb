import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CompletionItem as Suggestion,
  CompletionKind,
  CompletionList as Suggestions,
} from '../features/completion/completion.ts';
import type { Span } from '../kirby/text/span.ts';
import { type SitePath, sitePath } from '../site/site-path.ts';
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

/** What the editor can do, and where a file of the site is. */
export interface CompletionClient {
  readonly snippets: boolean;
  readonly resolvedDocumentation: boolean;
  readonly labelDetails: boolean;
  readonly sharedRange: boolean;
  readonly uriOf: (path: SitePath) => string | undefined;
}

/**
 * Suggestions in the protocol's form. Pictures are looked up by `withDocumentation()` where the editor
 * asks for them one by one.
 */
export function toCompletionList(
  document: TextDocument,
  { items, isIncomplete }: Suggestions,
  client: CompletionClient,
): CompletionList {
  const span = client.sharedRange ? sharedSpan(items) : undefined;
  const list = items.map((item) => toItem(document, item, client, span !== undefined));
  if (span === undefined) return { isIncomplete, items: list };
  return { isIncomplete, itemDefaults: { editRange: toRange(document, span) }, items: list };
}

/** A suggestion with the picture that its data names, and in full what stands beside it; any other one as it is. */
export function withDocumentation(
  item: CompletionItem,
  uriOf: CompletionClient['uriOf'],
): CompletionItem {
  const data: unknown = item.data;
  const { documentation = '' } = item;
  const text = typeof documentation === 'string' ? documentation : documentation.value;
  const shown =
    typeof data === 'string' ? withPicture(text, item.label, uriOf(sitePath(data))) : text;
  const detail = item.labelDetails?.description;
  if (shown === text && detail === undefined) return item;
  return {
    ...item,
    ...(detail === undefined ? {} : { detail }),
    ...(shown === text ? {} : { documentation: markdown(shown) }),
  };
}

/** What all suggestions replace, if it is the same. */
function sharedSpan(items: readonly Suggestion[]): Span | undefined {
  const span = items[0]?.insert.span;
  const isShared = items.every(
    ({ insert }) => insert.span.start === span?.start && insert.span.end === span.end,
  );
  return isShared ? span : undefined;
}

function toItem(
  document: TextDocument,
  item: Suggestion,
  client: CompletionClient,
  isRangeShared: boolean,
): CompletionItem {
  const { documentation = '', picture } = item;
  const isAskedLater = picture !== undefined && client.resolvedDocumentation;
  const uri = picture === undefined || isAskedLater ? undefined : client.uriOf(picture);
  const text = withPicture(documentation, item.label, uri);
  const { snippet } = item.insert;
  const isSnippet = snippet !== undefined && client.snippets;
  const newText = isSnippet ? snippet : item.insert.text;
  return {
    label: item.label,
    kind: kinds[item.kind],
    ...(isRangeShared
      ? { textEditText: newText }
      : { textEdit: { range: toRange(document, item.insert.span), newText } }),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // Lines bring their own indentation.
    ...(item.insert.text.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...detailOf(item, client),
    ...(text === '' ? {} : { documentation: markdown(text) }),
    ...(isAskedLater ? { data: picture } : {}),
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

/** Files of several pages may have one name, and then only this tells them apart. */
function detailOf({ detail }: Suggestion, client: CompletionClient): Partial<CompletionItem> {
  if (detail === undefined) return {};
  return client.labelDetails ? { labelDetails: { description: detail } } : { detail };
}

function markdown(value: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value };
}

/** The picture first: it is what an author knows a file by. */
function withPicture(documentation: string, label: string, uri: string | undefined): string {
  if (uri === undefined) return documentation;
  const name = label.replace(/[[\]\\]/gu, String.raw`\$&`);
  return `![${name}](${uri}|height=120)\n\n${documentation}`.trimEnd();
}
