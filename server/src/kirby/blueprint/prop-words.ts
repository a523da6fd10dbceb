/**
 * The words of which a setting of a field takes one (or several: the options of a link). Kirby throws at
 * any other (`kirby/config/fields`: `text.php`, `color.php`, `link.php`).
 */
const words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  text: { converter: ['lower', 'slug', 'ucfirst', 'upper'] },
  color: { format: ['hex', 'hsl', 'rgb'], mode: ['picker', 'input', 'options'] },
  link: { options: ['anchor', 'custom', 'email', 'file', 'page', 'tel', 'url'] },
};

/** The words that a setting of a field of Kirby's own takes; `undefined`: it takes others, too. */
export function wordsOfProp(fieldType: string, prop: string): readonly string[] | undefined {
  const own = Object.hasOwn(words, fieldType) ? words[fieldType] : undefined;
  return own !== undefined && Object.hasOwn(own, prop) ? own[prop] : undefined;
}

/** The types that the one field of an entries field may have (`EntriesField::supports()`). */
export const entryTypes: readonly string[] = [
  'color',
  'date',
  'email',
  'number',
  'select',
  'slug',
  'tel',
  'text',
  'time',
  'url',
];

/** Kirby's own validators for `validate`, whose letter case is not looked at (`Kirby\Toolkit\V`). */
export const validatorNames: readonly string[] = [
  'accepted',
  'alpha',
  'alphanum',
  'between',
  'callback',
  'contains',
  'date',
  'denied',
  'different',
  'email',
  'empty',
  'endsWith',
  'filename',
  'in',
  'integer',
  'ip',
  'json',
  'less',
  'match',
  'max',
  'maxLength',
  'maxWords',
  'min',
  'minLength',
  'minWords',
  'more',
  'notContains',
  'notEmpty',
  'notIn',
  'num',
  'required',
  'same',
  'size',
  'startsWith',
  'tel',
  'time',
  'url',
  'uuid',
];
