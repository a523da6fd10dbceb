import * as vscode from 'vscode';
import {
  insertLink,
  type InsertLinkParams,
  type InsertLinkResult,
} from '../../../server/src/protocol/index.ts';
import { documentSelector, type LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';

/** As `kirbyAuthor.file`, for `editor.pasteAs.preferences`. */
const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('kirbyAuthor', 'link');

/** What may be an address, before anybody is asked: no blanks, and a scheme or a path. */
const address = /^\s*(?:[a-z]+:|\/)\S+\s*$/i;

const longest = 2000;

/** Pasting an address over a selection makes a link of the selected text, in the field's format. */
export function registerLinkInsertion(server: LanguageServer): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(
    documentSelector,
    {
      async provideDocumentPasteEdits(document, ranges, transfer, _context, token) {
        const [range] = ranges;
        if (range === undefined || ranges.length > 1 || range.isEmpty) return undefined;
        const text = (await transfer.get('text/plain')?.asString()) ?? '';
        if (text.length > longest || !address.test(text)) return undefined;
        const { start, end } = range;
        const question: InsertLinkParams = {
          uri: document.uri.toString(),
          range: { start, end },
          address: text.trim(),
        };
        const answer = await server.ask<InsertLinkResult>(insertLink, question);
        if (answer?.version !== document.version || token.isCancellationRequested) {
          return undefined;
        }
        const edit = new vscode.WorkspaceEdit();
        for (const { range: replaced, newText } of answer.edits) {
          edit.replace(document.uri, toRange(replaced), newText);
        }
        const paste = new vscode.DocumentPasteEdit('', answer.title, kind);
        paste.additionalEdit = edit;
        return [paste];
      },
    },
    { pasteMimeTypes: ['text/plain'], providedPasteEditKinds: [kind] },
  );
}
