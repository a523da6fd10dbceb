import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { fieldTypes } from '../kirby/field-types/index.ts';
import type { OptionList } from '../kirby/field-types/field-type.ts';
import { isObject, type JsonValue } from '../kirby/json/value.ts';
import { helpMarkdown } from './help-text.ts';
import { code, escapeMarkdown, paragraphs } from './markdown.ts';
import { say } from '../kirby/text/say.ts';

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
    required ? say`**${escapeMarkdown(label)}** (required)` : `**${escapeMarkdown(label)}**`,
    where === '' ? say`${code(type)} field` : say`${code(type)} field of ${where}`,
    help === undefined ? '' : helpMarkdown(help),
    (fieldTypes.get(type)?.describe?.(definition) ?? []).join(' '),
    optionList(options),
    defaultOf(definition),
    conditionOf(definition),
    definition.props['translate'] === false
      ? say`Not translated: the value of the default language counts.`
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
  return [...shown, ...(others > 0 ? [`- ${say`… and ${others} more`}`] : [])].join('\n');
}

function defaultOf({ props }: FieldDefinition): string {
  const value = scalar(props['default']);
  return value === '' ? '' : say`Default: ${code(value)}`;
}

/** `when`, in words. */
function conditionOf({ props }: FieldDefinition): string {
  const { when } = props;
  if (!isObject(when)) return '';
  const parts = Object.entries(when).map(
    ([name, value]) => say`${code(name)} is ${code(scalar(value) || '…')}`,
  );
  return parts.length === 0
    ? ''
    : say`Shown when ${parts.reduce((before, part) => say`${before} and ${part}`)}.`;
}

function scalar(value: JsonValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}
