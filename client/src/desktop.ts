import type * as vscode from 'vscode';
import { TransportKind } from 'vscode-languageclient/node';
import { activate as activateExtension, clientId, clientName } from './extension.ts';
import { NodeClient } from './node-client.ts';
import { SitePreview } from './site-preview/site-preview.ts';

/** The extension of the desktop and of remote windows: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const server = activateExtension(context, (options) => {
    const transport = TransportKind.ipc;
    const debug = { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new NodeClient(clientId, clientName, { run: { module, transport }, debug }, options);
  });
  context.subscriptions.push(new SitePreview(context, server));
}
