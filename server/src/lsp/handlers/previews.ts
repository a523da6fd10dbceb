import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fieldNamed } from '../../kirby/content/parse.ts';
import { fixesAt, type OfferedFix } from '../../features/fixes.ts';
import { keyAt, partSpan, spanOf } from '../../features/preview-places.ts';
import {
  previewClose,
  type PreviewCloseParams,
  previewFix,
  type PreviewFixParams,
  type PreviewFixResult,
  previewKeyAt,
  type PreviewKeyAtParams,
  type PreviewKeyAtResult,
  previewOpen,
  type PreviewOpenParams,
  previewReveal,
  type PreviewRevealParams,
  type PreviewRevealResult,
} from '../../protocol/index.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { toRange, toTextEdit } from '../convert.ts';
import type { Server } from '../server.ts';
import { aboutUri, type Handler } from './handler.ts';

/** A preview comes and goes. */
export const previewLife: Handler = {
  register(connection, server) {
    connection.onNotification(previewOpen, ({ id, uri }: PreviewOpenParams) => {
      server.previews.open(id, uri);
      server.schedule([uri]);
    });
    connection.onNotification(previewClose, ({ id }: PreviewCloseParams) => {
      server.previews.close(id);
    });
  },
};

/** From a place in the preview to the text. */
export const reveal: Handler = {
  register(connection, server) {
    connection.onRequest(
      previewReveal,
      aboutPreview(
        server,
        'preview reveal',
        (
          document,
          context,
          { uri, key, part }: PreviewRevealParams,
        ): PreviewRevealResult | null => {
          server.refreshNow(uri);
          const place = server.previews.lastOf(uri)?.fragments.get(key)?.place;
          const field = place && fieldNamed(context.document, place.field);
          if (place === undefined || field === undefined) return null;
          const span =
            part === undefined
              ? spanOf(context.document, place)
              : partSpan(context.document, place, part);
          if (span === undefined) return null;
          return {
            version: document.version,
            range: toRange(document, span),
            place: { field: context.document.fields.indexOf(field), path: place.path },
          };
        },
      ),
    );
  },
};

/** From a place in the text to the preview. */
export const key: Handler = {
  register(connection, server) {
    connection.onRequest(
      previewKeyAt,
      aboutPreview(
        server,
        'preview place',
        (
          document,
          context,
          { uri, position, isFresh }: PreviewKeyAtParams,
        ): PreviewKeyAtResult | null => {
          if (isFresh === true) server.refreshNow(uri);
          const preview = server.previews.lastOf(uri);
          if (preview === undefined) return null;
          const found = keyAt(context.document, preview, document.offsetAt(position));
          const place = found === undefined ? undefined : preview.fragments.get(found)?.place;
          const span = place && spanOf(context.document, place);
          return found === undefined || span === undefined
            ? null
            : { key: found, range: toRange(document, span) };
        },
      ),
    );
  },
};

/**
 * The button in the banner: the preferred repair of the first field that cannot be read. Of a merge no side
 * is chosen for an author: what the other one has would be lost unseen.
 */
export const fix: Handler = {
  register(connection, server) {
    connection.onRequest(
      previewFix,
      aboutPreview(
        server,
        'preview fix',
        (document, context, _parameters: PreviewFixParams): PreviewFixResult | null => {
          const whole = { start: 0, end: context.document.text.length };
          const { text } = context.document;
          const offer = fixesAt(context, whole, {}).find(
            (one) =>
              isOfBrokenJson(one) && !text.startsWith('<<<<<<<', one.finding.problem.span.start),
          );
          if (offer === undefined) return null;
          return {
            version: document.version,
            title: offer.fix.title,
            edits: offer.fix.edits.map((edit) => toTextEdit(document, edit)),
          };
        },
      ),
    );
  },
};

function isOfBrokenJson({ finding }: OfferedFix): boolean {
  return finding.rule.code === 'broken-json';
}

function aboutPreview<Parameters extends { readonly uri: string }, Answer>(
  server: Server,
  name: string,
  answer: (document: TextDocument, context: RuleContext, parameters: Parameters) => Answer | null,
): (parameters: Parameters) => Answer | null {
  return aboutUri(server, name, ({ uri }) => uri, answer, null);
}
