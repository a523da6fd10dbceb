import type { DocumentLink, InlayHint } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentLinks } from '../../features/document-links.ts';
import { highlightsAt } from '../../features/highlights.ts';
import { inlayHints, referencesInText } from '../../features/inlay-hints.ts';
import { say } from '../../kirby/text/say.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { toRange, toSpan, top } from '../convert.ts';
import { shownNames, type ShownNamesParams, type ShownNamesResult } from '../../protocol/index.ts';
import { guarded } from '../guard.ts';
import type { Server } from '../server.ts';
import { aboutDocument, type Handler } from './handler.ts';

/** The names behind UUIDs and ids. */
export const inlayHint: Handler = {
  capabilities: { inlayHintProvider: true },
  register(connection, server) {
    connection.languages.inlayHint.on(
      aboutDocument(
        server,
        'inlay hints',
        (document, context, { range }): InlayHint[] => {
          if (!server.settings.window.referenceNames) return [];
          return inlayHints(context, toSpan(document, range)).map(({ offset, label, path }) => {
            const uri = path && server.sites.uriOf(document.uri, path);
            const part = uri === undefined ? {} : { location: { uri, range: top } };
            return {
              position: document.positionAt(offset),
              label: [{ value: label, ...part }],
              paddingLeft: true,
            };
          });
        },
        [],
      ),
    );
  },
};

/** The same in what an editor shows of a content file: a text in a tab of its own, a comparison. */
export const referencesElsewhere: Handler = {
  register(connection, server) {
    connection.onRequest(
      shownNames,
      guarded(
        server,
        'names in a text',
        ({ uri, text }: ShownNamesParams): ShownNamesResult => {
          const place = server.sites.placeOf(uri);
          const file = place?.site.contentFile(place.path);
          if (place === undefined || file === undefined) return { references: [] };
          const isNamed = server.settings.window.referenceNames;
          const references = referencesInText(text, place.site, file);
          return {
            references: references.map(({ span, target }) => {
              const at = target?.path && server.sites.uriOf(uri, target.path);
              return {
                ...span,
                ...(target?.label === undefined || !isNamed ? {} : { label: target.label }),
                ...(at === undefined ? {} : { uri: at }),
              };
            }),
          };
        },
        { references: [] },
      ),
    );
  },
};

export const documentLink: Handler = {
  capabilities: { documentLinkProvider: { resolveProvider: true } },
  register(connection, server) {
    connection.onDocumentLinks(aboutDocument(server, 'document links', linksOf(server), []));
    // A file that was not known when the links were made may be known by the time of the click.
    connection.onDocumentLinkResolve((link) => {
      const uri: unknown = link.data;
      const document = typeof uri === 'string' ? server.documents.get(uri) : undefined;
      if (document === undefined) return link;
      const links = linksOf(server)(document, server.contextOf(document));
      const start = document.offsetAt(link.range.start);
      return links.find(({ range }) => document.offsetAt(range.start) === start) ?? link;
    });
  },
};

function linksOf(server: Server) {
  return (document: TextDocument, context: RuleContext): DocumentLink[] =>
    documentLinks(context).flatMap((link): DocumentLink[] => {
      const range = toRange(document, link.span);
      if ('uuid' in link) {
        return [{ range, tooltip: say`No file with this UUID is known`, data: document.uri }];
      }
      const target = 'path' in link ? server.sites.uriOf(document.uri, link.path) : link.address;
      return target === undefined ? [] : [{ range, target }];
    });
}

export const documentHighlight: Handler = {
  capabilities: { documentHighlightProvider: true },
  register(connection, server) {
    connection.onDocumentHighlight(
      aboutDocument(
        server,
        'highlights',
        (document, context, { position }) =>
          highlightsAt(context, document.offsetAt(position))?.map((span) => ({
            range: toRange(document, span),
          })) ?? null,
        null,
      ),
    );
  },
};
