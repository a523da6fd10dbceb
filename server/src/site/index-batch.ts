import type { BlueprintSet } from './blueprint-set.ts';
import type { FolderFacts } from './folder-facts.ts';
import type { Site, SiteOptions, Users } from './site.ts';
import type { SitePath } from './site-path.ts';

/** What a reading of the site brings; anything left out stays as it is. */
export interface IndexBatch {
  /** Folders of the content as they are. What is not among a folder's folders any more is gone. */
  readonly folders?: readonly FolderFacts[];
  /** Folders of the content that are gone, with everything below. */
  readonly gone?: readonly SitePath[];
  /** The UUIDs of all files in the content, one a line: sooner than the folders. */
  readonly fileUuids?: string | undefined;
  readonly settings?: SiteSettings;
  /** The blueprints alone: all else stays as the settings have it. */
  readonly blueprints?: BlueprintSet;
  readonly state?: Site['state'];
}

/** What the files of `site/` say. */
export interface SiteSettings {
  readonly options: SiteOptions;
  /** Names in the content that Kirby passes over (`content.ignore`). */
  readonly ignored: ReadonlySet<string>;
  readonly blueprints: BlueprintSet;
  readonly users: Users | undefined;
}
