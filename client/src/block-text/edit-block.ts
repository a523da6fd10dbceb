import * as vscode from 'vscode';
import {
  blockTextAt,
  type BlockTextAtParams,
  type BlockTextAtResult,
  layoutDocumentAt,
} from '../../../server/src/protocol/index.ts';
import { contentLanguage } from '../language/decision.ts';
import type { LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';
import { pickBlock } from '../structure/go-to-block.ts';
import { isNode, rangeOf, type StructureNode } from '../structure/structure-node.ts';
import type { StructureView } from '../structure/structure-view.ts';
import type { BlockTabs } from './block-tabs.ts';

/** What opens in a tab of its own: which request finds it, and what is said where there is nothing. */
interface Wanted {
  readonly method: string;
  readonly nothing: string;
}

const blockText: Wanted = {
  method: blockTextAt,
  nothing: vscode.l10n.t('There is no text of a block or field under the cursor.'),
};

const layoutDocument: Wanted = {
  method: layoutDocumentAt,
  nothing: vscode.l10n.t('There is no Layout or Blocks field at the cursor that can be read.'),
};

/**
 * Opens the text under the cursor in a tab of its own, or that of a block.
 *
 * @param node the block, where its menu in the view is meant
 */
export async function editBlock(
  server: LanguageServer,
  tabs: BlockTabs,
  view: StructureView,
  node: unknown,
): Promise<void> {
  if (!isNode(node)) {
    await open(server, tabs, blockText);
    return;
  }
  const [block] = await view.chosen(node, undefined);
  await editNode(server, tabs, view, block);
}

async function editNode(
  server: LanguageServer,
  tabs: BlockTabs,
  view: StructureView,
  node: StructureNode | undefined,
): Promise<void> {
  const uri = view.document?.uri;
  if (node !== undefined && uri !== undefined)
    await editAt(server, tabs, blockText, uri, toRange(rangeOf(node)).start);
}

/** Opens the Layout or Blocks field at the cursor as a document in a tab of its own. */
export function editLayout(server: LanguageServer, tabs: BlockTabs): Promise<void> {
  return open(server, tabs, layoutDocument);
}

async function open(server: LanguageServer, tabs: BlockTabs, wanted: Wanted): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== contentLanguage) return;
  await editAt(server, tabs, wanted, editor.document.uri, editor.selection.active);
}

/** The same for a block that the author chooses, of the field with a number. */
export async function editBlockOf(
  server: LanguageServer,
  tabs: BlockTabs,
  view: StructureView,
  field: unknown,
): Promise<void> {
  await editNode(server, tabs, view, await pickBlock(view, field));
}

/** The same for the block at a place of a document. */
export function editBlockAt(
  server: LanguageServer,
  tabs: BlockTabs,
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<void> {
  return editAt(server, tabs, blockText, uri, position);
}

async function editAt(
  server: LanguageServer,
  tabs: BlockTabs,
  { method, nothing }: Wanted,
  uri: vscode.Uri,
  { line, character }: vscode.Position,
): Promise<void> {
  const question: BlockTextAtParams = { uri: uri.toString(), position: { line, character } };
  const text = await server.ask<BlockTextAtResult>(method, question);
  if (text !== undefined) await tabs.open(uri, text, vscode.ViewColumn.Active);
  else void vscode.window.showInformationMessage(nothing);
}
