import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { type Conflict, keep } from '../kirby/json/conflict.ts';
import { countParts, describeParts } from '../kirby/json/count-parts.ts';
import { diagnose } from '../kirby/json/diagnose.ts';
import { looksLikeJson } from '../kirby/json/faults/no-json.ts';
import { joinOverDivider } from '../kirby/json/joined.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { inDocument, type PlacedFault } from '../kirby/json/placed-fault.ts';
import { applied } from '../kirby/json/text-edit.ts';
import type { JsonValue } from '../kirby/json/value.ts';
import { memo } from '../kirby/text/memo.ts';
import { intersects, slice } from '../kirby/text/span.ts';
import { type JsonField, jsonFields } from '../site/json-fields.ts';
import { jsonConflicts } from './conflicts.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { problemsOfValues } from './value-problems.ts';
import { say } from '../kirby/text/say.ts';

/**
 * JSON of a Layout or Blocks field that PHP's `json_decode()` refuses. `Layouts::parse()` then
 * answers an empty layout and `Blocks::parse()` takes the text for HTML; neither says a word.
 */
export const brokenJson: Rule = {
  code: 'broken-json',
  severity: 'error',
  reads: 'site',
  *check(context) {
    const { document, site, file } = context;
    const fields = jsonFields(document, site, file);
    const conflicts = jsonConflicts(document, fields);
    for (const conflict of conflicts) yield conflictProblem(document, conflict, conflicts);
    let joinedUntil = 0;
    for (const field of fields) {
      const { span } = field.field;
      const isInConflict = conflicts.some((conflict) => intersects(conflict.span, span));
      if (isInConflict || span.start < joinedUntil || !isBroken(field)) continue;
      joinedUntil = brokenParts(document)(field.field).end;
      yield* faultProblems(document, field);
    }
    yield* problemsOfValues(context, 'broken-json');
  },
};

/** Whether PHP refuses the value. A Blocks field that is no JSON at all holds HTML or YAML. */
function isBroken({ field, kind }: JsonField): boolean {
  const { text } = field.value;
  if (text === '') return false;
  const json = jsonOf(field);
  if (json.value !== undefined) return json.mayHoldHalfPair();
  return kind === 'layout' || looksLikeJson(text);
}

function* faultProblems(document: ContentDocument, { field, kind }: JsonField): Iterable<Problem> {
  const { faults, value } = brokenParts(document)(field);
  const consequence = consequenceFor(kind, slice(document.text, field.nameSpan));
  for (const fault of faults) {
    yield {
      message: `${fault.message} ${consequence}`,
      span: fault.span,
      fixes: () => fixesOf(fault, faults, value),
    };
  }
}

interface Broken {
  readonly faults: readonly PlacedFault[];
  /** What the field holds after all repairs. */
  readonly value: () => JsonValue | undefined;
  /** Where it ends in the document: behind a divider that stands in the middle of it, say. */
  readonly end: number;
}

const brokenParts = memo((document: ContentDocument) =>
  memo((field: Field): Broken => {
    const diagnosis = diagnose(field.value.text, jsonOf(field));
    const last = diagnosis.faults.at(-1);
    // What looks cut may go on behind a divider that stands in the middle.
    if (last?.cause === 'cut-text' || last?.cause === 'missing-bracket') {
      const isInText = last.cause === 'cut-text' && last.endsInText;
      const joined = joinOverDivider(document, field, isInText, diagnosis.faults.length);
      if (joined !== undefined) {
        return { faults: joined.faults, value: joined.diagnosis.value, end: joined.end };
      }
    }
    return {
      faults: diagnosis.faults.map((fault) => inDocument(fault, field.value)),
      value: diagnosis.value,
      end: field.span.end,
    };
  }),
);

function consequenceFor(kind: JsonField['kind'], name: string): string {
  return kind === 'layout'
    ? say`Kirby cannot read the field "${name}" and shows nothing of it; saving the page in the Panel makes that permanent.`
    : say`Kirby cannot read the field "${name}" and shows its source as text; saving the page in the Panel makes that permanent.`;
}

/** The repair of one fault and, where there are several, that of all. */
function fixesOf(
  fault: PlacedFault,
  faults: readonly PlacedFault[],
  value: Broken['value'],
): readonly Fix[] {
  const repair = fault.repair();
  const mended = value();
  if (repair === undefined || mended === undefined) return [];
  const held = describeParts(countParts(mended));
  const { edits, safe, title } = repair;
  if (faults.length === 1) return [{ title: `${title} (${held})`, edits, safe }];
  const all = faults.flatMap((other) => other.repair() ?? []);
  return [
    { title: say`${title} (1 of ${faults.length} faults)`, edits, safe },
    {
      title: say`Repair all ${faults.length} faults (${held})`,
      edits: all.flatMap((other) => other.edits),
      safe: all.every((other) => other.safe),
    },
  ];
}

function conflictProblem(
  { text }: ContentDocument,
  conflict: Conflict,
  all: readonly Conflict[],
): Problem {
  return {
    message: say`A merge left its marks here: "<<<<<<<", "=======" and ">>>>>>>" stand between two versions. Kirby cannot read the JSON with them and shows nothing of it, or its source as text; saving the page in the Panel makes that permanent.`,
    span: conflict.mark,
    fixes: () =>
      (['ours', 'theirs'] as const).flatMap((side) => keepFix(text, conflict, all, side)),
  };
}

/** Keeps one side, if the JSON can be read once that is done everywhere. */
function keepFix(
  text: string,
  conflict: Conflict,
  all: readonly Conflict[],
  side: 'ours' | 'theirs',
): readonly Fix[] {
  const result = applied(
    text,
    all.flatMap((other) => keep(other, side)),
  );
  if (result === undefined) return [];
  const start = conflict.span.start - removedBefore(conflict, all, side);
  const end = start + conflict[side].end - conflict[side].start;
  const touched = parseContent(result).fields.filter(
    (field) => intersects(field.span, { start, end }) && looksLikeJson(field.value.text),
  );
  const values = touched.map((field) => jsonOf(field).value).filter((value) => value !== undefined);
  if (values.length < touched.length || values.length === 0) return [];
  const held = values.map((value) => describeParts(countParts(value))).join(', ');
  const title = `${side === 'ours' ? say`Keep yours` : say`Keep theirs`} (${held})`;
  return [{ title, edits: keep(conflict, side), safe: false }];
}

function removedBefore(
  conflict: Conflict,
  all: readonly Conflict[],
  side: 'ours' | 'theirs',
): number {
  return all
    .filter((other) => other.span.start < conflict.span.start)
    .flatMap((other) => keep(other, side))
    .reduce((sum, { span }) => sum + span.end - span.start, 0);
}
