import type { ContentDocument, Field } from '../content/document.ts';
import { plainText } from '../text/mapped-text.ts';
import { contains, type Span } from '../text/span.ts';
import { diagnose, type Diagnosis, type JsonFault } from './diagnose.ts';
import { inDocument, type PlacedFault } from './placed-fault.ts';
import { replace } from './text-edit.ts';
import { say } from '../text/say.ts';

/** A field whose JSON goes on behind a divider. */
export interface Joined {
  readonly faults: readonly PlacedFault[];
  readonly diagnosis: Diagnosis;
  /** Where it ends in the document: what stands before that is no field of its own. */
  readonly end: number;
}

/** How many dividers may stand in one field by mistake. */
const MOST_DIVIDERS = 3;

/**
 * The field together with what follows it, if four hyphens at the beginning of a line have cut its
 * JSON in two.
 *
 * @param isInText whether the field ends in the middle of a string: the hyphens are part of it then,
 *   and otherwise have no business there
 * @param mostFaults what may be wrong with the whole of it; more of it is not the rest of this field
 */
export function joinOverDivider(
  document: ContentDocument,
  field: Field,
  isInText: boolean,
  mostFaults: number,
): Joined | undefined {
  const { text, dividers } = document;
  const first = dividers.findIndex((divider) => divider.start >= field.span.end);
  const start = field.valueSpan.start;
  let joined = text.slice(start, field.valueSpan.end);
  const inside: Span[] = [];
  for (const [index, divider] of dividers.slice(first, first + MOST_DIVIDERS).entries()) {
    if (first < 0) return undefined;
    inside.push(divider);
    const end = dividers[first + index + 1]?.start ?? text.length;
    const middle = text.slice(start + joined.length, divider.end);
    joined += isInText ? middle : middle.replaceAll('-', ' ');
    joined += text.slice(divider.end, end).trimEnd();
    const diagnosis = diagnose(joined);
    const isWhole =
      diagnosis.faults.length <= mostFaults &&
      diagnosis.faults.every(isInPlace) &&
      diagnosis.value() !== undefined;
    if (isWhole) {
      return { diagnosis, faults: faultsOf(diagnosis, start, inside, isInText, text), end };
    }
  }
  return undefined;
}

/** Causes that show another field rather than the rest of this one. */
const foreign: ReadonlySet<JsonFault['cause']> = new Set([
  'cut-text',
  'missing-bracket',
  'missing-divider',
  'stray-text',
  'text-after-end',
  'unquoted-text',
  'unreadable',
]);

function isInPlace({ cause }: JsonFault): boolean {
  return !foreign.has(cause);
}

const message = () =>
  say`Four hyphens at the beginning of a line end the field, in the middle of its JSON.`;

function faultsOf(
  diagnosis: Diagnosis,
  start: number,
  dividers: readonly Span[],
  isInText: boolean,
  text: string,
): readonly PlacedFault[] {
  const source = plainText('', start);
  const others = diagnosis.faults.map((fault) => inDocument(fault, source));
  if (!isInText) {
    return [...dividers.map((divider) => removal(divider, text)), ...others];
  }
  return others.map((fault) => {
    const edits = fault.cause === 'line-break' ? (fault.repair()?.edits ?? []) : [];
    const divider = dividers.find(({ start: at }) => edits.some(({ span }) => span.end === at));
    return divider === undefined ? fault : { ...fault, message: message(), span: markOf(divider) };
  });
}

/** The divider goes with its line. */
function removal(divider: Span, text: string): PlacedFault {
  const lineEnd = text.indexOf('\n', divider.start);
  const span = markOf(divider);
  const end = lineEnd >= 0 && lineEnd < divider.end ? lineEnd + 1 : Math.min(span.end, divider.end);
  return {
    cause: 'inner-divider',
    message: message(),
    span,
    repair: () => ({
      edits: [replace(divider.start, end, '')],
      safe: true,
      title: say`Remove the divider "----"`,
    }),
  };
}

function markOf(divider: Span): Span {
  const mark = { start: divider.start, end: divider.start + 4 };
  return contains(divider, mark) ? mark : divider;
}
