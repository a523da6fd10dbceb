/// <reference lib="webworker" />
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateExtension, clientId, clientName } from './extension.ts';

/** The extension of VS Code for the web: the server is a worker, of the same bundle as elsewhere. */
export function activate(context: vscode.ExtensionContext): void {
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist', 'main.js');
  activateExtension(context, (options) => {
    const worker = new Worker(server.toString(true));
    return new LanguageClient(clientId, clientName, worker, options);
  });
}
