import { isPhpEmpty } from '../blocks/php.ts';
import { describeFields } from './describe-fields.ts';
import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';
import { say } from '../text/say.ts';

/** One row of fields (`kirby/config/fields/object.php`). Nothing is `''`, anything else a map. */
export const object: FieldType = {
  type: 'object',
  read: (value, definition, environment) => {
    const read = readCollection(value, definition, environment);
    return read !== undefined && isPhpEmpty(read) ? '' : read;
  },
  describe: ({ fields }) => [
    say`Fields with their values, one a line.`,
    ...describeFields(fields, 'Fields:'),
  ],
};
