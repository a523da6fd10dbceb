import { setFieldValue } from '../../kirby/content/edit.ts';
import type { Field } from '../../kirby/content/document.ts';
import { keep } from '../../kirby/json/conflict.ts';
import { looksLikeJson } from '../../kirby/json/faults/no-json.ts';
import { parseContent } from '../../kirby/content/parse.ts';
import { applied, replace, type TextEdit } from '../../kirby/json/text-edit.ts';
import { say } from '../../kirby/text/say.ts';
import { slice } from '../../kirby/text/span.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { structureFields } from '../layout-edit/fields.ts';
import { type ValueWords, valueWords } from '../value-words.ts';
import { assemble } from './assemble.ts';
import { type ConflictSide, type ConflictSides, conflictSides } from './conflict-sides.ts';
import {
  type Choice,
  decided,
  type Difference,
  differencesOf,
  type Side,
  type Versions,
} from './difference.ts';
import { sideBySide, tell, type ToldDifference } from './tell.ts';
import { readVersion, type Version } from './version.ts';

/** A conflict as it may be resolved. */
export type ConflictMerge =
  | {
      readonly ok: true;
      /** The names of its fields, as they stand. */
      readonly fields: readonly string[];
      readonly differences: readonly ToldDifference[];
      /**
       * One edit that puts the chosen in the place of the conflict. What is not chosen is as it is preset.
       *
       * @returns `undefined`: the result would not be what is wanted
       */
      resolve(
        choices: ReadonlyMap<string, Choice>,
        newId: () => string,
      ): readonly TextEdit[] | undefined;
      keep(side: Side): readonly TextEdit[];
    }
  | {
      readonly ok: false;
      readonly reason: string;
      /** What can be done all the same; left out where there is no conflict. */
      readonly keep?: (side: Side) => readonly TextEdit[];
    };

/**
 * The merge conflict at an offset, taken apart into rows and blocks.
 *
 * @param base the file before both sides, for a conflict that does not hold it itself
 */
export function mergeConflict(context: RuleContext, offset: number, base?: string): ConflictMerge {
  const sides = conflictSides(context.document.text, offset);
  if (sides === undefined) return { ok: false, reason: say`There is no merge conflict here.` };
  const keepSide = (side: Side): readonly TextEdit[] =>
    sides.conflicts.flatMap((conflict) => keep(conflict, side));
  const fields = fieldsOf(context, sides, base);
  if (typeof fields === 'string') return { ok: false, reason: fields, keep: keepSide };
  return {
    ok: true,
    fields: fields.map(({ label }) => label),
    differences: fields.flatMap(({ differences }) => differences),
    resolve: (choices, newId) => resolve(context, sides, fields, choices, newId),
    keep: keepSide,
  };
}

/** A field that a conflict touches. */
interface MergedField {
  readonly field: Field;
  /** Its name as it stands. */
  readonly label: string;
  readonly differences: readonly ToldDifference[];
  readonly value: (choiceOf: (id: string) => Choice | undefined, newId: () => string) => string;
}

/** @returns a text: why they cannot be merged */
function fieldsOf(
  context: RuleContext,
  sides: ConflictSides,
  baseText: string | undefined,
): readonly MergedField[] | string {
  const { ours, theirs } = sides;
  if (!isAlike(ours, theirs))
    return say`The two sides differ in more than the values of fields, so they cannot be merged block by block.`;
  const base = sides.base ?? (baseText === undefined ? undefined : parseContent(baseText));
  const lists = [ours, theirs].map(({ document }) => structureFields({ ...context, document }));
  const merged: MergedField[] = [];
  const words = valueWords(context);
  let hasList = false;
  for (const [index, field] of ours.fields.entries()) {
    const other = theirs.fields[index];
    if (other === undefined) continue;
    const label = slice(ours.document.text, field.nameSpan);
    const old = base?.fields.findLast(({ name }) => name === field.name)?.value.text;
    const list = lists.flat().find((one) => one.field === field || one.field === other);
    const pair = [field.value.text, other.value.text] as const;
    if (list === undefined || !pair.every((text) => text === '' || looksLikeJson(text))) {
      merged.push(plainField(field, label, pair, old, words));
      continue;
    }
    const [our, their] = pair.map(readVersion);
    if (our === undefined || their === undefined)
      return our === undefined
        ? say`Your side of the field "${label}" cannot be read as rows or blocks.`
        : say`Their side of the field "${label}" cannot be read as rows or blocks.`;
    if (!isSameKind(our, their))
      return say`One side of the field "${label}" holds rows, the other one blocks.`;
    hasList = true;
    const before = old === undefined ? undefined : readVersion(old);
    const versions = {
      ours: our,
      theirs: their,
      base: before !== undefined && isSameKind(our, before) ? before : undefined,
    };
    merged.push(
      listField(field, label, versions, (difference) => tell(difference, versions, list, words)),
    );
  }
  return hasList ? merged : say`No Layout or Blocks field is in this conflict.`;
}

function listField(
  field: Field,
  label: string,
  versions: Versions,
  toldOf: (difference: Difference) => ToldDifference,
): MergedField {
  const own = (id: string): string => `${field.name} ${id}`;
  return {
    field,
    label,
    differences: differencesOf(versions).map((difference) => ({
      ...toldOf(difference),
      id: own(difference.id),
    })),
    value: (choiceOf, newId) => assemble(versions, (id) => choiceOf(own(id)), newId),
  };
}

function plainField(
  field: Field,
  label: string,
  [ours, theirs]: readonly [string, string],
  old: string | undefined,
  words: ValueWords,
): MergedField {
  const [our, their] = sideBySide(ours, theirs, words);
  const difference = {
    id: field.name,
    title: say`Field "${label}"`,
    ours: our,
    theirs: their,
    ...decided(ours, theirs, old),
    canBoth: false,
  };
  return {
    field,
    label,
    differences: ours === theirs ? [] : [difference],
    value: (choiceOf) => (choiceOf(field.name) === 'theirs' ? theirs : ours),
  };
}

function resolve(
  { document: { text } }: RuleContext,
  { ours, span }: ConflictSides,
  fields: readonly MergedField[],
  choices: ReadonlyMap<string, Choice>,
  newId: () => string,
): readonly TextEdit[] | undefined {
  const presets = new Map(
    fields.flatMap(({ differences }) => differences.map(({ id, preset }) => [id, preset])),
  );
  const choiceOf = (id: string): Choice | undefined => choices.get(id) ?? presets.get(id);
  const { document } = ours;
  const edits: TextEdit[] = [];
  for (const { field, value } of fields) {
    const written = value(choiceOf, newId);
    if (readVersion(field.value.text) !== undefined && readVersion(written) === undefined)
      return undefined;
    const found = setFieldValue(document, field, written);
    if (found === undefined) return undefined;
    edits.push(...found);
  }
  const result = applied(document.text, edits);
  if (result === undefined) return undefined;
  const longer = result.length - document.text.length;
  const region = result.slice(ours.span.start, ours.span.end + longer);
  // Beside the region there may be other conflicts, of which this has taken nothing.
  return slice(text, span) === region ? [] : [replace(span.start, span.end, region)];
}

/** Whether two sides have the same fields, and the same around their values. */
function isAlike(ours: ConflictSide, theirs: ConflictSide): boolean {
  return around(ours) === around(theirs);
}

function around({ document: { text }, fields, span }: ConflictSide): string {
  const values = fields.map(({ valueSpan }) => replace(valueSpan.start, valueSpan.end, ''));
  const whole = applied(text, values) ?? text;
  const shorter = text.length - whole.length;
  return whole.slice(span.start, span.end - shorter).replace(/\s+/gu, '\n');
}

function isSameKind(one: Version, other: Version): boolean {
  const isEmpty = one.root.items.length === 0 || other.root.items.length === 0;
  return isEmpty || one.hasRows === other.hasRows;
}
