import * as vscode from 'vscode';

/** The folder that VS Code for the web has open: the copy of the fixtures, through a file system. */
export const workspace = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.parse('none:/');

const texts = new Map<string, string>();

/** Reads all texts of the workspace: tests ask for them before they can wait. */
export async function readDisk(folder = ''): Promise<void> {
  const entries = await vscode.workspace.fs.readDirectory(uriOf(folder));
  await Promise.all(
    entries.map(async ([name, type]) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (type === vscode.FileType.Directory) await readDisk(path);
      else if (/\.(?:txt|md|yml)$/u.test(name)) texts.set(path, await read(path));
    }),
  );
}

/** A file of the workspace as it was at the beginning. */
export function onDisk(name: string): string {
  const text = texts.get(name);
  if (text === undefined) throw new Error(`${name} has not been read.`);
  return text;
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspace, ...path.split('/'));
}
