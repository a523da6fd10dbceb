import * as vscode from 'vscode';
import {
  previewFix,
  type PreviewFixParams,
  type PreviewFixResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { conflictsIn } from '../merge/conflict-lenses.ts';
import { mergeField } from '../merge/merge-field.ts';
import { applyFix } from './text-side.ts';

/**
 * Repairs what keeps a page from being rendered, or says that there is no way to do so. Which side of a
 * merge stays is the author's to say: the differences are shown, above the text.
 *
 * @param showText gives the keyboard to the text
 */
export async function repair(
  server: LanguageServer,
  uri: vscode.Uri,
  showText: () => Promise<void>,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const [conflict] = conflictsIn(document);
  if (conflict !== undefined) {
    await showText();
    await mergeField(server, conflict.range.start.line);
    return;
  }
  const question: PreviewFixParams = { uri: uri.toString() };
  const answer = await server.ask<PreviewFixResult>(previewFix, question);
  if (answer !== undefined) {
    await applyFix(document, answer);
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There is no safe repair for this. The text is underlined where it breaks.'),
  );
}
