import * as vscode from 'vscode';

/** Opens a link of the content outside; VS Code asks first. Only the web and mail are opened. */
export async function openLink(href: string): Promise<void> {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return;
  await vscode.env.openExternal(vscode.Uri.parse(href));
}
