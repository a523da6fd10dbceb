import type { TextDocument } from 'vscode-languageserver-textdocument';
import { metadataAt, metadataOfFile } from '../../features/insertion/create-metadata.ts';
import { insertFiles } from '../../features/insertion/insert-files.ts';
import type { InsertionContext } from '../../features/insertion/insertion.ts';
import { insertLink } from '../../features/insertion/insert-link.ts';
import {
  type GivenFile,
  insertFiles as insertFilesRequest,
  type InsertFilesParams,
  type InsertFilesResult,
  insertLink as insertLinkRequest,
  type InsertLinkParams,
  type InsertLinkResult,
  metadata as metadataRequest,
  type MetadataParams,
  type MetadataResult,
  type NewText,
} from '../../protocol/index.ts';
import type { RuleContext } from '../../rules/rule.ts';
import type { SitePath } from '../../site/site-path.ts';
import { toSpan, toTextEdit } from '../convert.ts';
import { guarded } from '../guard.ts';
import type { Server } from '../server.ts';
import { aboutUri, type Handler } from './handler.ts';

/** Files that are dropped or pasted into a document. */
export const files: Handler = {
  register(connection, server) {
    connection.onRequest(
      insertFilesRequest,
      aboutUri(
        server,
        'insertion of files',
        ({ uri }: InsertFilesParams) => uri,
        (document, context, { range, files: given }): InsertFilesResult | null => {
          const inSite = insertionContext(server, context);
          const found =
            inSite &&
            insertFiles(
              inSite,
              toSpan(document, range),
              given.map((file) => placed(server, document.uri, file)),
            );
          return found === undefined ? null : toResult(server, document, found);
        },
        null,
      ),
    );
  },
};

/** An address that is pasted over a selection. */
export const link: Handler = {
  register(connection, server) {
    connection.onRequest(
      insertLinkRequest,
      aboutUri(
        server,
        'insertion of a link',
        ({ uri }: InsertLinkParams) => uri,
        (document, context, { range, address }): InsertLinkResult | null => {
          const inSite = insertionContext(server, context);
          const found = inSite && insertLink(inSite, toSpan(document, range), address);
          if (found === undefined) return null;
          return {
            version: document.version,
            title: found.title,
            edits: found.edits.map((edit) => toTextEdit(document, edit)),
          };
        },
        null,
      ),
    );
  },
};

/** The metadata of a file, named by its URI or by a mention. */
export const metadata: Handler = {
  register(connection, server) {
    connection.onRequest(
      metadataRequest,
      guarded(
        server,
        'metadata',
        (question: MetadataParams): MetadataResult | null => metadataIn(server, question),
        null,
      ),
    );
  },
};

function metadataIn(server: Server, { uri, position }: MetadataParams): MetadataResult | null {
  const document = server.documents.get(uri);
  const place = server.sites.placeOf(uri);
  if (place === undefined) return null;
  const inSite = document && insertionContext(server, server.contextOf(document));
  const found =
    position === undefined
      ? metadataOfFile(place.path, place.site, () => server.newUuid(place.site))
      : document && inSite && metadataAt(inSite, document.offsetAt(position));
  const at = found && server.sites.uriOf(uri, found.path);
  if (found === undefined || at === undefined) return null;
  const { name, text } = found;
  return { name, uri: at, ...(text === undefined ? {} : { text }) };
}

function insertionContext(
  server: Server,
  { document, site, file }: RuleContext,
): InsertionContext | undefined {
  if (site === undefined || file === undefined) return undefined;
  return {
    document,
    site,
    file,
    newUuid: () => server.newUuid(site),
    newBlockId: () => server.randomId(),
  };
}

/** A file with its path where it belongs to the site of the document. */
function placed(
  server: Server,
  document: string,
  { name, uri }: GivenFile,
): { readonly name: string; readonly path?: SitePath } {
  const own = server.sites.placeOf(document);
  const place = uri === undefined ? undefined : server.sites.placeOf(uri);
  return place !== undefined && place.site === own?.site ? { name, path: place.path } : { name };
}

function toResult(
  { sites }: Server,
  document: TextDocument,
  { title, edits, copies, metadata: made }: NonNullable<ReturnType<typeof insertFiles>>,
): InsertFilesResult | null {
  const uriOf = (path: SitePath): string => sites.uriOf(document.uri, path) ?? '';
  const texts: readonly NewText[] = made.map(({ path, text }) => ({ uri: uriOf(path), text }));
  return {
    version: document.version,
    title,
    edits: edits.map((edit) => toTextEdit(document, edit)),
    copies: copies.map(({ index, path }) => ({ index, uri: uriOf(path) })),
    texts,
  };
}
