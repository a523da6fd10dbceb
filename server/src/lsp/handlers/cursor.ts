import { cursorPlace as placeAt } from '../../features/cursor-place.ts';
import { fieldCounts as countsIn } from '../../features/field-counts.ts';
import {
  cursorPlace,
  type CursorPlaceParams,
  type CursorPlaceResult,
  fieldCounts,
  type FieldCountsResult,
  type StructureParams,
} from '../../protocol/index.ts';
import { toRange } from '../convert.ts';
import { aboutUri, type Handler } from './handler.ts';

/** What the editor says of the place where the cursor is, and above Layout and Blocks fields. */
export const cursor: Handler = {
  register(connection, server) {
    connection.onRequest(
      cursorPlace,
      aboutUri<CursorPlaceParams, CursorPlaceResult | null>(
        server,
        'the place of the cursor',
        ({ uri }) => uri,
        (document, context, { position }) => {
          const found = placeAt(context, document.offsetAt(position));
          const { blueprint, field, block, ...rest } = found;
          return {
            ...rest,
            ...(blueprint === undefined ? {} : { blueprint }),
            ...(field === undefined ? {} : { field }),
            ...(block === undefined ? {} : { block }),
          };
        },
        null,
      ),
    );
    connection.onRequest(
      fieldCounts,
      aboutUri<StructureParams, FieldCountsResult | null>(
        server,
        'counts of rows and blocks',
        ({ uri }) => uri,
        (document, context) => ({
          version: document.version,
          fields: countsIn(context).map(({ nameSpan, ...field }) => ({
            ...field,
            nameRange: toRange(document, nameSpan),
          })),
        }),
        null,
      ),
    );
  },
};
