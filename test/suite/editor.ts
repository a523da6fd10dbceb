import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { workspace } from './disk.ts';

export { onDisk } from './disk.ts';

export const languageId = 'kirby-txt';

export const mainArticle =
  'magazine/content/magazines/1_reparer-ensemble/1_avant-propos/article.txt';
export const shortArticle =
  'magazine/content/magazines/1_reparer-ensemble/2_le-grille-pain-de-madame-lopez/article.txt';
export const prettyArticle =
  'magazine/content/magazines/1_reparer-ensemble/3_la-bibliotheque-des-outils/article.txt';
export const allBlocks =
  'magazine/content/magazines/2_carnet-d-atelier/1_toutes-les-briques/article.txt';

export function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspace, ...name.split('/'));
}

/** Waits for a condition; says what it waited for when it does not come. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  milliseconds = 10_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Shows a file in the first column. */
export async function show(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** Shows a content file and waits until it is known as one. */
export async function showContent(name: string): Promise<vscode.TextEditor> {
  await show(name);
  return until(`${name} to be recognised`, () => {
    // Another language makes VS Code close the document and open it again.
    const editor = vscode.window.activeTextEditor;
    const found = editor?.document.uri.toString() === uriOf(name).toString() ? editor : undefined;
    return found?.document.languageId === languageId ? found : undefined;
  });
}

/** The codes of a file's problems, in the order of the text. */
export function codesIn(uri: vscode.Uri): readonly string[] {
  return problemsIn(uri).map(codeOf);
}

export function problemsIn(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((problem) => problem.source?.startsWith('Kirby') === true)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function codeOf(problem: vscode.Diagnostic): string {
  const { code } = problem;
  return String(typeof code === 'object' ? code.value : code);
}

/** Puts a file back as it was, without asking. */
export async function revert(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/**
 * Takes back what has been typed in a file and not saved, and waits until its text is as before. A
 * save would do as well, but VS Code's own may never end when it meets VS Code's reading of the disk.
 */
export async function takeBack(document: vscode.TextDocument, original: string): Promise<void> {
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await until('the text to be as before', () =>
    document.getText() === original && !document.isDirty ? true : undefined,
  );
}

/** The document of a file of the workspace, if it is open. */
export function openDocument(name: string): vscode.TextDocument | undefined {
  const wanted = uriOf(name).toString();
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
}

/** Waits until an open file says what is wanted; what it says instead stands in the failure. */
export async function saysSoon(name: string, wanted: string): Promise<void> {
  const text = (): string | undefined => openDocument(name)?.getText();
  try {
    await until(`the text of ${name}`, () => (text() === wanted ? true : undefined));
  } catch {
    assert.equal(text(), wanted);
  }
}

/** Puts a text in the place of another one in an open file. */
export async function replaceIn(name: string, from: string, to: string): Promise<void> {
  const document = openDocument(name);
  assert.ok(document);
  const start = document.getText().indexOf(from);
  assert.notEqual(start, -1);
  const edit = new vscode.WorkspaceEdit();
  const [first, last] = [start, start + from.length].map((at) => document.positionAt(at));
  assert.ok(first && last);
  edit.replace(document.uri, new vscode.Range(first, last), to);
  await vscode.workspace.applyEdit(edit);
}

/** The text of a document that is open. */
export function textOf(uri: vscode.Uri): string | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments
    .find((document) => document.uri.toString() === wanted)
    ?.getText();
}
