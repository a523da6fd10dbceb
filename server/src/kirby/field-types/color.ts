import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { type ColorFormat, converted, isColor } from '../validate/color.ts';
import type { FieldValue } from '../values/field-value.ts';
import type { FieldType, ValueFix, ValueProblem } from './field-type.ts';
import { readLine } from './read-text.ts';
import { scalarText, useText } from './scalar.ts';
import { say } from '../text/say.ts';

/**
 * A colour in one of CSS's notations (`kirby/config/fields/color.php`). Neither `alpha` nor the
 * `options` are held against it.
 */
export const color: FieldType = {
  type: 'color',
  read: readLine,
  *check(value) {
    const text = scalarText(value);
    const format = colorFormatOf(value.definition);
    if (text !== '' && text !== '0' && format !== undefined) {
      yield* checkColor(value, text, format);
    }
  },
  describe(definition) {
    const format = colorFormatOf(definition);
    return format === undefined ? [] : [say`Stored as ${format}, such as \`${examples[format]}\`.`];
  },
};

const examples: Readonly<Record<ColorFormat, string>> = {
  hex: '#ff8800',
  rgb: 'rgb(255, 136, 0)',
  hsl: 'hsl(32, 100%, 50%)',
};

/** The notation that a color field stores. `undefined`: Kirby refuses the blueprint's format. */
export function colorFormatOf({ props }: FieldDefinition): ColorFormat | undefined {
  const { format = 'hex' } = props;
  return format === 'hex' || format === 'rgb' || format === 'hsl' ? format : undefined;
}

function* checkColor(value: FieldValue, text: string, format: ColorFormat): Iterable<ValueProblem> {
  if (isColor(text, format)) return;
  yield {
    code: 'invalid-color',
    message: say`"${text}" is no colour in the format of this field, ${format}.`,
    isRefused: true,
    advice: say`write a colour such as ${examples[format]}`,
    fixes: () => asColor(value, text, format),
  };
}

function asColor(value: FieldValue, text: string, format: ColorFormat): readonly ValueFix[] {
  const marked = `#${text}`;
  if (format === 'hex' && isColor(marked, 'hex')) return useText(value, marked, undefined, true);
  const other = converted(text, format);
  return other === undefined || !isColor(other, format) ? [] : useText(value, other);
}
