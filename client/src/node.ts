import type * as vscode from 'vscode';
import { whenNeeded } from './when-needed.ts';

/** Called by VS Code on the desktop and in remote windows, with any plain text that is opened. */
export function activate(context: vscode.ExtensionContext): Promise<void> | undefined {
  // A bundle of its own, which most windows never read.
  return whenNeeded(context, async () => {
    const { loadDesktop } = await import('./main.ts');
    const desktop = await loadDesktop();
    return () => {
      desktop.activate(context);
    };
  });
}
