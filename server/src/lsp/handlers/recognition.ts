import {
  looksLikeContent as looksLikeContentRequest,
  type LooksLikeContentParams,
  type LooksLikeContentResult,
  recognise as recogniseRequest,
  type RecogniseParams,
  type RecogniseResult,
} from '../../protocol/index.ts';
import { looksLikeContent as looksLike } from '../../site/recognise.ts';
import { guarded } from '../guard.ts';
import type { Handler } from './handler.ts';

/** Which documents are content files of a site. */
export const recognise: Handler = {
  register(connection, server) {
    connection.onRequest(
      recogniseRequest,
      guarded(
        server,
        'recognition',
        ({ uris }: RecogniseParams): RecogniseResult => ({
          content: uris.map((uri) => server.sites.isContent(uri)),
        }),
        { content: [] },
      ),
    );
  },
};

/** Whether a loose file reads like one. */
export const looksLikeContent: Handler = {
  register(connection, server) {
    connection.onRequest(
      looksLikeContentRequest,
      guarded(
        server,
        'recognition of a text',
        ({ text }: LooksLikeContentParams): LooksLikeContentResult => ({
          content: looksLike(text),
        }),
        { content: false },
      ),
    );
  },
};
