import { phpTrim } from '../text/php.ts';
import type { FieldType } from './field-type.ts';
import { readLine } from './read-text.ts';
import { checkLength, checkPattern, describeText } from './text-checks.ts';
import { checkValidate } from './validate-prop.ts';

/** A line of text (`kirby/config/fields/text.php`), maybe changed by a converter as it is read. */
export const text: FieldType = {
  type: 'text',
  read(value, { props }) {
    const line = readLine(value);
    const { converter } = props;
    if (typeof line !== 'string' || line === '' || typeof converter !== 'string') return line;
    if (converter === 'lower') return phpTrim(line).toLowerCase();
    return converter === 'upper' ? phpTrim(line).toUpperCase() : undefined;
  },
  *check(value) {
    yield* checkLength(value);
    yield* checkPattern(value);
    yield* checkValidate(value);
  },
  describe: describeText,
};
