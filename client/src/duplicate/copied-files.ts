import * as vscode from 'vscode';
import type { DuplicateResult } from '../../../server/src/protocol/index.ts';

/** A file of a copy, with what is to be in it. */
export interface CopiedFile {
  readonly to: vscode.Uri;
  readonly contents: Uint8Array;
}

/** Of an original that the Panel or the system keeps for itself. */
const left = new Set(['_changes', '.lock', '.DS_Store', 'Thumbs.db']);

/** All files of a copy: those with other UUIDs as the server says, the others as they are. */
export async function filesToCopy({
  copies,
  texts,
}: DuplicateResult): Promise<readonly CopiedFile[]> {
  const renewed = new Map(texts.map(({ uri, text }) => [uri, text]));
  const files: CopiedFile[] = [];
  for (const copy of copies) {
    for (const [from, to] of await pairsIn(
      vscode.Uri.parse(copy.from),
      vscode.Uri.parse(copy.to),
    )) {
      files.push({ to, contents: await contentsOf(from, renewed.get(to.toString())) });
    }
  }
  return files;
}

/** A file with its copy, or those in a folder and below it. */
async function pairsIn(
  from: vscode.Uri,
  to: vscode.Uri,
): Promise<readonly (readonly [vscode.Uri, vscode.Uri])[]> {
  const { type } = await vscode.workspace.fs.stat(from);
  if ((type & vscode.FileType.Directory) === 0) return [[from, to]];
  const entries = await vscode.workspace.fs.readDirectory(from);
  const inside = await Promise.all(
    entries
      .filter(([name]) => !left.has(name))
      .map(([name]) => pairsIn(vscode.Uri.joinPath(from, name), vscode.Uri.joinPath(to, name))),
  );
  return inside.flat();
}

/** What an author sees of an original is what is copied, saved or not. */
async function contentsOf(from: vscode.Uri, renewed: string | undefined): Promise<Uint8Array> {
  const bytes = await vscode.workspace.fs.readFile(from);
  const open = vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && uri.toString() === from.toString(),
  );
  const text = renewed ?? open?.getText();
  if (text === undefined) return bytes;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new TextEncoder().encode(hasMark ? `\uFEFF${text}` : text);
}
