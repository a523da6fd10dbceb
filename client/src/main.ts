import type * as vscode from 'vscode';

// One bundle for both: nearly all of it is the same, and neither runs what only the other one needs.

/** Called by VS Code for the web. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const browser = await import('./browser.ts');
  browser.activate(context);
}

/** The extension of the desktop and of remote windows, which `node.ts` starts. */
export const loadDesktop = (): Promise<typeof import('./desktop.ts')> => import('./desktop.ts');
