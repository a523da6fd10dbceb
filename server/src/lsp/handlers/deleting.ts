import type {
  CancellationToken,
  DeleteFile,
  FileOperationRegistrationOptions,
} from 'vscode-languageserver';
import { lossesWith, mentionsOfLosses } from '../../features/losses.ts';
import { fileAt } from '../../features/rename/move.ts';
import { losses, type LossesParams, type LossesResult } from '../../protocol/index.ts';
import { findMentions } from '../../site/mentions/find.ts';
import type { LiveSite } from '../../site/open-site.ts';
import type { SitePath } from '../../site/site-path.ts';
import { describe, guarded } from '../guard.ts';
import type { Server } from '../server.ts';
import type { Handler } from './handler.ts';
import { nameOfTarget, usingFile } from './uses.ts';
import { say } from '../../kirby/text/say.ts';

const everything: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };

const annotation = 'kirby-author-delete';

/**
 * The metadata of files that are deleted in the editor goes with them; the editor asks first: metadata without
 * its file may give the page another template.
 */
export const fileDeletions: Handler = {
  capabilities: { workspace: { fileOperations: { willDelete: everything } } },
  register(connection, server) {
    connection.workspace.onWillDeleteFiles(
      guarded(
        server,
        'following a deletion',
        ({ files }) => {
          const deleted = new Set(files.map(({ uri }) => uri));
          const gone = files.flatMap(({ uri }): DeleteFile[] => {
            const place = server.sites.placeOf(uri);
            const file = place && fileAt(place.site, place.path);
            if (place === undefined || file === undefined) return [];
            return place.site.metadataOf(file).flatMap((path): DeleteFile[] => {
              const at = server.sites.uriOf(uri, path);
              if (at === undefined || deleted.has(at)) return [];
              const options = { ignoreIfNotExists: true };
              return [{ kind: 'delete', uri: at, options, annotationId: annotation }];
            });
          });
          if (gone.length === 0) return null;
          const label = say`Delete the metadata, too`;
          return {
            documentChanges: gone,
            changeAnnotations: { [annotation]: { label, needsConfirmation: false } },
          };
        },
        null,
      ),
    );
  },
};

/** What the content still mentions of what is about to be deleted. */
export const deletionLosses: Handler = {
  register(connection, server) {
    connection.onRequest(losses, async ({ uris }: LossesParams, token: CancellationToken) => {
      try {
        return await lossesOf(server, uris, () => !token.isCancellationRequested);
      } catch (error) {
        server.error(`what a deletion leaves behind was not found: ${describe(error)}`);
        return null;
      }
    });
  },
};

async function lossesOf(
  server: Server,
  uris: readonly string[],
  isWanted: () => boolean,
): Promise<LossesResult> {
  const names = new Set<string>();
  const files: LossesResult['files'][number][] = [];
  for (const [live, { uri, paths }] of bySite(server, uris)) {
    const lost = lossesWith(live.site, paths);
    if (lost.length === 0) continue;
    const found = await findMentions(
      live,
      lost.map(({ target }) => target),
      isWanted,
    );
    for (const inFile of mentionsOfLosses(lost, paths, found)) {
      for (const { target } of inFile.mentions) names.add(nameOfTarget(target));
      files.push(...usingFile(live.site, inFile, server.sites.uriOf(uri, inFile.file.path)));
    }
  }
  return { names: [...names], files };
}

/** The paths of some files and folders by the site they lie in, with the URI of one of them. */
function bySite(
  server: Server,
  uris: readonly string[],
): ReadonlyMap<LiveSite, { readonly uri: string; readonly paths: SitePath[] }> {
  const sites = new Map<LiveSite, { readonly uri: string; readonly paths: SitePath[] }>();
  for (const uri of uris) {
    const live = server.sites.liveSiteOf(uri);
    const place = server.sites.placeOf(uri);
    if (live === undefined || place === undefined) continue;
    const known = sites.get(live);
    if (known === undefined) sites.set(live, { uri, paths: [place.path] });
    else known.paths.push(place.path);
  }
  return sites;
}
