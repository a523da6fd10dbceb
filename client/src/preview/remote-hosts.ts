import * as vscode from 'vscode';
import type { RemoteKind } from '../../messages/messages.ts';

/** The hosts that previews may load from. */
export type AllowedHosts = Readonly<Record<RemoteKind, readonly string[]>>;

const nothing: AllowedHosts = { picture: [], frame: [] };
const key = 'preview.allowedHosts';

/**
 * What an author allows previews to load from elsewhere, in this workspace. It is kept where the
 * workspace has no say, so that nobody can bring an allowance along in files.
 */
export class RemoteHosts implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Something was allowed, or is not any more. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#showState();
  }

  get allowed(): AllowedHosts {
    return this.#memory.get(key, nothing);
  }

  async allow(what: RemoteKind, host: string): Promise<void> {
    const { allowed } = this;
    if (allowed[what].includes(host)) return;
    await this.#set({ ...allowed, [what]: [...allowed[what], host] });
  }

  /** Nothing is loaded from elsewhere any more. */
  async forget(): Promise<void> {
    await this.#set(nothing);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Previews load nothing from other sites in this workspace.'),
    );
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #set(allowed: AllowedHosts): Promise<void> {
    await this.#memory.update(key, allowed);
    this.#showState();
    this.#changed.fire();
  }

  /** For the command that takes everything back. */
  #showState(): void {
    const { picture, frame } = this.allowed;
    const hasSome = picture.length + frame.length > 0;
    void vscode.commands.executeCommand('setContext', 'kirbyAuthor.hasRemoteHosts', hasSome);
  }
}
