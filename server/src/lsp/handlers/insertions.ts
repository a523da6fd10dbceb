import { TextDocument } from 'vscode-languageserver-textdocument';
import { metadataAt, metadataOfFile } from '../../features/insertion/create-metadata.ts';
import { type FileInsertion, insertFiles } from '../../features/insertion/insert-files.ts';
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
  type Range,
  type TextEdit,
} from '../../protocol/index.ts';
import type { TextEdit as SpanEdit } from '../../kirby/json/text-edit.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { RuleContext } from '../../rules/rule.ts';
import type { SitePath } from '../../site/site-path.ts';
import { toRange, toSpan, toTextEdit } from '../convert.ts';
import { guarded } from '../guard.ts';
import type { Server } from '../server.ts';
import { mapOf } from './block-text-places.ts';
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
        (document, context, { range, files: given, tab }): InsertFilesResult | null => {
          const inSite = insertionContext(server, context);
          const text = tab && shownText(context, tab);
          if (inSite === undefined || (tab !== undefined && text === undefined)) return null;
          const found = insertFiles(
            inSite,
            text === undefined ? toSpan(document, range) : text.toSource(range),
            given.map((file) => placed(server, document.uri, file)),
          );
          const edits =
            text === undefined
              ? found?.edits.map((edit) => toTextEdit(document, edit))
              : found && text.toShown(found.edits);
          if (found === undefined || edits === undefined) return null;
          return { ...toResult(server, document, found), edits };
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

/** The way from the text of a tab to the document and back; `undefined` where they differ. */
function shownText(
  context: RuleContext,
  { address, shown }: NonNullable<InsertFilesParams['tab']>,
):
  | {
      readonly toSource: (range: Range) => Span;
      readonly toShown: (edits: readonly SpanEdit[]) => readonly TextEdit[] | undefined;
    }
  | undefined {
  const map = mapOf(context, address, shown);
  if (map === undefined) return undefined;
  const tab = TextDocument.create('', '', 0, shown);
  const toSource = ({ start, end }: Span): Span => ({
    start: map.toSource(start),
    end: map.toSource(end),
  });
  return {
    toSource: (range) => toSource(toSpan(tab, range)),
    toShown: (edits) => {
      const own = edits.flatMap(({ span, text }) => {
        const within = map.toShown(span);
        const newText = map.decoded(text);
        if (within === undefined || newText === undefined) return [];
        const { start, end } = toSource(within);
        // What stands beside the text, such as a block of its own, is not in the tab.
        return start === span.start && end === span.end
          ? [{ range: toRange(tab, within), newText }]
          : [];
      });
      return own.length === edits.length ? own : undefined;
    },
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
  { title, copies, metadata: made }: FileInsertion,
): Omit<InsertFilesResult, 'edits'> {
  const uriOf = (path: SitePath): string => sites.uriOf(document.uri, path) ?? '';
  const texts: readonly NewText[] = made.map(({ path, text }) => ({ uri: uriOf(path), text }));
  return {
    version: document.version,
    title,
    copies: copies.map(({ index, path }) => ({ index, uri: uriOf(path) })),
    texts,
  };
}
