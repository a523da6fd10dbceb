import { anyOf } from '../text/any-of.ts';
import type { FieldDefinition } from '../blueprint/blueprint.ts';
import type { JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { type FieldValue, replaced } from '../values/field-value.ts';
import type { FieldType, ValueFix, ValueProblem } from './field-type.ts';
import { numberMeant } from './number-meant.ts';
import { numberProp } from './scalar.ts';
import { say } from '../text/say.ts';

/**
 * A number (`kirby/config/fields/number.php`). `Str::float()` reads what stands at the start of a
 * text, with a comma or a point, and makes 0 of what begins with no digit.
 */
export const number: FieldType = {
  type: 'number',
  read: readNumber,
  *check(value) {
    yield* checkNumber(value);
  },
  describe: (definition) => describeNumber(definition),
};

/** The number as a number, nothing as `''`. */
export function readNumber(value: JsonValue | undefined): JsonValue {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? phpTrim(value) : '';
  return text === '' ? '' : numberIn(text);
}

/**
 * `1,5` → 1.5; `5 €` → 5; `abc` → 0. `Str::float()` keeps as many decimals as there are characters
 * behind the last point: `1,234.5` → 1.2, and `1e-3`, which has no point, → 0.
 */
function numberIn(text: string): number {
  const pointed = text.replaceAll(',', '.');
  const start = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i.exec(pointed)?.[0];
  if (start === undefined) return 0;
  const point = pointed.lastIndexOf('.');
  const decimals = point < 0 ? 0 : pointed.length - point - 1;
  return Number(Number(start).toFixed(Math.min(decimals, 100)));
}

/** What both number and range check. */
export function* checkNumber(value: FieldValue): Iterable<ValueProblem> {
  const text = typeof value.value === 'string' ? phpTrim(value.value) : value.value;
  if (text === '' || text === null) return;
  if (typeof text !== 'string' && typeof text !== 'number') return;
  const read = readNumber(text);
  if (typeof read !== 'number') return;
  if (typeof text === 'string' && !isPlain(text, read)) {
    yield {
      code: 'invalid-number',
      message: say`"${text}" is no number. Kirby reads ${read} and stores that at the next save; write a number such as 12 or 1.5.`,
      fixes: () => useOneOf(value, [numberMeant(text) ?? read, read]),
    };
    return;
  }
  yield* checkRange(value, read);
}

/** Whether a text is a number, and the one that Kirby reads. */
function isPlain(text: string, read: number): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) && Number(text) === read;
}

function* checkRange(value: FieldValue, read: number): Iterable<ValueProblem> {
  const { min, max } = limitsOf(value.definition);
  const nearest = Math.min(Math.max(read, min ?? -Infinity), max ?? Infinity);
  if (nearest === read) {
    yield* checkStep(value, read);
    return;
  }
  const bound = read < nearest ? say`at least ${nearest}` : say`at most ${nearest}`;
  yield {
    code: 'number-range',
    message: say`${read} is out of range: the blueprint wants ${bound}.`,
    isRefused: true,
    fixes: () => useNumber(value, fitting(value.definition, nearest)),
  };
}

/** The Panel's input counts from `min`, or from 0; the server does not look at the step. */
function* checkStep(value: FieldValue, read: number): Iterable<ValueProblem> {
  const step = stepOf(value.definition);
  if (step === undefined) return;
  const { min = 0, max = Infinity } = limitsOf(value.definition);
  const steps = (read - min) / step;
  // 0.3 / 0.1 is not quite 3.
  if (Math.abs(steps - Math.round(steps)) < 1e-6) return;
  const below = stepAt(min, step, Math.floor(steps));
  const above = stepAt(min, step, Math.ceil(steps));
  const near = [below, above].filter((number) => number <= max);
  yield {
    code: 'number-step',
    message: say`${read} lies between two steps: the blueprint counts in steps of ${step} from ${min}. Kirby keeps it, but the Panel's field asks for ${anyOf(near.map(String))}.`,
    fixes: () =>
      near
        .toSorted((a, b) => Math.abs(a - read) - Math.abs(b - read))
        .flatMap((number) => useNumber(value, number)),
  };
}

/** The nearest number that the blueprint allows. */
function fitting(definition: FieldDefinition, wanted: number): number {
  const { min, max } = limitsOf(definition);
  const near = Math.min(Math.max(wanted, min ?? -Infinity), max ?? Infinity);
  const step = stepOf(definition);
  if (step === undefined) return near;
  const start = min ?? 0;
  const stepped = stepAt(start, step, Math.round((near - start) / step));
  return stepped <= (max ?? Infinity)
    ? stepped
    : stepAt(start, step, Math.floor((near - start) / step));
}

/** Without the digits that binary fractions add: 0.1 + 2 × 0.1 is 0.3. */
function stepAt(min: number, step: number, count: number): number {
  return Number((min + step * count).toPrecision(12));
}

function stepOf({ props }: FieldDefinition): number | undefined {
  const step = numberProp(props['step']);
  return step !== undefined && step > 0 ? step : undefined;
}

function useOneOf(value: FieldValue, wanted: readonly number[]): readonly ValueFix[] {
  const fitted = wanted.map((number) => fitting(value.definition, number));
  return [...new Set(fitted)].flatMap((number) => useNumber(value, number));
}

function useNumber(value: FieldValue, wanted: number): readonly ValueFix[] {
  const edits = replaced(value, typeof value.value === 'number' ? wanted : String(wanted));
  return edits === undefined ? [] : [{ title: say`Use ${wanted}`, edits, safe: false }];
}

/** `min` and `max`; a range ends at 100 of itself. */
function limitsOf({ type, props }: FieldDefinition): {
  readonly min: number | undefined;
  readonly max: number | undefined;
} {
  return {
    min: numberProp(props['min']),
    max: numberProp(props['max']) ?? (type === 'range' ? 100 : undefined),
  };
}

/** The limits in words. */
export function describeNumber(definition: FieldDefinition): readonly string[] {
  const { min, max } = limitsOf(definition);
  const step = stepOf(definition);
  return [
    ...(min === undefined ? [] : [say`At least ${min}.`]),
    ...(max === undefined ? [] : [say`At most ${max}.`]),
    ...(step === undefined ? [] : [say`In steps of ${step}.`]),
    say`Stored as a decimal number with a point, such as \`1.5\`.`,
  ];
}
