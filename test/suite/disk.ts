import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** The copy of the fixtures that the driver made. In the web suite `web/disk.ts` stands for this. */
export const workspace = vscode.Uri.file(process.env['KIRBY_AUTHOR_WORKSPACE'] ?? '');

/** A file of the workspace as it is on disk. */
export function onDisk(name: string): string {
  return readFileSync(path.join(workspace.fsPath, ...name.split('/')), 'utf8');
}
