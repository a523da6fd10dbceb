import { asciiLower } from '../../../kirby/text/php.ts';
import type { Scalar } from '../../../kirby/query/query.ts';
import {
  type Arguments,
  type Collection,
  type QueryContext,
  type QueryValue,
  strings,
  textOf,
} from '../value.ts';
import { splitText } from './field.ts';

/**
 * `filterBy("date", "!=", "")` (`Kirby\Toolkit\Collection::filter()`). As soon as one comparison is
 * not known, nothing is.
 */
export function filter(
  self: Collection,
  args: Arguments,
  context: QueryContext,
): Collection | undefined {
  const condition = conditionOf(args);
  if (condition === undefined) return undefined;
  const kept: (typeof self.items)[number][] = [];
  for (const item of self.items) {
    const value = context.attribute(item, condition.name);
    const holds = value && holdsFor(condition, value);
    if (holds === undefined) return undefined;
    if (holds) kept.push(item);
  }
  return { ...self, items: kept };
}

interface Condition {
  readonly name: string;
  readonly operator: string;
  readonly test: QueryValue;
  /** What the value is split at before it is compared. */
  readonly separator: string | undefined;
}

function conditionOf(args: Arguments): Condition | undefined {
  const [name, second, ...rest] = args ?? [];
  if (name?.kind !== 'scalar' || typeof name.value !== 'string') return undefined;
  const given = second?.kind === 'scalar' && typeof second.value === 'string' ? second.value : '';
  const operator = operators.has(given) ? given : undefined;
  // Operators that are not known here must not be taken for what is compared with.
  if (operator === undefined && otherOperators.has(given)) return undefined;
  const [test, separator, ...more] = operator === undefined ? [second, ...rest] : rest;
  if (test === undefined || more.length > 0) return undefined;
  const mark = separatorOf(separator, args?.length === (operator === undefined ? 3 : 4));
  if (mark === false) return undefined;
  return { name: name.value, operator: operator ?? '==', test, separator: mark };
}

function separatorOf(value: QueryValue | undefined, isGiven: boolean): string | false | undefined {
  if (!isGiven) return undefined;
  if (value?.kind !== 'scalar') return false;
  if (value.value === false) return undefined;
  if (value.value === true) return ',';
  return typeof value.value === 'string' && value.value !== '' ? value.value : false;
}

function holdsFor(
  { operator, test, separator }: Condition,
  value: QueryValue,
): boolean | undefined {
  const text = textOf(value);
  // In a list Kirby minds no types.
  const isLoose = operator === '==' && separator !== undefined;
  const compare = isLoose ? looselyEquals : operators.get(operator);
  if (text === undefined || compare === undefined) return undefined;
  if (separator === undefined) return compare(text, test);
  const answers = splitText(text, separator).map((part) => compare(part, test));
  if (answers.includes(undefined)) return undefined;
  // Those that deny have to hold for each part, the others for one.
  return denying.has(operator) ? !answers.includes(false) : answers.includes(true);
}

type Comparison = (text: string, test: QueryValue) => boolean | undefined;

const operators: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['==', equals],
  ['!=', (text, test) => negated(looselyEquals(text, test))],
  ['in', isAmong],
  ['not in', (text, test) => negated(isAmong(text, test))],
  ['*=', contains],
  ['!*=', (text, test) => negated(contains(text, test))],
]);

const denying: ReadonlySet<string> = new Set(['!=', 'not in', '!*=']);

const otherOperators: ReadonlySet<string> = new Set([
  ...'> >= < <= $= !$= ^= !^= between .. * !* maxlength minlength maxwords minwords'.split(' '),
  ...'== != > >= < <= between ..'.split(' ').map((operator) => `date ${operator}`),
]);

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

/** The value is made what it is compared with (`Str::toType()`), and has to be the same then. */
function equals(text: string, test: QueryValue): boolean | undefined {
  if (test.kind !== 'scalar') return undefined;
  const { value } = test;
  if (typeof value === 'string') return text === value;
  if (typeof value === 'boolean') return isOn(text) === value;
  return undefined;
}

/** PHP's `FILTER_VALIDATE_BOOLEAN`. */
function isOn(text: string): boolean {
  return ['1', 'true', 'on', 'yes'].includes(asciiLower(text.trim()));
}

function looselyEquals(text: string, test: QueryValue): boolean | undefined {
  return test.kind === 'scalar' ? sameInPhp(text, test.value) : undefined;
}

/** PHP compares numbers in strings as numbers: where that may matter, the answer is not known. */
function sameInPhp(text: string, value: Scalar): boolean | undefined {
  if (typeof value !== 'string') return undefined;
  if (text === value) return true;
  return /^\s*[+-.\d]/.test(text) && /^\s*[+-.\d]/.test(value) ? undefined : false;
}

function isAmong(text: string, test: QueryValue): boolean | undefined {
  if (test.kind !== 'list') return undefined;
  const answers = test.items.map((item) => looselyEquals(text, item));
  return answers.includes(undefined) ? undefined : answers.includes(true);
}

function contains(text: string, test: QueryValue): boolean | undefined {
  const wanted = strings([test])?.[0];
  return wanted === undefined ? undefined : text.includes(wanted);
}
