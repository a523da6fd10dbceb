import type * as vscode from 'vscode';

const stateKey = 'kirbyAuthor.languageChoices';
/** More would only be files that nobody opens any more. */
const most = 500;

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
    const others = this.#read().filter(([known]) => known !== uri.toString());
    await this.#state.update(stateKey, [...others, [uri.toString(), languageId]].slice(-most));
  }

  #read(): readonly (readonly [uri: string, languageId: string])[] {
    return this.#state.get(stateKey, []);
  }
}
