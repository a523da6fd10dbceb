import * as vscode from 'vscode';
import {
  blockTextAt,
  type BlockTextAtParams,
  type BlockTextAtResult,
} from '../../../server/src/protocol/index.ts';
import { contentLanguage } from '../language/decision.ts';
import type { LanguageServer } from '../language-server.ts';
import type { BlockTabs } from './block-tabs.ts';

/** Opens the text under the cursor in a tab of its own. */
export async function editBlock(server: LanguageServer, tabs: BlockTabs): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== contentLanguage) return;
  const { uri } = editor.document;
  const { line, character } = editor.selection.active;
  const question: BlockTextAtParams = { uri: uri.toString(), position: { line, character } };
  const text = await server.ask<BlockTextAtResult>(blockTextAt, question);
  if (text !== undefined) await tabs.open(uri, text);
  else
    void vscode.window.showInformationMessage(
      'There is no text of a block or field under the cursor.',
    );
}
