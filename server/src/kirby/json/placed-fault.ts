import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { JsonFault, JsonRepair } from './diagnose.ts';

/** A fault of a field's JSON with all its places in the document. */
export interface PlacedFault {
  readonly cause: JsonFault['cause'] | 'inner-divider' | 'conflict';
  readonly message: string;
  readonly span: Span;
  readonly repair: () => JsonRepair | undefined;
}

/** A fault of a text as one of the document that the text was decoded from. */
export function inDocument(fault: JsonFault, source: MappedText): PlacedFault {
  return {
    cause: fault.cause,
    message: fault.message,
    span: source.toSource(fault.span),
    repair: () => {
      const repair = fault.repair();
      return (
        repair && {
          ...repair,
          edits: repair.edits.map(({ span, text }) => ({ span: source.toSource(span), text })),
        }
      );
    },
  };
}
