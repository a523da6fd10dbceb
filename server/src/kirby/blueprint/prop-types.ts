/** What the setting of a field has to be, where PHP refuses everything else. */
export type PropType =
  /** A number, also one in quotes. */
  | 'number'
  /** Any scalar; it counts by whether PHP takes it for true. */
  | 'flag'
  /** Any scalar. */
  | 'text'
  /** A list or a map. */
  | 'list';

type PropTypes = Readonly<Record<string, PropType>>;

const flags = (...names: readonly string[]): PropTypes => typed('flag', names);
const numbers = (...names: readonly string[]): PropTypes => typed('number', names);
const texts = (...names: readonly string[]): PropTypes => typed('text', names);
const lists = (...names: readonly string[]): PropTypes => typed('list', names);

function typed(type: PropType, names: readonly string[]): PropTypes {
  return Object.fromEntries(names.map((name) => [name, type]));
}

const length = numbers('minlength', 'maxlength');
const limits = numbers('min', 'max');
const picker: PropTypes = {
  ...limits,
  ...flags('link', 'multiple', 'search'),
  ...texts('info', 'layout', 'query', 'size', 'store', 'text'),
};
const dates = texts('format', 'max', 'min');

const common: PropTypes = { ...flags('disabled', 'required', 'translate'), ...texts('width') };

/**
 * The declared types of settings (`kirby/config/fields`, `Kirby\Form\Field`). A setting that is not
 * here takes anything, or it is not certain that Kirby refuses something.
 */
const types: ReadonlyMap<string, PropTypes> = new Map<string, PropTypes>([
  ['blocks', { ...limits, ...flags('pretty'), ...texts('group') }],
  ['checkboxes', { ...limits, ...numbers('columns') }],
  ['color', flags('alpha')],
  ['date', { ...dates, ...flags('calendar') }],
  ['email', { ...length, ...flags('spellcheck'), ...texts('autocomplete', 'pattern') }],
  ['entries', { ...limits, ...flags('sortable') }],
  ['files', picker],
  ['layout', limits],
  ['link', lists('options')],
  ['list', {}],
  ['multiselect', { ...limits, ...texts('separator') }],
  ['number', limits],
  ['object', lists('fields')],
  ['pages', { ...picker, ...flags('subpages') }],
  ['radio', numbers('columns')],
  ['range', limits],
  ['select', texts('icon')],
  ['slug', { ...length, ...texts('allow', 'path', 'pattern', 'sync') }],
  [
    'structure',
    {
      ...limits,
      ...numbers('limit'),
      ...flags('duplicate', 'prepend', 'sortable'),
      ...texts('sortBy'),
      ...lists('columns', 'default', 'fields'),
    },
  ],
  ['tags', { ...limits, ...texts('separator') }],
  ['tel', { ...length, ...texts('autocomplete', 'pattern') }],
  ['text', { ...length, ...flags('counter', 'spellcheck'), ...texts('pattern') }],
  [
    'textarea',
    { ...length, ...flags('counter', 'spellcheck'), ...texts('default', 'font', 'size') },
  ],
  ['time', dates],
  ['toggle', {}],
  ['toggles', flags('grow', 'labels', 'reset')],
  ['url', { ...length, ...texts('autocomplete') }],
  ['users', picker],
  ['writer', { ...length, ...flags('counter', 'inline'), ...lists('headings') }],
]);

/** What a setting of a field of Kirby's own has to be; `undefined`: that is not known. */
export function propType(fieldType: string, prop: string): PropType | undefined {
  const own = types.get(fieldType);
  if (own === undefined) return undefined;
  return Object.hasOwn(own, prop) ? own[prop] : commonType(prop);
}

function commonType(prop: string): PropType | undefined {
  return Object.hasOwn(common, prop) ? common[prop] : undefined;
}
