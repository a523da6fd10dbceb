import { duplicateOf } from '../../features/duplicate.ts';
import {
  duplicate as duplicateRequest,
  type DuplicateParams,
  type DuplicateResult,
} from '../../protocol/index.ts';
import { describe } from '../guard.ts';
import type { Server } from '../server.ts';
import { textsAt } from '../wide-fix.ts';
import type { Handler } from './handler.ts';

/** What a copy of a page or of a file consists of. */
export const duplicating: Handler = {
  register(connection, server) {
    connection.onRequest(duplicateRequest, async ({ uri }: DuplicateParams) => {
      try {
        return await copyOf(server, uri);
      } catch (error) {
        server.error(`duplicating failed: ${describe(error)}`);
        return null;
      }
    });
  },
};

async function copyOf(server: Server, uri: string): Promise<DuplicateResult | null> {
  // A copy of what is not known yet would have the UUIDs of its original.
  await server.begun;
  await server.sites.liveSiteOf(uri)?.ready;
  const place = server.sites.placeOf(uri);
  const found = place && duplicateOf(place.site, place.path, () => server.newUuid(place.site));
  if (found === undefined) return null;
  const { copies, paths, shown, textsIn } = found;
  const texts = textsIn(await textsAt(server, uri, paths));
  if (texts === undefined) {
    server.error(`${uri} is not duplicated: a file is not as it was.`);
    return null;
  }
  const uriOf = (path: (typeof paths)[number]): string => server.sites.uriOf(uri, path) ?? '';
  return {
    copies: copies.map(({ from, to }) => ({ from: uriOf(from), to: uriOf(to) })),
    texts: [...texts].map(([path, text]) => ({ uri: uriOf(path), text })),
    ...(shown === undefined ? {} : { shown: uriOf(shown) }),
  };
}
