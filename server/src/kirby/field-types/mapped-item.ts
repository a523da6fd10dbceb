import { equalValues } from '../json/equal.ts';
import { isArray, type JsonObject } from '../json/value.ts';
import type { Chosen } from '../reference/comma-list.ts';
import { type FieldValue, replaced, textOf } from '../values/field-value.ts';
import type { Holder } from '../values/holder.ts';
import { readYaml, type YamlHandler } from '../yaml/read.ts';
import type { ValueFix, ValueProblem } from './field-type.ts';
import { say } from '../text/say.ts';

/** `- id: blog/post`, as early versions of Kirby 3 and some plugins wrote it. */
export function* checkMapped(
  value: FieldValue,
  holder: Holder,
  index: number,
  item: JsonObject,
  type: Chosen,
  handler: YamlHandler,
): Iterable<ValueProblem> {
  const key = ['uuid', 'id', 'email'].find((name) => isReference(item[name]));
  const reference = key === undefined ? undefined : item[key];
  if (key === undefined || typeof reference !== 'string') return;
  const effect =
    type === 'files'
      ? say`templates pass over it without a word`
      : say`a template that asks for it fails with an error`;
  yield {
    code: 'mapped-item',
    message: say`This item is a map. The Panel understands it, but ${effect}; write "${reference}" alone.`,
    item: { holder, path: [index] },
    fixes: () => {
      const edits =
        holder.change({ kind: 'set', path: [index], value: reference }) ??
        editsOfText(value, holder, index, { key, reference }, handler);
      const safe = Object.keys(item).length === 1;
      return edits === undefined ? [] : [{ title: say`Use "${reference}" alone`, edits, safe }];
    },
  };
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** Takes the only key of a map away, where it stands in YAML, and what parts it from the hyphen. */
function editsOfText(
  value: FieldValue,
  holder: Holder,
  index: number,
  { key, reference }: { readonly key: string; readonly reference: string },
  handler: YamlHandler,
): ValueFix['edits'] | undefined {
  const source = textOf(value);
  const map = holder.spanAt([index]);
  const scalar = holder.spanAt([index, key]);
  if (source === undefined || map === undefined || scalar === undefined) return undefined;
  const start = source.fromSource(map.start);
  const end = source.fromSource(scalar.start);
  if (start === undefined || end === undefined) return undefined;
  const { text } = source;
  const before = text.slice(0, start).replace(/[ \t\r\n]+$/, '');
  const quote = /["']$/.exec(text.slice(start, end))?.[0] ?? '';
  const whole = `${before} ${quote}${text.slice(end)}`;
  const items = isArray(holder.value) ? holder.value : [];
  const wanted = items.map((item, at) => (at === index ? reference : item));
  const read = readYaml(whole, handler);
  return read.ok && equalValues(read.value, wanted) ? replaced(value, whole) : undefined;
}
