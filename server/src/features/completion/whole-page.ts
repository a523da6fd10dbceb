import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { fieldKey } from '../../kirby/content/slug.ts';
import { hideDividers } from '../../kirby/content/write.ts';
import { separatorOf } from '../../kirby/field-types/separated.ts';
import { storages, storesValue } from '../../kirby/field-types/storage.ts';
import { isArray, type JsonValue } from '../../kirby/json/value.ts';
import type { CompletionContext, CompletionProvider } from './completion.ts';
import { asSnippet } from './json-insert.ts';
import { say } from '../../kirby/text/say.ts';

const divider = '\n\n----\n\n';

/** For a file without any text: all fields of its blueprint, in their order, with their defaults. */
export const wholePage: CompletionProvider = ({ context }) => {
  const { text } = context.document;
  if (text.trim() !== '') return undefined;
  const fields = fieldsFor(context);
  // One field is offered by its name.
  if (fields.length < 2) return undefined;
  const plain = fields.map(({ key, value, gap }) => `${key}:${gap}${value}`);
  const stops = fields.map(
    ({ key, value, gap }, index) => `${asSnippet(`${key}:${gap}`)}${stop(index + 1, value)}`,
  );
  const item = {
    label: say`Fill from blueprint`,
    detail: say`${String(fields.length)} fields`,
    documentation: fields.map(({ key }) => `\`${key}\``).join(', '),
    kind: 'field' as const,
    // Before the names of single fields.
    sortText: '!',
    filterText: text.trim(),
    insert: {
      span: { start: 0, end: text.length },
      text: plain.join(divider),
      snippet: `${stops.join(asSnippet(divider))}$0`,
    },
  };
  return { items: [item], isIncomplete: false };
};

interface EmptyField {
  readonly key: string;
  readonly value: string;
  /** What stands between the colon and the value. */
  readonly gap: string;
}

function fieldsFor({ site, file }: CompletionContext): readonly EmptyField[] {
  const blueprint = file === undefined ? undefined : site?.blueprints.of(file.model);
  if (site === undefined || file === undefined || blueprint === undefined) return [];
  const { language, model } = file;
  const isTranslation = language !== undefined && language !== site.options.defaultLanguage;
  const title = model.kind === 'page' || model.kind === 'site' ? [emptyField('Title', '')] : [];
  const others = [...blueprint.fields.values()]
    .filter(
      ({ type, props }) => storesValue(type) && !(isTranslation && props['translate'] === false),
    )
    .map((definition) => emptyField(fieldKey(definition.name), defaultText(definition), definition))
    .filter(({ key }) => key !== '' && key !== 'Title');
  return [...title, ...others];
}

/** Texts of several lines stand below their name, as Kirby writes them. */
function emptyField(key: string, value: string, definition?: FieldDefinition): EmptyField {
  const isLong = definition !== undefined && storages.get(definition.type) === 'kirbytext';
  return { key, value: hideDividers(value), gap: isLong || value.includes('\n') ? '\n\n' : ' ' };
}

/** A default that is written out; one with a query, and rows, only Kirby can fill in. */
export function defaultText(definition: FieldDefinition): string {
  const value: JsonValue | undefined = definition.props['default'];
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.includes('{') ? '' : value;
  if (!isArray(value) || storages.get(definition.type) !== 'separated') return '';
  return value
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .join(`${separatorOf(definition)} `);
}

function stop(index: number, value: string): string {
  return value === '' ? `$${index}` : `\${${index}:${asSnippet(value)}}`;
}
