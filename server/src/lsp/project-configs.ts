import type { RuleSeverities } from '../features/diagnostics.ts';
import {
  PROJECT_CONFIG,
  type ProjectConfig,
  readProjectConfig,
  severitiesFor,
} from '../features/project-config.ts';
import { sitePath, type SitePath } from '../site/site-path.ts';
import type { DiskOf } from './environment.ts';
import type { SitePlace } from './sites.ts';
import { folderUri, foldersAbove, toSitePath, toUri } from './uris.ts';

/** The `kirby-author.config.json` of each site: the nearest one in its folder or in those above. */
export class ProjectConfigs {
  readonly #diskOf: DiskOf;
  readonly #warn: (message: string) => void;
  /** By the URI of the site's folder; `undefined`: it has none. */
  readonly #configs = new Map<string, FoundConfig | undefined>();

  /** @param warn tells the author's log of what is wrong with a file */
  constructor(diskOf: DiskOf, warn: (message: string) => void) {
    this.#diskOf = diskOf;
    this.#warn = warn;
  }

  /** Reads what counts for a site, before the site is read. */
  async read(site: string): Promise<void> {
    const folders = [site, ...foldersAbove(site)];
    const texts = await Promise.all(folders.map((folder) => this.#textIn(folder)));
    const at = texts.findIndex((text) => text !== undefined);
    const [folder, text] = [folders[at], texts[at]];
    if (folder === undefined || text === undefined) {
      this.#configs.set(site, undefined);
      return;
    }
    const { config, faults } = readProjectConfig(text);
    for (const fault of faults) {
      this.#warn(`${toUri(folderUri(folder), sitePath(PROJECT_CONFIG))}: ${fault}`);
    }
    this.#configs.set(site, { folder, config });
  }

  /** Reads all again if one of the files is a config; the answer says whether that was so. */
  async changed(uris: readonly string[]): Promise<boolean> {
    if (!uris.some((uri) => uri.endsWith(`/${PROJECT_CONFIG}`))) return false;
    await Promise.all([...this.#configs.keys()].map((site) => this.read(site)));
    return true;
  }

  /** What the project and the author want of the rules in a file of a site. */
  severitiesFor({ folder, path }: SitePlace, wished: RuleSeverities): RuleSeverities {
    const found = this.#configs.get(folder);
    if (found === undefined) return wished;
    const file = toUri(folderUri(folder), path);
    const fromConfig = toSitePath(folderUri(found.folder), file);
    return fromConfig === undefined ? wished : severitiesFor(found.config, fromConfig, wished);
  }

  /**
   * Where what is wanted of the rules in a file of a site stands, or would stand: the URI of the config
   * that counts, or of one beside the site, and the file's path from there.
   */
  placeFor({ folder, path }: SitePlace): { readonly config: string; readonly path: SitePath } {
    const found = this.#configs.get(folder)?.folder;
    const file = toUri(folderUri(folder), path);
    const fromFound = found === undefined ? undefined : toSitePath(folderUri(found), file);
    const home = fromFound === undefined ? folder : (found ?? folder);
    return {
      config: toUri(folderUri(home), sitePath(PROJECT_CONFIG)),
      path: fromFound ?? path,
    };
  }

  async #textIn(folder: string): Promise<string | undefined> {
    const files = this.#diskOf(folder)?.fileSystem;
    const [text] = (await files?.readFiles([sitePath(PROJECT_CONFIG)])) ?? [];
    return text;
  }
}

interface FoundConfig {
  /** The URI of the folder in which it lies. */
  readonly folder: string;
  readonly config: ProjectConfig;
}
