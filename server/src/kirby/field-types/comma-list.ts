import { isArray } from '../json/value.ts';
import { type Chosen, commaParts, isUuidOf } from '../reference/comma-list.ts';
import { plainText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { type FieldValue, replaced, replacedWithin } from '../values/field-value.ts';
import { yamlItems } from '../yaml/items.ts';
import type { ValueFix, ValueProblem } from './field-type.ts';
import { say } from '../text/say.ts';

/** References with commas between them, where Kirby wants a list of YAML. */
export function* checkCommaLists(value: FieldValue, chosen: Chosen): Iterable<ValueProblem> {
  const { holder, path } = value;
  if (isArray(value.value)) {
    const items = value.value;
    for (const [index, item] of items.entries()) {
      const parts = typeof item === 'string' ? commaParts(item, chosen) : undefined;
      if (parts === undefined) continue;
      const wanted = [...items.slice(0, index), ...parts, ...items.slice(index + 1)];
      yield {
        ...commaList(parts),
        item: { holder, path: [...path, index] },
        fixes: () => fix(replaced(value, wanted), parts, chosen),
      };
    }
    return;
  }
  if (typeof value.value !== 'string' || !value.value.includes(',')) return;
  const text = value.value;
  for (const { text: item, span } of yamlItems(plainText(text, 0))) {
    const parts = commaParts(item, chosen);
    if (parts === undefined) continue;
    yield {
      ...commaList(parts),
      within: span,
      fixes: () => fix(editsOf(value, text, span, parts), parts, chosen),
    };
  }
}

function commaList([first = '', second]: readonly string[]): Pick<
  ValueProblem,
  'code' | 'message'
> {
  const example = second === undefined ? `"- ${first}"` : say`"- ${first}" and "- ${second}"`;
  return {
    code: 'comma-list',
    message: say`Kirby does not divide this at the commas: it looks for one thing of this whole name, and finds nothing. Write a list with a hyphen and one item on each line, like ${example}.`,
  };
}

/** A list in the place of the text; a line for each part in the place of one item. */
function editsOf(
  value: FieldValue,
  text: string,
  { start, end }: Span,
  parts: readonly string[],
): ValueFix['edits'] | undefined {
  if (start === 0 && end === text.length) {
    const isInside = value.holder.field === undefined;
    return replaced(value, isInside ? parts : parts.map((part) => `- ${part}`).join('\n'));
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const opening = text.slice(lineStart, start);
  const rest = /^[^\n]*/.exec(text.slice(end))?.[0] ?? '';
  if (!/^ *- +$/.test(opening) || rest.trim() !== '') return undefined;
  return replacedWithin(value, { start, end }, parts.join(`\n${opening}`));
}

function fix(
  edits: ValueFix['edits'] | undefined,
  parts: readonly string[],
  chosen: Chosen,
): readonly ValueFix[] {
  if (edits === undefined) return [];
  const safe = parts.every((part) => isUuidOf(part, chosen));
  return [{ title: say`Write a list, one item a line`, edits, safe }];
}
