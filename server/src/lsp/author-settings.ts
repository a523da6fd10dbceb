import { readSettings, type Settings } from './settings.ts';
import { folderUri, type FolderUri, toSitePath } from './uris.ts';

/**
 * What an author has set. In a workspace of several folders each may have settings of its own, which
 * count for what lies in it.
 */
export class AuthorSettings {
  /** Those of the window. */
  readonly window: Settings;
  readonly #folders: readonly (readonly [folder: FolderUri, settings: Settings])[];

  /**
   * @param window what the editor says of `kirbyAuthor`
   * @param folders what it says about each folder of the workspace, by the folder's URI
   */
  constructor(window: unknown, folders: readonly (readonly [string, unknown])[] = []) {
    this.window = readSettings(window);
    this.#folders = folders
      .map(([uri, value]) => [folderUri(uri), readSettings(value)] as const)
      // Of folders within each other the innermost has the say.
      .sort(([one], [other]) => other.uri.path.length - one.uri.path.length);
  }

  /** Those that count for a file or a folder. */
  of(uri: string): Settings {
    const around = this.#folders.find(([folder]) => toSitePath(folder, uri) !== undefined);
    return around?.[1] ?? this.window;
  }

  /** Is another text when a check of all files would find something else. */
  get checkedBy(): string {
    const each = [this.window, ...this.#folders.map(([, settings]) => settings)];
    return JSON.stringify(
      each.map(({ scope, rules, contentFolder }) => [scope, rules, contentFolder]),
    );
  }
}
