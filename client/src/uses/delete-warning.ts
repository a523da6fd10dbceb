import * as vscode from 'vscode';
import {
  losses,
  type LossesParams,
  type LossesResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';

/**
 * Says what still mentions pages and files that were deleted in the editor, with the places. They are looked for before the file is gone: afterwards nothing leads to it any more.
 */
export class DeleteWarning implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #subscriptions: vscode.Disposable;
  /** By the files that are deleted together. */
  readonly #asked = new Map<string, Promise<LossesResult | undefined>>();

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onWillDeleteFiles((event) => {
        if (!server.isWanted) return;
        // The answer needs the files; the editor waits for it before it deletes.
        event.waitUntil(this.#ask(event.files).then(() => undefined));
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => void this.#warn(files)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #ask(files: readonly vscode.Uri[]): Promise<LossesResult | undefined> {
    const question: LossesParams = { uris: files.map(String) };
    const asked = this.#server.ask<LossesResult>(losses, question);
    this.#asked.set(keyOf(files), asked);
    return asked;
  }

  async #warn(files: readonly vscode.Uri[]): Promise<void> {
    const asked = this.#asked.get(keyOf(files));
    this.#asked.delete(keyOf(files));
    const lost = await asked;
    if (lost !== undefined && lost.files.length > 0) await tell(lost);
  }
}

function keyOf(files: readonly vscode.Uri[]): string {
  return files.map(String).join('\n');
}

/** More names than these are not read in a notification. */
const MOST_NAMES = 3;

async function tell(lost: LossesResult): Promise<void> {
  const locations = placesOf(lost);
  const places = locations.length;
  const names = [
    ...lost.names.slice(0, MOST_NAMES),
    ...(lost.names.length > MOST_NAMES ? ['…'] : []),
  ].join(', ');
  const message =
    places === 1
      ? vscode.l10n.t(
          'The content still mentions {0} in one place. Kirby finds nothing there.',
          names,
        )
      : vscode.l10n.t(
          'The content still mentions {0} in {1} places. Kirby finds nothing there.',
          names,
          places,
        );
  const show = vscode.l10n.t('Show Places');
  const chosen = await vscode.window.showWarningMessage(message, show);
  const [first] = locations;
  if (chosen !== show || first === undefined) return;
  // The command alone stops at the beginning of the line, and those of a layout are long.
  await vscode.window.showTextDocument(first.uri, { selection: first.range });
  if (places === 1) return;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    first.uri,
    first.range.start,
    locations,
  );
}

function placesOf({ files }: LossesResult): readonly vscode.Location[] {
  return files.flatMap(({ uri, places }) =>
    places.map(({ range: { start, end } }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return new vscode.Location(vscode.Uri.parse(uri), range);
    }),
  );
}
