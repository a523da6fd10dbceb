import {
  panelChanges as panelChangesRequest,
  type PanelChangesParams,
  type PanelChangesResult,
} from '../../protocol/index.ts';
import {
  changesOf,
  editorIn,
  LOCK,
  lockIn,
  savedOf,
  userNameIn,
} from '../../site/panel-changes.ts';
import { folderOf, joinPath, type SitePath, sitePath } from '../../site/site-path.ts';
import { describe } from '../guard.ts';
import type { Server } from '../server.ts';
import type { SitePlace } from '../sites.ts';
import type { Handler } from './handler.ts';

/** What the Panel has that has not been saved yet. */
export const panelChanges: Handler = {
  register(connection, server) {
    connection.onRequest(
      panelChangesRequest,
      async ({ uri }: PanelChangesParams): Promise<PanelChangesResult | null> => {
        try {
          return (await answer(server, uri)) ?? null;
        } catch (error) {
          server.error(`changes in the Panel failed: ${describe(error)}`);
          return null;
        }
      },
    );
  },
};

async function answer(server: Server, uri: string): Promise<PanelChangesResult | undefined> {
  const place = server.sites.placeOf(uri);
  const file = place?.site.contentFile(place.path);
  if (place === undefined || file === undefined) return undefined;
  const { path, site } = place;
  const folder = folderOf(path);
  // Most pages have neither: then nothing is read.
  const read = async (wanted: SitePath): Promise<string | undefined> =>
    (await server.sites.texts(uri, [wanted]))[0];
  if (file.isChanges) {
    const saved = server.sites.uriOf(uri, savedOf(path));
    return saved === undefined ? undefined : { kind: 'saved', uri: saved };
  }
  const changes = changesOf(path);
  const text = site.mayHold(folderOf(changes)) ? await read(changes) : undefined;
  if (text !== undefined) {
    const id = editorIn(text);
    const at = server.sites.uriOf(uri, changes);
    if (at === undefined) return undefined;
    return { kind: 'changes', uri: at, ...(await userOf(place, read, id)) };
  }
  const lockFile = joinPath(folder, LOCK);
  const locks = site.mayHold(lockFile) ? await read(lockFile) : undefined;
  const lock = locks === undefined ? undefined : lockIn(locks, file);
  if (lock === undefined) return undefined;
  return { kind: 'lock', time: lock.time, ...(await userOf(place, read, lock.user)) };
}

async function userOf(
  { accounts }: SitePlace,
  read: (path: SitePath) => Promise<string | undefined>,
  id: string | undefined,
): Promise<{ readonly user?: string }> {
  // An id is a name of a folder, and never leads out of it.
  if (id === undefined || !/^[\w-]+$/.test(id)) return {};
  const account = await read(joinPath(accounts, sitePath(`${id}/index.php`)));
  const user = account === undefined ? undefined : userNameIn(account);
  return user === undefined ? {} : { user };
}
