import * as vscode from 'vscode';
import type { Answer, SiteFailure } from './answer.ts';
import { PhpServer, type PhpServerParts } from './php-server.ts';

/** Milliseconds after which a page that is not made yet is given up. */
const limit = 15_000;

/** The address of a page for the frame, or why there is none. */
export type Shown = { readonly address: string } | { readonly failure: SiteFailure };

/** A running site: PHP's server, the texts it is given, and the watch over pages that hang. */
export class SiteSession {
  /** The folder of the site's index.php. */
  readonly root: string;
  /** Where the frame's pages come from: another address than PHP's in a remote window. */
  readonly origin: string;
  readonly #php: PhpServer;
  #question = 0;

  private constructor(root: string, php: PhpServer, origin: string) {
    this.root = root;
    this.#php = php;
    this.origin = origin;
  }

  static async start(parts: PhpServerParts): Promise<SiteSession> {
    const php = await PhpServer.start(parts);
    return new SiteSession(parts.root, php, await outside(php.origin));
  }

  /**
   * Hands all unsaved texts to the site and says where the page of a document is. `undefined` when a
   * later call has taken over.
   */
  async show(document: vscode.TextDocument): Promise<Shown | undefined> {
    const question = ++this.#question;
    await this.#php.show(unsavedTexts(document), this.origin);
    const answer = await this.#ask(document.uri.fsPath);
    if (question !== this.#question) return undefined;
    if ('failure' in answer) return answer;
    // The site was asked by PHP's own address, and the frame goes by the editor's.
    const address = answer.url.replace(this.#php.origin, this.origin);
    return { address: this.#php.withToken(address) };
  }

  /** Waits until the page that is being made is done. One that hangs is ended, and `false` is the answer. */
  async settles(): Promise<boolean> {
    if (await this.#php.answers(limit)) return true;
    await this.#php.restart();
    return false;
  }

  async close(): Promise<void> {
    this.#question++;
    await this.#php.close();
  }

  async #ask(file: string): Promise<Answer> {
    try {
      return await this.#php.where(file, limit);
    } catch {
      // Its process is gone, or it hangs: both are mended by a new one.
      await this.#php.restart();
      const message = vscode.l10n.t(
        'The site did not answer in {0} seconds. Its PHP was started anew.',
        limit / 1000,
      );
      return { failure: { message } };
    }
  }
}

/**
 * The origin that the editor forwards to a port of the machine that the site is on. A way with a path
 * before it is of no use: the site's addresses begin at the root. Then the browser may be on the same
 * machine, as it is with VS Code's own server.
 */
async function outside(origin: string): Promise<string> {
  const { scheme, authority, path } = await vscode.env.asExternalUri(vscode.Uri.parse(origin));
  return path === '' || path === '/' ? `${scheme}://${authority}` : origin;
}

/** The texts of editors that differ from the disk, and the one that is shown, by path. */
function unsavedTexts(shown: vscode.TextDocument): Readonly<Record<string, string>> {
  const texts = vscode.workspace.textDocuments.filter(
    (document) => document === shown || (document.isDirty && isContent(document)),
  );
  return Object.fromEntries(texts.map((document) => [document.uri.fsPath, document.getText()]));
}

/** Whether a document may be the content of a page: Kirby reads these endings. */
export function isContent({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && /\.(?:txt|md|mdown)$/.test(uri.path);
}
