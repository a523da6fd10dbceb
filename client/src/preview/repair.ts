import * as vscode from 'vscode';
import {
  previewFix,
  type PreviewFixParams,
  type PreviewFixResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { applyFix } from './text-side.ts';

/** Repairs what keeps a page from being rendered, or says that there is no way to do so. */
export async function repair(server: LanguageServer, uri: vscode.Uri): Promise<void> {
  const question: PreviewFixParams = { uri: uri.toString() };
  const answer = await server.ask<PreviewFixResult>(previewFix, question);
  if (answer !== undefined) {
    await applyFix(await vscode.workspace.openTextDocument(uri), answer);
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There is no safe repair for this. The text is underlined where it breaks.'),
  );
}
