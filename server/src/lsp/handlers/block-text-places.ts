import { TextDocument } from 'vscode-languageserver-textdocument';
import { textMap } from '../../features/block-text/text-map.ts';
import { complete } from '../../features/completion/index.ts';
import {
  type BlockTextAddress,
  blockTextComplete,
  type BlockTextCompleteParams,
  type BlockTextCompleteResult,
  blockTextPlaces,
  type BlockTextPlacesParams,
  type BlockTextPlacesResult,
} from '../../protocol/index.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { toRange, toSpan } from '../convert.ts';
import { aboutUri, type Handler } from './handler.ts';

/** A layout as a document has no text of its own in the file. */
export function mapOf(
  context: RuleContext,
  { kind, ...address }: BlockTextAddress,
  shown: string,
): ReturnType<typeof textMap> {
  return kind === 'layout' ? undefined : textMap(context, { ...address, kind }, shown);
}

/** What is known of a text in its file, at the places where a tab shows it. */
export const blockTextPlace: Handler = {
  register(connection, server) {
    connection.onRequest(
      blockTextPlaces,
      aboutUri<BlockTextPlacesParams, BlockTextPlacesResult | null>(
        server,
        'places of the text of a block',
        ({ uri }) => uri,
        (document, context, { address, shown, positions, ranges }) => {
          const map = mapOf(context, address, shown);
          if (map === undefined) return null;
          const tab = TextDocument.create('', '', 0, shown);
          return {
            version: document.version,
            positions: positions.map((position) =>
              document.positionAt(map.toSource(tab.offsetAt(position))),
            ),
            ranges: ranges.map((range) => {
              const span = map.toShown(toSpan(document, range));
              return span === undefined ? null : toRange(tab, span);
            }),
          };
        },
        null,
      ),
    );
    connection.onRequest(
      blockTextComplete,
      aboutUri<BlockTextCompleteParams, BlockTextCompleteResult | null>(
        server,
        'completion in the text of a block',
        ({ uri }) => uri,
        (_, context, { address, shown, position }) => {
          const map = mapOf(context, address, shown);
          if (map === undefined) return null;
          const tab = TextDocument.create('', '', 0, shown);
          const offset = map.toSource(tab.offsetAt(position));
          const request = { ...context, now: server.now(), newId: () => server.randomId() };
          const { items, isIncomplete } = complete(request, offset);
          return {
            isIncomplete,
            items: items.flatMap(({ insert, additionalEdits, picture: _picture, ...item }) => {
              const span = map.toShown(insert.span);
              const newText = map.decoded(insert.text);
              if (span === undefined || newText === undefined || additionalEdits !== undefined)
                return [];
              return [{ ...item, range: toRange(tab, span), newText }];
            }),
          };
        },
        null,
      ),
    );
  },
};
