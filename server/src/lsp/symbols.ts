import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol as OutlineItem } from '../features/symbols.ts';
import { toRange } from './convert.ts';

const kinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  field: SymbolKind.Field,
  row: SymbolKind.Struct,
  column: SymbolKind.Array,
  block: SymbolKind.Object,
};

/** The outline of a document in the protocol's form. */
export function toSymbol(document: TextDocument, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: kinds[item.kind],
    range: toRange(document, item.span),
    selectionRange: toRange(document, item.selection),
    children: item.children.map((child) => toSymbol(document, child)),
  };
}
