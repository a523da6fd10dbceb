import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { memo } from '../text/memo.ts';
import { matches, patternFrom } from '../validate/pattern.ts';
import type { Count } from '../validate/text-of-html.ts';
import type { FieldValue } from '../values/field-value.ts';
import type { ValueProblem } from './field-type.ts';
import { numberProp, scalarText } from './scalar.ts';
import { say } from '../text/say.ts';

/** `minlength` and `maxlength` of a text: code points without the blanks around it. */
export function* checkLength(value: FieldValue): Iterable<ValueProblem> {
  const text = scalarText(value);
  if (text === '' || isConverted(value.definition)) return;
  const { min, max } = lengthsOf(value.definition);
  if (min === undefined && max === undefined) return;
  const count = codePoints(text);
  yield* checkCount(value, { least: count, most: count });
}

/** The same for a count of its own. */
export function* checkCount(value: FieldValue, { least, most }: Count): Iterable<ValueProblem> {
  const { min, max } = lengthsOf(value.definition);
  if (max !== undefined && least > max) yield wrongLength(least, say`at most ${max}`);
  else if (min !== undefined && most < min) yield wrongLength(most, say`at least ${min}`);
}

function wrongLength(count: number, wanted: string): ValueProblem {
  return {
    code: 'text-length',
    message: say`This text has ${characters(count)}; the blueprint wants ${wanted}.`,
    isRefused: true,
  };
}

/** `pattern` of a text, slug or phone number. */
export function* checkPattern(value: FieldValue): Iterable<ValueProblem> {
  const text = scalarText(value);
  if (text === '' || isConverted(value.definition)) return;
  const pattern = patternOf(value.definition);
  if (pattern === undefined || matches(text, pattern) !== false) return;
  yield {
    code: 'text-pattern',
    message: say`This text does not match the pattern of the blueprint, ${pattern.source}.`,
    isRefused: true,
  };
}

const patternOf = memo(({ props }: FieldDefinition) => {
  const { pattern } = props;
  return typeof pattern === 'string' && pattern !== '' ? patternFrom(pattern) : undefined;
});

/** What limits a text, in words. */
export function describeText({ type, props }: FieldDefinition): readonly string[] {
  const { min, max } = lengthsOf({ props });
  const { pattern, converter } = props;
  const hasPattern = patternTypes.has(type) && typeof pattern === 'string' && pattern !== '';
  const stored = typeof converter === 'string' ? converters.get(converter)?.() : undefined;
  return [
    ...(min === undefined ? [] : [say`At least ${characters(min)}.`]),
    ...(max === undefined ? [] : [say`At most ${characters(max)}.`]),
    ...(hasPattern ? [say`Must match \`${pattern}\`.`] : []),
    ...(type === 'text' && stored !== undefined ? [stored] : []),
  ];
}

const patternTypes: ReadonlySet<string> = new Set(['text', 'slug', 'tel']);

const converters: ReadonlyMap<string, () => string> = new Map([
  ['lower', () => say`Stored in lower case.`],
  ['upper', () => say`Stored in upper case.`],
  ['ucfirst', () => say`Stored with a capital at its start.`],
  ['slug', () => say`Stored as a slug, such as \`my-page\`.`],
]);

/** The form turns the text into another one, which may be shorter or longer. */
function isConverted({ type, props }: FieldDefinition): boolean {
  const { converter } = props;
  return type === 'text' && (converter === 'slug' || converter === 'upper');
}

function lengthsOf({ props }: Pick<FieldDefinition, 'props'>): {
  readonly min: number | undefined;
  readonly max: number | undefined;
} {
  return { min: numberProp(props['minlength']), max: numberProp(props['maxlength']) };
}

function characters(count: number): string {
  return count === 1 ? say`1 character` : say`${count} characters`;
}

function codePoints(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
