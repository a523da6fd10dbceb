import { isPhpEmpty } from '../blocks/php.ts';
import type { FieldDefinition } from '../blueprint/blueprint.ts';
import type { JsonValue } from '../json/value.ts';
import { say } from '../text/say.ts';

/** How many items a field is to have. */
export interface ItemLimits {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** `min` and `max` of a field that holds a list. Layouts have a `max`, but only the Panel looks at it. */
export function itemLimits({ props }: FieldDefinition): ItemLimits {
  return { min: countIn(props['min']), max: countIn(props['max']) };
}

function countIn(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return Math.trunc(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * Whether the form is refused while the field is empty. A list with a `min` is required, too
 * (`Kirby\Form\Mixin\Min::isRequired()`); PHP takes any text for a yes.
 */
export function isRequired(definition: FieldDefinition): boolean {
  if (!isPhpEmpty(definition.props['required'])) return true;
  return listTypes.has(definition.type) && (itemLimits(definition).min ?? 0) !== 0;
}

const listTypes: ReadonlySet<string> = new Set([
  'blocks',
  'checkboxes',
  'entries',
  'files',
  'layout',
  'multiselect',
  'pages',
  'structure',
  'tags',
  'users',
]);

/** The limits in words: `At least 2 blocks.` */
export function describeLimits(
  definition: FieldDefinition,
  one: string,
  many: string,
): readonly string[] {
  const { min, max } = itemLimits(definition);
  return [
    ...(min === undefined || min <= 0 ? [] : [say`At least ${counted(min, one, many)}.`]),
    ...(max === undefined ? [] : [say`At most ${counted(max, one, many)}.`]),
  ];
}

/** `1 page`, `3 pages` */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
