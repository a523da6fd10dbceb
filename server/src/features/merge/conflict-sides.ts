import type { ContentDocument, Field } from '../../kirby/content/document.ts';
import { parseContent } from '../../kirby/content/parse.ts';
import { type Conflict, conflictsIn, keep } from '../../kirby/json/conflict.ts';
import { applied } from '../../kirby/json/text-edit.ts';
import { intersects, type Span, touches } from '../../kirby/text/span.ts';

/** The conflicts that have to be resolved together, and what each side has in their place. */
export interface ConflictSides {
  /** In the document: these conflicts, and all of the fields that they touch. */
  readonly span: Span;
  readonly conflicts: readonly Conflict[];
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
  /** The file before both, if git has written that between the marks. */
  readonly base: ContentDocument | undefined;
}

export interface ConflictSide {
  /** The whole file, with this side of each of its conflicts. */
  readonly document: ContentDocument;
  /** Those that the conflicts touch. */
  readonly fields: readonly Field[];
  /** What `ConflictSides.span` is there. */
  readonly span: Span;
}

/**
 * What is to be merged for the conflict at an offset. Conflicts in one field belong together, and so do
 * fields in one conflict: git takes what is three lines apart for one.
 *
 * @returns `undefined`: there is no conflict
 */
export function conflictSides(text: string, offset: number): ConflictSides | undefined {
  const all = conflictsIn(text);
  const first = all.find(({ span }) => touches(span, offset)) ?? conflictOfField(text, all, offset);
  if (first === undefined) return undefined;
  const [ours, theirs] = [resolved(text, all, 'ours'), resolved(text, all, 'theirs')];
  const conflicts = together(first, all, [ours, theirs]);
  const [ourFields, theirFields] = [fieldsOf(ours, conflicts), fieldsOf(theirs, conflicts)];
  const spans = [
    ...conflicts.map(({ span }) => span),
    ...ourFields.map(({ span }) => ours.toSource(span)),
    ...theirFields.map(({ span }) => theirs.toSource(span)),
  ];
  const span = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  const hasBase = conflicts.every(({ ancestor }) => ancestor !== undefined);
  return {
    span,
    conflicts,
    ours: { document: ours.document, fields: ourFields, span: ours.fromSource(span) },
    theirs: { document: theirs.document, fields: theirFields, span: theirs.fromSource(span) },
    base: hasBase ? resolved(text, all, 'ancestor').document : undefined,
  };
}

/** A file as it is on one side, and where that stands in the file with the marks. */
interface Resolved {
  readonly document: ContentDocument;
  readonly spanOf: (conflict: Conflict) => Span;
  readonly toSource: (span: Span) => Span;
  readonly fromSource: (span: Span) => Span;
}

function resolved(
  text: string,
  all: readonly Conflict[],
  side: 'ours' | 'theirs' | 'ancestor',
): Resolved {
  const removed = all.flatMap((conflict) => keep(conflict, side));
  const fromSource = (offset: number): number =>
    offset -
    removed.reduce(
      (sum, { span }) => sum + Math.max(0, Math.min(span.end, offset) - span.start),
      0,
    );
  const toSource = (offset: number): number => {
    let at = offset;
    for (const { span } of removed) {
      if (span.start >= at) break;
      at += span.end - span.start;
    }
    return at;
  };
  const both =
    (map: (offset: number) => number) =>
    ({ start, end }: Span): Span => ({ start: map(start), end: map(end) });
  return {
    document: parseContent(applied(text, removed) ?? text),
    spanOf: ({ span }) => both(fromSource)(span),
    toSource: both(toSource),
    fromSource: both(fromSource),
  };
}

/** All conflicts that share a field with the first one, or with one that does. */
function together(
  first: Conflict,
  all: readonly Conflict[],
  sides: readonly Resolved[],
): readonly Conflict[] {
  let found: readonly Conflict[] = [first];
  for (;;) {
    const current = found;
    const next = all.filter(
      (conflict) =>
        isBetween(conflict, current) ||
        sides.some((side) => {
          const fields = new Set(fieldsOf(side, current));
          return fieldsOf(side, [conflict]).some((field) => fields.has(field));
        }),
    );
    if (next.length === found.length) return found;
    found = next;
  }
}

function isBetween({ span }: Conflict, found: readonly Conflict[]): boolean {
  const starts = found.map((one) => one.span.start);
  return Math.min(...starts) <= span.start && span.start <= Math.max(...starts);
}

function fieldsOf(
  { document, spanOf }: Resolved,
  conflicts: readonly Conflict[],
): readonly Field[] {
  const spans = conflicts.map(spanOf).filter(({ start, end }) => start < end);
  return document.fields.filter((field) => spans.some((span) => overlaps(field.span, span)));
}

/** A field may end where the last line break of a conflict stands, and begin behind it. */
function overlaps(field: Span, span: Span): boolean {
  return intersects(field, { start: span.start, end: span.end - 1 });
}

/** With the cursor in the quiet part of a field, its first conflict is meant. */
function conflictOfField(
  text: string,
  all: readonly Conflict[],
  offset: number,
): Conflict | undefined {
  const ours = resolved(text, all, 'ours');
  const at = ours.fromSource({ start: offset, end: offset }).start;
  const field = ours.document.fields.find(({ span }) => touches(span, at));
  return field && all.find((conflict) => fieldsOf(ours, [conflict]).includes(field));
}
