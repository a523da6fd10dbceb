import type * as vscode from 'vscode';

const stateKey = 'kirbyAuthor.languageChoices';
/** More would only be files that nobody opens any more. */
const most = 500;

type Choice = readonly [uri: string, languageId: string];

/** The languages that the author gave to files by hand, by URI, for this workspace. */
export class LanguageChoices {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get(uri: vscode.Uri): string | undefined {
    return this.#read().find(([known]) => known === uri.toString())?.[1];
  }

  async set(uri: vscode.Uri, languageId: string): Promise<void> {
    await this.#write([...this.#others(uri), [uri.toString(), languageId]]);
  }

  async forget(uri: vscode.Uri): Promise<void> {
    if (this.get(uri) !== undefined) await this.#write(this.#others(uri));
  }

  #others(uri: vscode.Uri): readonly Choice[] {
    return this.#read().filter(([known]) => known !== uri.toString());
  }

  async #write(choices: readonly Choice[]): Promise<void> {
    await this.#state.update(stateKey, choices.slice(-most));
  }

  #read(): readonly Choice[] {
    return this.#state.get(stateKey, []);
  }
}
