import type { LiveSite } from '../site/open-site.ts';
import type { SitePath } from '../site/site-path.ts';
import type { SiteRoots } from '../site/site-roots.ts';
import { folded } from '../site/spelling.ts';
import { type FolderUri, toSitePath } from './uris.ts';

/** A site in a folder of the workspace. */
export interface FoundSite {
  readonly folder: FolderUri;
  /** The URI of its content: what tells one site from another. */
  readonly content: string;
  readonly roots: SiteRoots;
  readonly live: LiveSite;
  readonly isFar: boolean;
  /** The URIs of the open documents, by the paths of their files. */
  readonly open: Map<SitePath, string>;
}

/** A file of a site. */
export interface PlaceInSite {
  readonly site: FoundSite;
  readonly path: SitePath;
}

/** Of so many files it is remembered where they lie: of more than an author has open. */
const MOST_PLACES = 100;

/** Which site a file belongs to: of nested ones the innermost. */
export class SitePlaces {
  readonly #sites: () => Iterable<FoundSite>;
  /** Where files lie below the sites that there are now, each looked for once. */
  readonly #below = new Map<string, PlaceInSite | undefined>();

  /** @param sites all that there are; `forget()` says that there are others */
  constructor(sites: () => Iterable<FoundSite>) {
    this.#sites = sites;
  }

  forget(): void {
    this.#below.clear();
  }

  /** The site of a file, and its path there as the disk spells it. */
  of(uri: string): PlaceInSite | undefined {
    const found = this.asSpelled(uri) ?? this.#inOtherCase(uri);
    return found && { site: found.site, path: found.site.live.spelled(found.path) };
  }

  /** The same as the URI spells it. Each key asks several times. */
  asSpelled(uri: string): PlaceInSite | undefined {
    const known = this.#below.get(uri);
    if (known !== undefined || this.#below.has(uri)) return known;
    if (this.#below.size >= MOST_PLACES) this.#below.clear();
    const place = this.#findBelow(uri);
    this.#below.set(uri, place);
    return place;
  }

  #findBelow(uri: string): PlaceInSite | undefined {
    let best: PlaceInSite | undefined;
    for (const site of this.#sites()) {
      const path = toSitePath(site.folder, uri);
      if (path !== undefined && (best === undefined || path.length < best.path.length)) {
        best = { site, path };
      }
    }
    return best;
  }

  /** The same for a URI that spells the folders above the site in another way. */
  #inOtherCase(uri: string): PlaceInSite | undefined {
    for (const site of this.#sites()) {
      const path = toSitePath(site.folder, uri, (one, other) => folded(one) === folded(other));
      if (path !== undefined && site.live.foldsCase()) return { site, path };
    }
    return undefined;
  }
}
