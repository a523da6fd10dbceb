import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { RevealOutputChannelOn } from 'vscode-languageclient';
import { BlockTabs } from './block-text/block-tabs.ts';
import { TabDiagnostics } from './block-text/tab-diagnostics.ts';
import { TabWrap } from './block-text/tab-wrap.ts';
import { registerTabLanguage } from './block-text/tab-language.ts';
import { registerEditBlockAction } from './block-text/edit-action.ts';
import type { ClientIntroduction } from '../../server/src/protocol/index.ts';
import { PanelChanges } from './changes/panel-changes.ts';
import { commands } from './commands.ts';
import { CursorPlace } from './cursor/cursor-place.ts';
import { compareWithPanel } from './changes/held.ts';
import { compareFiles } from './compare/compare-files.ts';
import { compareWithHead } from './compare/compare-with-head.ts';
import { ReadableSides } from './compare/readable-sides.ts';
import { Duplication } from './duplicate/duplication.ts';
import { LanguageChoices } from './language/choices.ts';
import { serveFiles } from './files/serve-files.ts';
import { registerMetadataAction } from './insertion/create-metadata.ts';
import { registerFileInsertion } from './insertion/insert-files.ts';
import { registerLinkInsertion } from './insertion/insert-link.ts';
import { isKirbyWorkspace } from './kirby-workspace.ts';
import { contentLanguage } from './language/decision.ts';
import { LanguageOffer } from './language/offer.ts';
import { Recogniser } from './language/recogniser.ts';
import { documentSelector, LanguageServer } from './language-server.ts';
import { withRulePages } from './problems/rule-links.ts';
import { closedFilesOnly, sharedProblems } from './problems/shared-problems.ts';
import { registerConflictLenses } from './merge/conflict-lenses.ts';
import { ShownNames } from './names/shown-names.ts';
import { PreviewManager } from './preview/preview-manager.ts';
import { RemoteHosts } from './preview/remote-hosts.ts';
import { viewCommands } from './preview/view-commands.ts';
import { registerFieldLenses } from './structure/field-lenses.ts';
import { structureCommands } from './structure/structure-commands.ts';
import { StructureView } from './structure/structure-view.ts';
import { DeleteWarning } from './uses/delete-warning.ts';
import { UnusedFilesView } from './uses/unused-files-view.ts';
import { WhereUsedView } from './uses/where-used-view.ts';
import { TranslationState } from './translations/translation-state.ts';

/** The id of the client; its trace setting is `kirbyAuthor.trace.server`. */
export const clientId = 'kirbyAuthor';
export const clientName = 'Kirby Author';

/** Makes the client for where the extension runs: a Node process, or a worker of a browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * The whole extension. The server starts with the first content file, or at once where the workspace
 * is a Kirby site, so that it knows the site when the first file is opened.
 *
 * @returns the language server, for what only one of the entries brings along
 */
export function activate(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
): LanguageServer {
  const log = vscode.window.createOutputChannel(clientName, { log: true });
  const client = createClient({
    documentSelector,
    initializationOptions: introduction,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionProvider: sharedProblems,
    middleware: { provideWorkspaceDiagnostics: closedFilesOnly, handleDiagnostics: withRulePages },
  });
  const { extension } = context;
  const server = new LanguageServer(client, log);
  context.subscriptions.push(serveFiles(client));
  const recogniser = new Recogniser(server, new LanguageChoices(context.workspaceState));
  const offer = new LanguageOffer(server, recogniser);
  const blocks = new BlockTabs(server, recogniser);
  const { extensionUri, globalStorageUri: storage } = context;
  const hosts = new RemoteHosts(context.workspaceState);
  const previews = new PreviewManager({ extension: extensionUri, server, blocks, hosts, storage });
  const translations = new TranslationState(server, recogniser);
  const changes = new PanelChanges(server, recogniser);
  const whereUsed = new WhereUsedView(server);
  const unused = new UnusedFilesView(server);
  context.subscriptions.push(
    hosts,
    log,
    server,
    recogniser,
    offer,
    previews,
    translations,
    changes,
  );
  const duplication = new Duplication(server);
  const structure = new StructureView(server, recogniser);
  const sides = new ReadableSides(server);
  context.subscriptions.push(blocks, whereUsed, unused, new DeleteWarning(server), duplication);
  context.subscriptions.push(structure, sides, new CursorPlace(server, recogniser));
  context.subscriptions.push(
    registerFileInsertion(server, blocks),
    registerLinkInsertion(server),
    registerMetadataAction(server),
    registerEditBlockAction(server),
    registerFieldLenses(server, recogniser),
    registerConflictLenses(),
    registerTabLanguage(server, blocks),
    new TabDiagnostics(server, blocks),
    new ShownNames(server, blocks),
    new TabWrap(),
  );
  const all = {
    ...commands(server, previews, {
      blocks,
      structure,
      whereUsed,
      unused,
      duplication,
      log,
      extension,
    }),
    ...viewCommands(previews),
    ...structureCommands(server, structure, blocks),
    'kirbyAuthor.forgetRemoteHosts': () => hosts.forget(),
    'kirbyAuthor.compareWithHead': (resource: unknown) => compareWithHead(sides, resource),
    'kirbyAuthor.compareWithPanel': (resource: unknown) =>
      compareWithPanel(server, sides, resource),
    'kirbyAuthor.compareFiles': compareFiles,
  };
  for (const [name, run] of Object.entries(all)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  }
  const { textDocuments } = vscode.workspace;
  if (textDocuments.some(({ languageId }) => languageId === contentLanguage)) void server.start();
  void recogniser.check(textDocuments);
  void isKirbyWorkspace().then((isOne) => {
    if (isOne) void server.start();
  });
  return server;
}

/** What the server is told of where it works. */
function introduction(): ClientIntroduction {
  const first = vscode.window.activeTextEditor?.document.uri.toString();
  // A server in a browser reads no files, its own no more than others.
  const translations = vscode.env.uiKind === vscode.UIKind.Web ? vscode.l10n.bundle : undefined;
  return {
    readsFiles: true,
    ignoresProblems: true,
    linksRules: true,
    ...(first === undefined ? {} : { first }),
    ...(translations === undefined ? {} : { translations }),
  };
}
