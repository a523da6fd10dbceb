import type { InlayHint } from 'vscode-languageserver';
import { documentLinks } from '../../features/document-links.ts';
import { highlightsAt } from '../../features/highlights.ts';
import { inlayHints } from '../../features/inlay-hints.ts';
import { toRange, toSpan, top } from '../convert.ts';
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

export const documentLink: Handler = {
  capabilities: { documentLinkProvider: {} },
  register(connection, server) {
    connection.onDocumentLinks(
      aboutDocument(
        server,
        'document links',
        (document, context) =>
          documentLinks(context).flatMap((link) => {
            const target =
              'path' in link ? server.sites.uriOf(document.uri, link.path) : link.address;
            return target === undefined ? [] : [{ range: toRange(document, link.span), target }];
          }),
        [],
      ),
    );
  },
};

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
