import type { FieldDefinition } from '../blueprint/blueprint.ts';
import type { JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { type FieldValue, replaced } from '../values/field-value.ts';
import type { FieldType, ValueFix, ValueProblem } from './field-type.ts';

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

/** `1,5` → 1.5; `5 €` → 5; `abc` → 0. */
function numberIn(text: string): number {
  const start = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i.exec(text.replace(',', '.'))?.[0];
  return start === undefined ? 0 : Number(start);
}

/** What both number and range check. */
export function* checkNumber(value: FieldValue): Iterable<ValueProblem> {
  const text = typeof value.value === 'string' ? phpTrim(value.value) : value.value;
  if (text === '' || text === null) return;
  if (typeof text !== 'string' && typeof text !== 'number') return;
  const read = readNumber(text);
  if (typeof read !== 'number') return;
  if (typeof text === 'string' && !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) {
    yield {
      code: 'invalid-number',
      message: `"${text}" is no number. Kirby reads ${read} and stores that at the next save; write a number such as 12 or 1.5.`,
      fixes: () => useNumber(value, read),
    };
    return;
  }
  yield* checkRange(value, read);
}

function* checkRange(value: FieldValue, read: number): Iterable<ValueProblem> {
  const { min, max } = limitsOf(value.definition);
  const nearest = Math.min(Math.max(read, min ?? -Infinity), max ?? Infinity);
  if (nearest === read) return;
  const bound = read < nearest ? `at least ${nearest}` : `at most ${nearest}`;
  yield {
    code: 'number-range',
    message: `${read} is out of range: the blueprint wants ${bound}. The Panel refuses to save the page until this is changed.`,
    fixes: () => useNumber(value, nearest),
  };
}

function useNumber(value: FieldValue, wanted: number): readonly ValueFix[] {
  const edits = replaced(value, typeof value.value === 'number' ? wanted : String(wanted));
  return edits === undefined ? [] : [{ title: `Use ${wanted}`, edits, safe: false }];
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

function numberProp(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value.trim() : '';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** The limits in words. */
export function describeNumber(definition: FieldDefinition): readonly string[] {
  const { min, max } = limitsOf(definition);
  const step = definition.props['step'];
  return [
    ...(min === undefined ? [] : [`At least ${min}.`]),
    ...(max === undefined ? [] : [`At most ${max}.`]),
    ...(typeof step === 'number' ? [`In steps of ${step}.`] : []),
  ];
}
