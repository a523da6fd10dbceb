import * as vscode from 'vscode';

/** Opens a link of the content outside; VS Code asks first. Only the web and mail are opened. */
export async function openLink(href: string): Promise<void> {
  if (/^https?:\/\//i.test(href)) {
    // As a `Uri` it would lose the escapes that keep an address in a parameter apart from its own.
    await vscode.commands.executeCommand('vscode.open', href);
  } else if (/^mailto:/i.test(href)) await vscode.env.openExternal(vscode.Uri.parse(href));
}
