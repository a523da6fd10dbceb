import { type ColorInformation, type FoldingRange, SelectionRange } from 'vscode-languageserver';
import { colorPresentations, colorsIn } from '../../features/colors.ts';
import { foldingSpans } from '../../features/folding.ts';
import { selectionSpans } from '../../features/selection-spans.ts';
import { toRange, toSpan, toTextEdit } from '../convert.ts';
import { aboutDocument, type Handler } from './handler.ts';

/** Swatches and pickers of colours. */
export const colors: Handler = {
  capabilities: { colorProvider: true },
  register(connection, server) {
    connection.onDocumentColor(
      aboutDocument(
        server,
        'colours',
        (document, context): ColorInformation[] =>
          colorsIn(context).map(({ span, color }) => ({ range: toRange(document, span), color })),
        [],
      ),
    );
    connection.onColorPresentation(
      aboutDocument(
        server,
        'a picked colour',
        (document, context, { range, color }) =>
          colorPresentations(context, toSpan(document, range), color).map(({ label, edit }) => ({
            label,
            textEdit: toTextEdit(document, edit),
          })),
        [],
      ),
    );
  },
};

export const folding: Handler = {
  capabilities: { foldingRangeProvider: true },
  register(connection, server) {
    connection.onFoldingRanges(
      aboutDocument(
        server,
        'folding',
        (document, context): FoldingRange[] =>
          foldingSpans(context.document).map((span) => {
            const { start, end } = toRange(document, span);
            return { startLine: start.line, endLine: end.line };
          }),
        [],
      ),
    );
  },
};

/** What an expanding selection takes in, step by step. */
export const selection: Handler = {
  capabilities: { selectionRangeProvider: true },
  register(connection, server) {
    connection.onSelectionRanges(
      aboutDocument(
        server,
        'selections',
        (document, context, { positions }) =>
          positions.map((position) => {
            const spans = selectionSpans(context, document.offsetAt(position));
            let range: SelectionRange | undefined;
            for (const span of spans.toReversed()) {
              range = SelectionRange.create(toRange(document, span), range);
            }
            return range ?? SelectionRange.create({ start: position, end: position });
          }),
        [],
      ),
    );
  },
};
