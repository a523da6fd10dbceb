import type { FieldDefinition, FieldOption } from '../blueprint/blueprint.ts';
import type { JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { blockOf } from '../values/block-of.ts';
import { type FieldValue, replaced } from '../values/field-value.ts';
import type { FieldEnvironment, FieldType, ValueFix, ValueProblem } from './field-type.ts';
import { nearOptions, optionTitle } from './near-option.ts';
import { say } from '../text/say.ts';

/** One of several options: select, radio and toggles. */
export function choiceType(type: string): FieldType {
  return { type, read: readChoice, check: checkChoice, describe: () => [say`One of the options.`] };
}

/** The value, or `''` for what is no option (`kirby/config/fields/mixins/options.php`). */
function readChoice(
  value: JsonValue | undefined,
  definition: FieldDefinition,
  environment: FieldEnvironment,
): JsonValue | undefined {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const list = environment.optionsOf(definition);
  if (list.status === 'unknown' || list.options.length === 0) return undefined;
  return isAmong(String(value), list.options) ? value : '';
}

function* checkChoice(value: FieldValue, environment: FieldEnvironment): Iterable<ValueProblem> {
  const written = value.value;
  if (typeof written !== 'string' && typeof written !== 'number') return;
  const text = String(written);
  if (phpTrim(text) === '') return;
  const list = environment.optionsOf(value.definition);
  if (list.status === 'unknown' || list.options.length === 0) return;
  const { options } = list;
  if (isAmong(text, options) || isNoLevel(value, text)) return;
  const near = nearOptions(text, options);
  yield {
    code: 'unknown-option',
    message: say`"${text}" is not among the options of this field. The Panel shows it empty, and the next save deletes the value; ${advice(near, options)}`,
    fixes: () => useOption(value, [...new Set([...near, ...options])]),
  };
}

/** `<2>` is worse than an option too many: what is no level of a heading has a rule of its own. */
function isNoLevel({ definition, form }: FieldValue, text: string): boolean {
  return (
    definition.name === 'level' && blockOf(form)?.['type'] === 'heading' && !/^h[1-6]$/.test(text)
  );
}

/** More than these are no help. */
const MOST = 5;

function advice(near: readonly FieldOption[], options: readonly FieldOption[]): string {
  const [nearest] = near;
  if (nearest !== undefined) return say`did you mean ${optionTitle(nearest)}?`;
  const names = options.slice(0, MOST).map((option) => `"${option.value}"`);
  if (options.length > MOST) return say`choose ${names.join(', ')} or another one.`;
  return say`choose ${names.join(', ')}.`;
}

function useOption(value: FieldValue, options: readonly FieldOption[]): readonly ValueFix[] {
  return options.slice(0, MOST).flatMap((option) => {
    const edits = replaced(value, option.value);
    return edits === undefined
      ? []
      : [{ title: say`Use ${optionTitle(option)}`, edits, safe: false }];
  });
}

/** `in_array()` without its strict mode: numbers are compared as numbers. */
function isAmong(text: string, options: readonly FieldOption[]): boolean {
  if (options.some(({ value }) => value === text)) return true;
  return numeric.test(text)
    ? options.some(({ value }) => numeric.test(value) && Number(value) === Number(text))
    : false;
}

/** What PHP 8 takes for a number in a text. */
const numeric = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i;
