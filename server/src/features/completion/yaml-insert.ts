import type { YamlHandler } from '../../kirby/yaml/read.ts';
import type { CompletionItem } from './completion.ts';
import { flowText } from './flow-list.ts';
import { separatedPart } from './separated-part.ts';
import type { YamlValuePlace } from './yaml-place.ts';

/** The edits that write a value, and what the author's typing is compared with. */
export type YamlInsertion = Pick<CompletionItem, 'insert' | 'additionalEdits' | 'filterText'>;

/** Writes a value in the place of the one that stands there, in its quotation marks if it has some. */
export function insertYaml(
  place: YamlValuePlace,
  value: string,
  handler: YamlHandler,
): YamlInsertion {
  const { quote, isClosed, lead, span } = place;
  const inBrackets = place.place === 'flow' ? flowText(place, value, handler) : undefined;
  if (inBrackets !== undefined) return insertion(place, span, inBrackets, value);
  const text =
    quote === ''
      ? lead + quoted(value)
      : escapedIn(value, quote, handler) + (isClosed ? '' : quote);
  return insertion(place, span, text, value);
}

/** Writes one value of several in a text, `red, gre|en`, and leaves the others as they are. */
export function insertYamlPart(
  place: YamlValuePlace,
  value: string,
  separator: string,
  handler: YamlHandler,
): YamlInsertion {
  const { yaml, quote, isClosed, span } = place;
  const whole = yaml.source.text.slice(span.start, span.end);
  const { span: part } = separatedPart(whole, separator, yaml.offset - span.start);
  const before = whole.slice(0, part.start);
  const after = whole.slice(part.end);
  if (quote === '' && before.trim() + after.trim() === '') return insertYaml(place, value, handler);
  const own = { start: span.start + part.start, end: span.start + part.end };
  if (quote === '' && !isPlainPart(value, before)) {
    const text = `'${(before + value + after).replaceAll("'", "''")}'`;
    return insertion(place, span, text, before + value);
  }
  const text = quote === '' ? value : escapedIn(value, quote, handler);
  const isOpen = quote !== '' && !isClosed;
  if (isOpen && after === '') return insertion(place, own, text + quote, value);
  const made = insertion(place, own, text, value);
  if (!isOpen) return made;
  const end = yaml.source.toSource({ start: span.end, end: span.end });
  return { ...made, additionalEdits: [{ span: end, text: yaml.encode(quote) }] };
}

/** The values that stand beside the one at the cursor. */
export function otherParts(place: YamlValuePlace, separator: string): ReadonlySet<string> {
  const { yaml, quote, span } = place;
  const whole = yaml.source.text.slice(span.start, span.end);
  const { others } = separatedPart(whole, separator, yaml.offset - span.start);
  return quote === "'" ? new Set([...others].map((other) => other.replaceAll("''", "'"))) : others;
}

function insertion(
  { yaml: { source, encode } }: YamlValuePlace,
  span: { readonly start: number; readonly end: number },
  text: string,
  filterText: string,
): YamlInsertion {
  return {
    insert: { span: source.toSource(span), text: encode(text) },
    filterText: encode(filterText),
  };
}

/** In quotation marks where one of Kirby's engines would read something else without them. */
function quoted(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N}_ /.-]*$/u.test(text) &&
    !/^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text);
  const isReference = /^(?:file|page|user):\/\/[\w-]+$/.test(text);
  if (isPlain || isReference || /^[1-9]\d*$/.test(text) || /^(?:true|false)$/.test(text))
    return text;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether a value may stand among others without quotation marks around all of them. */
function isPlainPart(value: string, before: string): boolean {
  const isFirst = before.trim() === '';
  return /^[\p{L}\p{N}_ /.-]+$/u.test(value) && (!isFirst || /^\p{L}/u.test(value));
}

/** A text as it stands in quotation marks. Spyc knows no escape for a backslash. */
export function escapedIn(value: string, quote: '"' | "'", handler: YamlHandler): string {
  if (quote === "'") return value.replaceAll("'", "''");
  return value.replace(handler === 'spyc' ? /"/g : /["\\]/g, '\\$&');
}
