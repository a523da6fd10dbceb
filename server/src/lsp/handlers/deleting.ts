import type {
  CancellationToken,
  DeleteFile,
  FileOperationRegistrationOptions,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { lossesWith, mentionsOfLosses } from '../../features/losses.ts';
import { fileAt, unsavedMetadata } from '../../features/rename/move.ts';
import { losses, type LossesParams, type LossesResult } from '../../protocol/index.ts';
import { findMentions } from '../../site/mentions/find.ts';
import type { LiveSite } from '../../site/open-site.ts';
import type { SitePath } from '../../site/site-path.ts';
import { describe } from '../guard.ts';
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
    connection.workspace.onWillDeleteFiles(async ({ files }) => {
      try {
        return deletionOf(await metadataOf(server, new Set(files.map(({ uri }) => uri))));
      } catch (error) {
        server.error(`following a deletion failed: ${describe(error)}`);
        return null;
      }
    });
  },
};

/** The metadata of files that are deleted, as far as it is not deleted itself, saved or not. */
async function metadataOf(
  server: Server,
  deleted: ReadonlySet<string>,
): Promise<readonly string[]> {
  const found = [...deleted].map(async (uri): Promise<readonly string[]> => {
    const live = server.sites.liveSiteOf(uri);
    const path = server.sites.placeOf(uri)?.path;
    const file = path === undefined ? undefined : live && fileAt(live.site, path);
    if (live === undefined || file === undefined) return [];
    const unsaved = unsavedMetadata(live.site, file);
    const texts = await live.texts(unsaved);
    return [
      ...live.site.metadataOf(file),
      ...unsaved.filter((_, index) => texts[index] !== undefined),
    ].flatMap((metadata) => server.sites.uriOf(uri, metadata) ?? []);
  });
  return (await Promise.all(found)).flat().filter((uri) => !deleted.has(uri));
}

function deletionOf(uris: readonly string[]): WorkspaceEdit | null {
  if (uris.length === 0) return null;
  const label = say`Delete the metadata, too`;
  return {
    documentChanges: uris.map((uri): DeleteFile => {
      const options = { ignoreIfNotExists: true };
      return { kind: 'delete', uri, options, annotationId: annotation };
    }),
    changeAnnotations: { [annotation]: { label, needsConfirmation: false } },
  };
}

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

/** What the content still mentions of some files and folders that are going to be gone. */
export async function lossesOf(
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
