import * as vscode from 'vscode';
import { NotificationType } from 'vscode-languageclient';
import {
  filesChanged,
  shownNames,
  type ShownNamesParams,
  type ShownNamesResult,
} from '../../../server/src/protocol/index.ts';
import type { BlockTabs } from '../block-text/block-tabs.ts';
import { blockScheme, sourceOf } from '../block-text/block-uri.ts';
import { readableScheme, sideOf } from '../compare/readable-sides.ts';
import type { LanguageServer } from '../language-server.ts';

type ShownReference = ShownNamesResult['references'][number];

/** What shows a content file in another form: tabs of a text, comparisons. */
const selector = [{ scheme: blockScheme }, { scheme: readableScheme }];

/** Names behind the UUIDs in these texts, and where a click on them leads. */
export class ShownNames
  implements vscode.InlayHintsProvider, vscode.DocumentLinkProvider, vscode.Disposable
{
  readonly #server: LanguageServer;
  readonly #tabs: BlockTabs;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;

  constructor(server: LanguageServer, tabs: BlockTabs) {
    this.#server = server;
    this.#tabs = tabs;
    const refresh = (): void => {
      this.#changed.fire();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.languages.registerInlayHintsProvider(selector, this),
      vscode.languages.registerDocumentLinkProvider(selector, this),
      server.onNews(new NotificationType(filesChanged), refresh),
      server.onStart(refresh),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('kirbyAuthor.referenceNames')) refresh();
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> {
    const found = await this.#referencesIn(document, document.validateRange(range), token);
    return found.flatMap(({ at, label, uri }) => {
      if (label === undefined) return [];
      const part = new vscode.InlayHintLabelPart(label);
      if (uri !== undefined)
        part.location = new vscode.Location(vscode.Uri.parse(uri), new vscode.Position(0, 0));
      const hint = new vscode.InlayHint(at.end, [part]);
      hint.paddingLeft = true;
      return [hint];
    });
  }

  async provideDocumentLinks(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentLink[]> {
    const { lineCount } = document;
    const whole = document.validateRange(new vscode.Range(0, 0, lineCount, 0));
    const found = await this.#referencesIn(document, whole, token);
    return found.flatMap(({ at, uri }) => {
      if (uri !== undefined) return [new vscode.DocumentLink(at, vscode.Uri.parse(uri))];
      // VS Code would look for it on another computer.
      if (!document.getText(at).startsWith('file:')) return [];
      const link = new vscode.DocumentLink(at);
      link.tooltip = vscode.l10n.t('No file with this UUID is known');
      return [link];
    });
  }

  async #referencesIn(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<readonly (ShownReference & { readonly at: vscode.Range })[]> {
    const { uri, version } = document;
    // A tab knows what its file is called now.
    const file =
      uri.scheme === blockScheme
        ? (this.#tabs.get(uri)?.source ?? sourceOf(uri)?.uri)
        : sideOf(uri).uri;
    if (file === undefined) return [];
    const question: ShownNamesParams = { uri: file.toString(), text: document.getText(range) };
    const answer = await this.#server.ask<ShownNamesResult>(shownNames, question, token);
    if (answer === undefined || document.version !== version) return [];
    const from = document.offsetAt(range.start);
    return answer.references.map((reference) => {
      const { start, end } = reference;
      const at = new vscode.Range(
        document.positionAt(from + start),
        document.positionAt(from + end),
      );
      return { ...reference, at };
    });
  }
}
