import { readableContent } from '../../features/layout-document/readable-content.ts';
import { readable, type ReadableParams, type ReadableResult } from '../../protocol/index.ts';
import { guarded } from '../guard.ts';
import type { Handler } from './handler.ts';

/** Content files as they are compared. */
export const readableText: Handler = {
  register(connection, server) {
    connection.onRequest(
      readable,
      guarded(
        server,
        'readable text',
        ({ text }: ReadableParams): ReadableResult | null => ({ text: readableContent(text) }),
        null,
      ),
    );
  },
};
