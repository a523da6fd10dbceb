import * as vscode from 'vscode';
import {
  insertFiles,
  type InsertFilesParams,
  type InsertFilesResult,
} from '../../../server/src/protocol/index.ts';
import type { BlockTabs } from '../block-text/block-tabs.ts';
import { blockScheme } from '../block-text/block-uri.ts';
import { settledTab } from '../block-text/tab-places.ts';
import { exists } from '../exists.ts';
import { documentSelector, type LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';
import { filesIn, type TransferredFile } from './transfer.ts';

/** What a drop or a paste of files does, in one step that can be undone. */
interface Offer {
  readonly title: string;
  readonly edit: vscode.WorkspaceEdit;
}

/** By which authors prefer it, or something else, in `editor.pasteAs.preferences`. */
const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('kirbyAuthor', 'file');

/** In a tab with Markdown VS Code itself offers the path of the file on this computer, unless it is text. */
const kindInTab = vscode.DocumentDropOrPasteEditKind.Text.append('kirbyAuthor', 'file');

/**
 * Dropping and pasting files: they are copied beside the content, with their metadata, and mentioned
 * in the format of the field. What that is the server tells; nothing is offered where it tells nothing.
 */
export function registerFileInsertion(server: LanguageServer, tabs: BlockTabs): vscode.Disposable {
  const inTabs = [{ scheme: blockScheme }];
  return vscode.Disposable.from(
    registerFor(documentSelector, kind, (...asked) => offerFor(server, ...asked)),
    registerFor(inTabs, kindInTab, (...asked) => offerInTab(server, tabs, ...asked)),
  );
}

/** What dropping or pasting files at a place of a document does, if anything. */
type Offering = (
  document: vscode.TextDocument,
  range: vscode.Range,
  files: readonly TransferredFile[],
) => Promise<Offer | undefined>;

function registerFor(
  selector: vscode.DocumentSelector,
  kind: vscode.DocumentDropOrPasteEditKind,
  offerAt: Offering,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(
      selector,
      {
        async provideDocumentDropEdits(document, position, transfer, token) {
          const files = await filesIn(transfer, token);
          const offer = await offerAt(document, new vscode.Range(position, position), files);
          if (offer === undefined || token.isCancellationRequested) return undefined;
          const drop = new vscode.DocumentDropEdit('', offer.title, kind);
          drop.additionalEdit = offer.edit;
          return [drop];
        },
      },
      { dropMimeTypes: ['text/uri-list', 'files'], providedDropEditKinds: [kind] },
    ),
    vscode.languages.registerDocumentPasteEditProvider(
      selector,
      {
        async provideDocumentPasteEdits(document, ranges, transfer, _context, token) {
          const [range] = ranges;
          if (range === undefined || ranges.length > 1) return undefined;
          const files = await filesIn(transfer, token);
          if (await isText(transfer, files)) return undefined;
          const offer = await offerAt(document, range, files);
          if (offer === undefined || token.isCancellationRequested) return undefined;
          const paste = new vscode.DocumentPasteEdit('', offer.title, kind);
          paste.additionalEdit = offer.edit;
          return [paste];
        },
      },
      { pasteMimeTypes: ['text/uri-list', 'files', 'image/*'], providedPasteEditKinds: [kind] },
    ),
  );
}

/** Programs that copy text put a picture of it there as well; with a file comes at most its name. */
async function isText(
  transfer: vscode.DataTransfer,
  files: readonly TransferredFile[],
): Promise<boolean> {
  if (transfer.get('text/uri-list') !== undefined) return false;
  const text = (await transfer.get('text/plain')?.asString())?.trim() ?? '';
  return text !== '' && !files.some(({ name }) => name === text);
}

async function offerFor(
  server: LanguageServer,
  document: vscode.TextDocument,
  range: vscode.Range,
  files: readonly TransferredFile[],
): Promise<Offer | undefined> {
  if (files.length === 0) return undefined;
  const question: InsertFilesParams = {
    uri: document.uri.toString(),
    ...asked(range, files),
  };
  const answer = await server.ask<InsertFilesResult>(insertFiles, question);
  if (answer === undefined) return undefined;
  const edit = await editFrom(answer, document, answer.version, files);
  return edit && { title: answer.title, edit };
}

/** The same in the tab of a text: what its content file would be told, the tab says. */
async function offerInTab(
  server: LanguageServer,
  tabs: BlockTabs,
  document: vscode.TextDocument,
  range: vscode.Range,
  files: readonly TransferredFile[],
): Promise<Offer | undefined> {
  if (files.length === 0) return undefined;
  const { version } = document;
  const settled = await settledTab(tabs.get(document.uri));
  if (settled === undefined) return undefined;
  const { uri, ...tab } = settled.question;
  const question: InsertFilesParams = { uri, tab, ...asked(range, files) };
  const answer = await server.ask<InsertFilesResult>(insertFiles, question);
  const edit = answer && (await editFrom(answer, document, version, files));
  return edit && { title: answer.title, edit };
}

function asked(
  { start, end }: vscode.Range,
  files: readonly TransferredFile[],
): Pick<InsertFilesParams, 'range' | 'files'> {
  return {
    range: { start, end },
    files: files.map(({ name, uri }) => (uri === undefined ? { name } : { name, uri })),
  };
}

/** `undefined` where the text has moved on, or something stands where a file is to go. */
async function editFrom(
  { edits, copies, texts }: InsertFilesResult,
  document: vscode.TextDocument,
  version: number,
  files: readonly TransferredFile[],
): Promise<vscode.WorkspaceEdit | undefined> {
  const edit = new vscode.WorkspaceEdit();
  for (const { index, uri } of copies) {
    const contents = await files[index]?.read();
    if (contents === undefined || !(await create(edit, uri, contents))) return undefined;
  }
  for (const { uri, text } of texts) {
    if (!(await create(edit, uri, new TextEncoder().encode(text)))) return undefined;
  }
  if (document.version !== version) return undefined;
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  return edit;
}

async function create(
  edit: vscode.WorkspaceEdit,
  address: string,
  contents: Uint8Array,
): Promise<boolean> {
  const uri = vscode.Uri.parse(address);
  if (await exists(uri)) return false;
  edit.createFile(uri, { contents });
  return true;
}
