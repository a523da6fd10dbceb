import * as vscode from 'vscode';
import {
  whereUsed,
  type WhereUsedParams,
  type WhereUsedResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';

/** What was deleted, with the places that still mention it. */
interface Lost {
  readonly uri: vscode.Uri;
  readonly answer: WhereUsedResult;
}

/**
 * Says what still mentions a page or file that was deleted in the editor, with the places and the way
 * back. They are looked for before the file is gone: afterwards nothing leads to it any more.
 */
export class DeleteWarning implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #subscriptions: vscode.Disposable;
  readonly #asked = new Map<string, Promise<Lost | undefined>>();

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onWillDeleteFiles((event) => {
        if (!server.isWanted) return;
        const asked = event.files.map((uri) => this.#ask(uri));
        // The answer needs the file; the editor waits for it before it deletes.
        event.waitUntil(Promise.all(asked).then(() => undefined));
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => void this.#warn(files)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #ask(uri: vscode.Uri): Promise<Lost | undefined> {
    const asked = usesOf(this.#server, uri);
    this.#asked.set(uri.toString(), asked);
    return asked;
  }

  async #warn(files: readonly vscode.Uri[]): Promise<void> {
    const gone = new Set(files.map((uri) => uri.toString()));
    const found = await Promise.all(
      [...gone].map(async (uri) => {
        const asked = this.#asked.get(uri);
        this.#asked.delete(uri);
        return asked;
      }),
    );
    const lost = found.flatMap((one) => (one === undefined ? [] : [withoutGone(one, gone)]));
    const mentioned = lost.filter(({ answer }) => answer.files.length > 0);
    if (mentioned.length > 0) await tell(mentioned);
  }
}

async function usesOf(server: LanguageServer, uri: vscode.Uri): Promise<Lost | undefined> {
  const question: WhereUsedParams = { uri: uri.toString() };
  const answer = await server.ask<WhereUsedResult>(whereUsed, question);
  return answer === undefined ? undefined : { uri, answer };
}

/** What is deleted together does not miss one another. */
function withoutGone({ uri, answer }: Lost, gone: ReadonlySet<string>): Lost {
  const files = answer.files.filter(
    (file) => ![...gone].some((one) => file.uri === one || file.uri.startsWith(`${one}/`)),
  );
  return { uri, answer: { ...answer, files } };
}

async function tell(lost: readonly Lost[]): Promise<void> {
  const places = lost.reduce((sum, { answer }) => sum + placesOf(answer).length, 0);
  const names = lost.map(({ answer }) => answer.name).join(', ');
  const message =
    places === 1
      ? vscode.l10n.t(
          'The content still mentions {0} in one place. Kirby shows nothing there.',
          names,
        )
      : vscode.l10n.t(
          'The content still mentions {0} in {1} places. Kirby shows nothing there.',
          names,
          places,
        );
  const show = vscode.l10n.t('Show Places');
  const chosen = await vscode.window.showWarningMessage(message, show);
  const [first] = lost;
  if (chosen !== show || first === undefined) return;
  const locations = lost.flatMap(({ answer }) => placesOf(answer));
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    locations[0]?.uri ?? first.uri,
    locations[0]?.range.start ?? new vscode.Position(0, 0),
    locations,
  );
}

function placesOf({ files }: WhereUsedResult): readonly vscode.Location[] {
  return files.flatMap(({ uri, places }) =>
    places.map(({ range: { start, end } }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return new vscode.Location(vscode.Uri.parse(uri), range);
    }),
  );
}
