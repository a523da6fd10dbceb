import * as vscode from 'vscode';
import {
  structure,
  structureEdit,
  type StructureEditParams,
  type StructureEditResult,
  type StructureOperation,
  type StructureParams,
  type StructurePlace,
  type StructureResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';
import { nodesOf, type StructureNode } from './structure-node.ts';

/** Whoever changes the rows and blocks of one document: the view *Structure*, a preview. */
export interface Performer {
  /** @param keepsCursor the cursor stays where it is in what it is in, and selects nothing */
  perform(operation: StructureOperation, keepsCursor?: boolean): Promise<void>;
}

/** The rows and blocks of one version of a document. */
export interface ReadStructure {
  readonly version: number;
  readonly nodes: readonly StructureNode[];
}

/** Reads the rows and blocks of a document; `undefined` where the server knows no such document. */
export async function readStructure(
  server: LanguageServer,
  uri: vscode.Uri,
): Promise<ReadStructure | undefined> {
  const asked: StructureParams = { uri: uri.toString() };
  const ask = (): Promise<StructureResult | undefined> =>
    server.ask<StructureResult>(structure, asked);
  // The server may hear of a document that has just been opened only after the first question.
  const answer = (await ask()) ?? (await ask());
  return answer && { version: answer.version, nodes: nodesOf(answer) };
}

/**
 * Does an operation on a document, as one step that can be undone. Why nothing is changed, the author is
 * told.
 *
 * @param version the one that the places in the operation are of
 * @param before called when the edit is known, just before the text changes
 * @returns what is new or has moved; `undefined` when nothing was changed
 */
export async function performOn(
  server: LanguageServer,
  document: vscode.TextDocument,
  version: number,
  operation: StructureOperation,
  before?: () => void,
): Promise<readonly StructurePlace[] | undefined> {
  const { uri } = document;
  const question: StructureEditParams = { uri: uri.toString(), version, operation };
  const answer = await server.ask<StructureEditResult>(structureEdit, question);
  if (answer?.refusal !== undefined) {
    void vscode.window.showWarningMessage(answer.refusal);
    return undefined;
  }
  if (answer?.version !== document.version || answer.edits.length === 0) return undefined;
  before?.();
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of answer.edits) edit.replace(uri, toRange(range), newText);
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  if (answer.note !== undefined) void vscode.window.showInformationMessage(answer.note);
  return answer.selected;
}
