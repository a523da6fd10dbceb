import * as vscode from 'vscode';
import { contentLanguage } from '../language/decision.ts';
import type { LanguageServer } from '../language-server.ts';
import { findPhp } from './find-php.ts';
import { findSite } from './find-site.ts';
import { SitePanel, sitePanelType } from './site-panel.ts';
import { isContent, SiteSession } from './site-session.ts';

/** The command; `package.json` shows it in trusted workspaces of an editor that can run programs. */
export const openSitePreview = 'kirbyAuthor.openSitePreview';

/** Where the workspace remembers that its PHP may run. */
const consentKey = 'kirbyAuthor.runsPhp';

/** _Preview with the Site's Own Templates_: nothing of it runs before the author has asked for it. */
export class SitePreview implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #server: LanguageServer;
  readonly #subscriptions: vscode.Disposable;
  #panel: SitePanel | undefined;
  #tab: vscode.WebviewPanel | undefined;
  #isStarting = false;

  constructor(context: vscode.ExtensionContext, server: LanguageServer) {
    this.#context = context;
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      vscode.commands.registerCommand(openSitePreview, (resource) => this.#open(resource)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isContent(document)) this.#panel?.later();
      }),
      // Templates, styles and content that has been put back.
      vscode.workspace.onDidSaveTextDocument(() => this.#panel?.later()),
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.#follow(editor?.document)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const place = selections[0]?.active;
        const isShown = textEditor.document.uri.toString() === this.#panel?.uri.toString();
        if (isShown && place !== undefined) void this.#panel?.markAt(place);
      }),
    );
    void vscode.commands.executeCommand('setContext', 'kirbyAuthor.runsPrograms', true);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#panel?.dispose();
  }

  async #open(resource: unknown): Promise<void> {
    const uri = resource instanceof vscode.Uri ? resource : activeUri();
    if (uri?.scheme !== 'file' || this.#isStarting || !vscode.workspace.isTrusted) return;
    this.#isStarting = true;
    try {
      await this.#start(await vscode.workspace.openTextDocument(uri));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The site could not be started. {0}', reason),
      );
    } finally {
      this.#isStarting = false;
    }
  }

  async #start(document: vscode.TextDocument): Promise<void> {
    const root = await rootOf(document.uri);
    if (root === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'The site of this file was not found: no index.php in the workspace folder, above the file or in a public folder, starts Kirby.',
        ),
      );
      return;
    }
    if (this.#panel?.root === root) {
      this.#panel.follow(document);
      this.#panel.reveal();
      return;
    }
    if (!(await this.#mayRun(root))) return;
    const setting = vscode.workspace.getConfiguration('kirbyAuthor').get('preview.php', '');
    const php = await findPhp(setting);
    if (php === undefined) {
      await sayHowToGetPhp(setting);
      return;
    }
    const session = await SiteSession.start({
      php,
      root,
      router: this.#context.asAbsolutePath('media/site-preview/router.php'),
      keeper: this.#context.asAbsolutePath('dist/client/php-keeper.js'),
    });
    this.#show(session, document);
  }

  #show(session: SiteSession, document: vscode.TextDocument): void {
    const tab = vscode.window.createWebviewPanel(
      sitePanelType,
      vscode.l10n.t('Site Preview'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [], retainContextWhenHidden: true },
    );
    const panel = new SitePanel(tab, session, this.#server, document);
    const before = this.#tab;
    this.#panel = panel;
    this.#tab = tab;
    before?.dispose();
    tab.onDidDispose(() => {
      panel.dispose();
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#tab = undefined;
    });
  }

  /** Asks once in a workspace, and says plainly what is going to run. */
  async #mayRun(root: string): Promise<boolean> {
    const { workspaceState } = this.#context;
    if (workspaceState.get(consentKey) === true) return true;
    const run = vscode.l10n.t('Run the Site');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Preview with the site’s own templates?'),
      {
        modal: true,
        detail: vscode.l10n.t(
          'This runs the PHP of the site in {0}: index.php, configuration, plugins and templates, on this machine and with your rights. Kirby’s own files are kept out of the workspace while it runs, but PHP of the site can do anything. Only run sites that you trust.',
          vscode.workspace.asRelativePath(root),
        ),
      },
      run,
    );
    if (answer !== run) return false;
    await workspaceState.update(consentKey, true);
    return true;
  }

  /** The preview goes along to another content file of the same site. */
  async #follow(document: vscode.TextDocument | undefined): Promise<void> {
    const panel = this.#panel;
    if (panel === undefined || document?.languageId !== contentLanguage) return;
    if (document.uri.scheme !== 'file') return;
    if ((await rootOf(document.uri)) === panel.root) panel.follow(document);
  }
}

function activeUri(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}

async function rootOf(uri: vscode.Uri): Promise<string | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder && findSite(uri.fsPath, folder.uri.fsPath);
}

async function sayHowToGetPhp(setting: string): Promise<void> {
  const open = vscode.l10n.t('Open Setting');
  const text =
    setting === ''
      ? vscode.l10n.t(
          'PHP 8 was not found on this machine. Install it (php.net, Laravel Herd, MAMP or XAMPP have it), or name its program in the setting kirbyAuthor.preview.php.',
        )
      : vscode.l10n.t(
          'The setting kirbyAuthor.preview.php names {0}, which is not a PHP 8 for the command line.',
          setting,
        );
  if ((await vscode.window.showErrorMessage(text, open)) !== open) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', 'kirbyAuthor.preview.php');
}
