import * as vscode from 'vscode';

/** What is used of VS Code's own git extension; this file is the only one that knows it. */
export interface GitRepository {
  readonly state: { readonly onDidChange: vscode.Event<void> };
  /** The text of a file in a commit; rejected when it is not there. */
  show(ref: string, path: string): Promise<string>;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<GitApi['state']>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The repository that a file is in; `undefined` where there is none, or no git. */
export async function repositoryOf(uri: vscode.Uri): Promise<GitRepository | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  const git = await extension.activate();
  if (!git.enabled) return undefined;
  const api = git.getAPI(1);
  if (api.state !== 'initialized') {
    await new Promise<void>((resolve) => {
      const waiting = api.onDidChangeState((state) => {
        if (state !== 'initialized') return;
        waiting.dispose();
        resolve();
      });
    });
  }
  return api.getRepository(uri) ?? undefined;
}
