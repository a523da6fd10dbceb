import * as vscode from 'vscode';
import {
  merge as mergeRequest,
  mergeEdit,
  type MergeEditParams,
  type MergeEditResult,
  type MergeParams,
  type MergeResult,
} from '../../../server/src/protocol/index.ts';
import { openDocument } from '../block-text/block-tab.ts';
import { repositoryOf } from '../compare/git-api.ts';
import { contentLanguage } from '../language/decision.ts';
import type { LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';
import { choose } from './choose.ts';

/**
 * Resolves the merge conflict of a Layout or Blocks field block by block, as an author chooses.
 *
 * @param line of one of the marks; else the cursor says which conflict is meant
 */
export async function mergeField(server: LanguageServer, line: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== contentLanguage) return;
  const { document, selection } = editor;
  const { uri } = document;
  const position =
    typeof line === 'number'
      ? { line, character: 0 }
      : { line: selection.active.line, character: selection.active.character };
  const base = await beforeBoth(uri);
  const question: MergeParams = {
    uri: uri.toString(),
    position,
    ...(base === undefined ? {} : { base }),
  };
  const found = await server.ask<MergeResult>(mergeRequest, question);
  if (found === undefined) return;
  const keep =
    found.refusal === undefined
      ? await choose(found)
      : await wholeSide(found.refusal, found.canKeepSide);
  if (keep === undefined) return;
  const wanted: MergeEditParams = { ...question, version: found.version, keep };
  const answer = await server.ask<MergeEditResult>(mergeEdit, wanted);
  if (answer !== undefined) await apply(uri, answer);
}

/** The file as it was before both sides, from git's index, where VS Code's git has the file open. */
async function beforeBoth(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const repository = await repositoryOf(uri);
    return await repository?.show(':1', uri.fsPath);
  } catch {
    return undefined;
  }
}

/** What cannot be merged can still be settled: one side stays, and nothing of the other. */
async function wholeSide(
  reason: string,
  canKeepSide: boolean,
): Promise<'ours' | 'theirs' | undefined> {
  if (!canKeepSide) {
    void vscode.window.showInformationMessage(reason);
    return undefined;
  }
  const ours = vscode.l10n.t('Keep yours');
  const theirs = vscode.l10n.t('Keep theirs');
  const chosen = await vscode.window.showWarningMessage(reason, ours, theirs);
  if (chosen === undefined) return undefined;
  return chosen === ours ? 'ours' : 'theirs';
}

async function apply(uri: vscode.Uri, answer: MergeEditResult): Promise<void> {
  const { version, edits, refusal } = answer;
  if (refusal !== undefined || openDocument(uri)?.version !== version) {
    const reason = refusal ?? vscode.l10n.t('The text has changed meanwhile.');
    void vscode.window.showWarningMessage(reason);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(uri, toRange(range), newText);
  await vscode.workspace.applyEdit(edit);
}
