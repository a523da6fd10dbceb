import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { until, uriOf } from './editor.ts';

/** A git repository with one content file, for VS Code and for the command line. */
export interface Repository {
  /** The content file. */
  readonly file: string;
  write(text: string): void;
  /** @returns whether git has succeeded */
  git(...args: readonly string[]): boolean;
  /** Waits until VS Code's git has the repository open. */
  open(): Promise<void>;
  remove(): Promise<void>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

/** @param name of a new folder beside the sites */
export function newRepository(name: string): Repository {
  const folder = uriOf(`loose/${name}`).fsPath;
  const file = path.join(folder, 'content', 'home', 'home.txt');
  mkdirSync(path.dirname(file), { recursive: true });
  const git = (...args: readonly string[]): boolean => {
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    try {
      execFileSync('git', [...author, ...args], { cwd: folder, stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  assert.ok(git('init', '-q', '-b', 'main'), 'git is there');
  return {
    file,
    git,
    write: (text) => {
      writeFileSync(file, text);
    },
    open: async () => {
      const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
      assert.ok(extension, 'VS Code brings git');
      await useGit(true);
      const exported = await extension.activate();
      await until('git to be on', () => (exported.enabled ? true : undefined));
      const opened = await exported.getAPI(1).openRepository(vscode.Uri.file(folder));
      assert.ok(opened, 'git has opened the repository');
    },
    remove: async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await useGit(undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The other tests do without it. */
function useGit(isUsed: boolean | undefined): Thenable<void> {
  const target = vscode.ConfigurationTarget.Workspace;
  return vscode.workspace.getConfiguration('git').update('enabled', isUsed, target);
}
