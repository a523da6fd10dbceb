import * as vscode from 'vscode';
import type { AskText, Draft, WriteText } from '../../messages/messages.ts';
import {
  type BlockTextAddress,
  blockTextAt,
  type BlockTextAtParams,
  type BlockTextAtResult,
  blockTextWrite,
  type BlockTextWriteParams,
  type BlockTextWriteResult,
  previewKeyAt,
  type PreviewKeyAtParams,
  type PreviewKeyAtResult,
  previewReveal,
  type PreviewRevealParams,
  type PreviewRevealResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { applyFix } from './text-side.ts';

/** How often a text is written again that changes meanwhile. */
const ATTEMPTS = 5;

/** A text that is written in a preview. */
interface Written {
  readonly uri: vscode.Uri;
  readonly key: string;
  readonly part: string;
  readonly address: BlockTextAddress;
  /** What it was when it was asked for. */
  readonly shown: string;
}

/** Texts that are written on the page of a preview: the same as in a tab of their own. */
export class PreviewTexts {
  readonly #server: LanguageServer;
  #written: Written | undefined;
  /** What the page has not asked to write yet. */
  #draft: Omit<WriteText, 'kind'> | undefined;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  /** The source of a text; `undefined` where there is none. */
  async read(uri: vscode.Uri, { key, part }: Omit<AskText, 'kind'>): Promise<string | undefined> {
    const question: PreviewRevealParams = { uri: uri.toString(), key, part };
    const place = await this.#server.ask<PreviewRevealResult>(previewReveal, question);
    if (place === undefined) return undefined;
    const about: BlockTextAtParams = { uri: uri.toString(), position: place.range.start };
    const found = await this.#server.ask<BlockTextAtResult>(blockTextAt, about);
    const name = found?.address.way.at(-1);
    // Elsewhere in a block its main text is found.
    if (found?.version !== place.version || (part !== '' && name !== part)) return undefined;
    const { address, shown } = found;
    this.#written = { uri, key, part, address, shown };
    return shown;
  }

  /** Remembers what a text is while it is written. */
  keep({ key, part, text }: Omit<Draft, 'kind'>): void {
    const before = this.#written?.shown;
    this.#draft =
      before === undefined || before === text ? undefined : { key, part, before, after: text };
  }

  /** The page is gone, and nobody else writes what was typed there. */
  async leave(): Promise<void> {
    if (this.#draft !== undefined) await this.write(this.#draft);
  }

  /** Writes a text that has been read; what cannot be written is not lost. */
  async write({ key, part, before, after }: Omit<WriteText, 'kind'>): Promise<void> {
    const written = this.#written;
    this.#draft = undefined;
    const isKnown = written?.key === key && written.part === part;
    const isDone = isKnown && (await this.#change(written, before, after));
    if (isDone) return;
    const copy = vscode.l10n.t('Copy the Text');
    const message = vscode.l10n.t(
      'The text could not be written: the file has changed there meanwhile.',
    );
    void vscode.window.showWarningMessage(message, copy).then(async (answer) => {
      if (answer === copy) await vscode.env.clipboard.writeText(after);
    });
  }

  async #change({ uri, address }: Written, before: string, after: string): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(uri);
    const question: BlockTextWriteParams = { uri: uri.toString(), address, before, after };
    for (let left = ATTEMPTS; left > 0; left--) {
      const answer = await this.#server.ask<BlockTextWriteResult>(blockTextWrite, question);
      if (answer?.kind !== 'edits') return false;
      if (answer.edits.length > 0 && !(await applyFix(document, answer))) continue;
      // Has the page show it before it is told that this is done.
      const place: PreviewKeyAtParams = {
        uri: uri.toString(),
        position: { line: 0, character: 0 },
        isFresh: true,
      };
      await this.#server.ask<PreviewKeyAtResult>(previewKeyAt, place);
      return true;
    }
    return false;
  }
}
