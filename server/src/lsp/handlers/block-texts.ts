import { TextDocument } from 'vscode-languageserver-textdocument';
import { textUnder } from '../../features/block-text/target.ts';
import { textMap } from '../../features/block-text/text-map.ts';
import { readText, writeText } from '../../features/block-text/written.ts';
import {
  documentNow,
  documentUnder,
  tagOf,
  writtenDocument,
} from '../../features/layout-document/document-text.ts';
import {
  type BlockTextAddress,
  blockTextAt,
  type BlockTextAtParams,
  type BlockTextAtResult,
  blockTextRead,
  type BlockTextReadParams,
  type BlockTextReadResult,
  blockTextWrite,
  type BlockTextWriteParams,
  type BlockTextWriteResult,
  layoutDocumentAt,
} from '../../protocol/index.ts';
import type { RuleContext } from '../../rules/rule.ts';
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
          const offset = document.offsetAt(position);
          const found = textUnder(context, offset);
          if (found === undefined) return null;
          const map = textMap(context, found.address, found.shown);
          const at = map?.toShown({ start: offset, end: offset })?.start;
          return { version: document.version, ...found, ...cursorAt(found.shown, at) };
        },
        null,
      ),
    );
    connection.onRequest(
      layoutDocumentAt,
      aboutUri<BlockTextAtParams, BlockTextAtResult | null>(
        server,
        'a layout as a document',
        ({ uri }) => uri,
        (document, context, { position }) => {
          const { version } = document;
          const offset = document.offsetAt(position);
          const found = documentUnder(context, offset);
          if (found === undefined) return null;
          const address = layoutAddress(found.field);
          const { name, shown } = found;
          const block = textUnder(context, offset)?.address.block;
          const cursor = cursorAt(shown, block && tagOf(shown, block.id));
          const key = keyOf(address);
          return { version, address, key, shown, languageId: layoutLanguage, name, ...cursor };
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
          const { kind } = address;
          if (kind === 'layout') return readDocument(version, context, address, shown);
          const read = readText(context, { ...address, kind }, shown);
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
          const { kind } = address;
          if (kind === 'layout') {
            const name = String(address.way[0]);
            const written = writtenDocument(context, name, before, after);
            if (written.kind !== 'edits') return { version, ...written };
            const edits = written.edits.map((edit) => toTextEdit(document, edit));
            return { version, address, ...written, edits };
          }
          const written = writeText(context, { ...address, kind }, before, after);
          if (written.kind !== 'edits') return { version, kind: written.kind };
          const edits = written.edits.map((edit) => toTextEdit(document, edit));
          return { version, ...written, edits };
        },
        null,
      ),
    );
  },
};

/** An offset of what a tab shows, as the answer has it. */
function cursorAt(shown: string, offset: number | undefined): Pick<BlockTextAtResult, 'cursor'> {
  return offset === undefined
    ? {}
    : { cursor: TextDocument.create('', '', 0, shown).positionAt(offset) };
}

/** The language of documents, which the client brings. */
const layoutLanguage = 'kirby-layout';

function layoutAddress(field: string): BlockTextAddress {
  return { way: [field], lists: [], kind: 'layout' };
}

function keyOf({ way }: BlockTextAddress): string {
  return JSON.stringify([{ layout: way[0] }]);
}

function readDocument(
  version: number,
  context: RuleContext,
  address: BlockTextAddress,
  shown: string | undefined,
): BlockTextReadResult {
  const now = documentNow(context, String(address.way[0]), shown);
  if (now === undefined) return { version, kind: 'lost' };
  const found = { version, kind: 'found', address, key: keyOf(address) } as const;
  const text = now.isSame ? {} : { shown: now.shown };
  return { ...found, languageId: layoutLanguage, ...text };
}
