// Opens the preview beside the content file that `npm start` shows, once, as soon as that file is
// recognised as one.
import * as vscode from 'vscode';

export function activate(context) {
  let done = false;
  const open = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (done || document?.languageId !== 'kirby-txt') return;
    done = true;
    void vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
  };
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(open),
    // Another language makes VS Code close a document and open it again.
    vscode.workspace.onDidOpenTextDocument(open),
  );
  open();
}
