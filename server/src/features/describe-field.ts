import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { fieldTypes } from '../kirby/field-types/index.ts';
import type { OptionList } from '../kirby/field-types/field-type.ts';
import { isObject, type JsonValue } from '../kirby/json/value.ts';
import { code, escapeMarkdown, paragraphs } from './markdown.ts';

/** How many options are listed; the others are counted. */
const most = 12;

/**
 * A field as its blueprint has it, in Markdown: label, type, help, form and limits, options, default
 * and when it is shown.
 *
 * @param where what the field belongs to: `the blueprint pages/article`, with a link where there is one
 */
export function describeField(
  definition: FieldDefinition,
  where: string,
  options: OptionList,
): string {
  const { label, type, help, required } = definition;
  return paragraphs(
    `**${escapeMarkdown(label)}**${required ? ' (required)' : ''}`,
    `${code(type)} field${where === '' ? '' : ` of ${where}`}`,
    help === undefined ? '' : escapeMarkdown(help),
    (fieldTypes.get(type)?.describe?.(definition) ?? []).join(' '),
    optionList(options),
    defaultOf(definition),
    conditionOf(definition),
    definition.props['translate'] === false
      ? 'Not translated: the value of the default language counts.'
      : '',
  );
}

/** One option: its value and what the Panel shows for it. */
export function describeOption(value: string, text: string): string {
  return text === value ? code(value) : `${code(value)}: ${escapeMarkdown(text)}`;
}

function optionList(list: OptionList): string {
  if (list.status === 'unknown' || list.options.length === 0) return '';
  const shown = list.options
    .slice(0, most)
    .map(({ value, text }) => `- ${describeOption(value, text)}`);
  const others = list.options.length - shown.length;
  return [...shown, ...(others > 0 ? [`- … and ${others} more`] : [])].join('\n');
}

function defaultOf({ props }: FieldDefinition): string {
  const value = scalar(props['default']);
  return value === '' ? '' : `Default: ${code(value)}`;
}

/** `when`, in words. */
function conditionOf({ props }: FieldDefinition): string {
  const { when } = props;
  if (!isObject(when)) return '';
  const parts = Object.entries(when).map(
    ([name, value]) => `${code(name)} is ${code(scalar(value) || '…')}`,
  );
  return parts.length === 0 ? '' : `Shown when ${parts.join(' and ')}.`;
}

function scalar(value: JsonValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}
