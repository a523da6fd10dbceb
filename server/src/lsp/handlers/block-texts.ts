import { textUnder } from '../../features/block-text/target.ts';
import { readText, writeText } from '../../features/block-text/written.ts';
import {
  blockTextAt,
  type BlockTextAtParams,
  type BlockTextAtResult,
  blockTextRead,
  type BlockTextReadParams,
  type BlockTextReadResult,
  blockTextWrite,
  type BlockTextWriteParams,
  type BlockTextWriteResult,
} from '../../protocol/index.ts';
import { toTextEdit } from '../convert.ts';
import { aboutUri, type Handler } from './handler.ts';
import { blockTextPlace } from './block-text-places.ts';

/** Texts of blocks and fields that are edited by themselves. */
export const blockText: Handler = {
  register(connection, server) {
    blockTextPlace.register(connection, server);
    connection.onRequest(
      blockTextAt,
      aboutUri<BlockTextAtParams, BlockTextAtResult | null>(
        server,
        'the text of a block',
        ({ uri }) => uri,
        (document, context, { position }) => {
          const found = textUnder(context, document.offsetAt(position));
          return found === undefined ? null : { version: document.version, ...found };
        },
        null,
      ),
    );
    connection.onRequest<BlockTextReadResult | null, unknown>(
      blockTextRead,
      aboutUri<BlockTextReadParams, BlockTextReadResult | null>(
        server,
        'reading the text of a block',
        ({ uri }) => uri,
        ({ version }, context, { address, shown }) => {
          const read = readText(context, address, shown);
          if (read.kind === 'lost') return { version, ...read };
          const { shown: now, ...found } = read;
          return { version, ...found, ...(now === undefined ? {} : { shown: now }) };
        },
        null,
      ),
    );
    connection.onRequest<BlockTextWriteResult | null, unknown>(
      blockTextWrite,
      aboutUri<BlockTextWriteParams, BlockTextWriteResult | null>(
        server,
        'writing the text of a block',
        ({ uri }) => uri,
        (document, context, { address, before, after }) => {
          const { version } = document;
          const written = writeText(context, address, before, after);
          if (written.kind !== 'edits') return { version, kind: written.kind };
          const edits = written.edits.map((edit) => toTextEdit(document, edit));
          return { version, ...written, edits };
        },
        null,
      ),
    );
  },
};
