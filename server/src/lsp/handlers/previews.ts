import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixesAt, type OfferedFix } from '../../features/fixes.ts';
import { keyAt, spanOf } from '../../features/preview-places.ts';
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
        (document, context, { uri, key }: PreviewRevealParams): PreviewRevealResult | null => {
          const place = server.previews.lastOf(uri)?.fragments.get(key)?.place;
          const span = place === undefined ? undefined : spanOf(context.document, place);
          return span === undefined ? null : { range: toRange(document, span) };
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
        (document, context, { uri, position }: PreviewKeyAtParams): PreviewKeyAtResult | null => {
          const preview = server.previews.lastOf(uri);
          if (preview === undefined) return null;
          const found = keyAt(context.document, preview, document.offsetAt(position));
          return found === undefined ? null : { key: found };
        },
      ),
    );
  },
};

/** The button in the banner: the preferred repair of the first field that cannot be read. */
export const fix: Handler = {
  register(connection, server) {
    connection.onRequest(
      previewFix,
      aboutPreview(
        server,
        'preview fix',
        (document, context, _parameters: PreviewFixParams): PreviewFixResult | null => {
          const whole = { start: 0, end: context.document.text.length };
          const offer = fixesAt(context, whole, {}).find(isOfBrokenJson);
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
