import * as vscode from 'vscode';
import {
  ignoreEdits,
  type IgnoreEditsParams,
  type IgnoreEditsResult,
  type IgnoreWishParams,
} from '../../../server/src/protocol/index.ts';
import { exists } from '../exists.ts';
import type { LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';

/**
 * Adds to the config of the project that nothing is to be said of a rule, and saves it, for only then
 * it counts. What else was typed there is kept, and undone by itself.
 *
 * @param given the argument of the code action
 */
export async function ignoreInConfig(server: LanguageServer, given: unknown): Promise<void> {
  const wish = wishIn(given);
  if (wish === undefined) return;
  const uri = vscode.Uri.parse(wish.config, true);
  const isThere = await exists(uri);
  const document = isThere ? await vscode.workspace.openTextDocument(uri) : undefined;
  const question: IgnoreEditsParams = { ...wish, text: document?.getText() ?? '' };
  const version = document?.version;
  const answer = await server.ask<IgnoreEditsResult>(ignoreEdits, question);
  if (answer === undefined || document?.version !== version) {
    const name = vscode.workspace.asRelativePath(uri);
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} cannot be read, so nothing was added to it. Mend it first.', name),
    );
    if (isThere) await vscode.window.showTextDocument(uri);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  if (!isThere) edit.createFile(uri, { ignoreIfExists: true });
  for (const { range, newText } of answer.edits) edit.replace(uri, toRange(range), newText);
  if (!(await vscode.workspace.applyEdit(edit))) return;
  await (await vscode.workspace.openTextDocument(uri)).save();
}

function wishIn(given: unknown): IgnoreWishParams | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  if (!('config' in given) || typeof given.config !== 'string') return undefined;
  if (!('code' in given) || typeof given.code !== 'string') return undefined;
  const { config, code } = given;
  const path = 'path' in given ? given.path : undefined;
  return { config, code, ...(typeof path === 'string' ? { path } : {}) };
}
