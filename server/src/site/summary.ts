import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { fieldName } from '../kirby/content/parse.ts';
import { memo } from '../kirby/text/memo.ts';
import { isNoLine, MOST_BYTES, shortValue } from './short-value.ts';

/** What stays in memory of a content file: no text, no tree. */
export interface TextSummary {
  readonly title: string | undefined;
  /** The bare id of its `Uuid` field. */
  readonly uuid: string | undefined;
  /** The translated slug that a page's file in another language may hold. */
  readonly slug: string | undefined;
  /** The names of its fields as it spells them, each once. */
  readonly names: readonly string[];
  /** What these fields hold, as far as it is kept (`shortValue()`). */
  readonly values: readonly (string | undefined)[];
  /** All fields by Kirby's names, of a file's metadata and of the site. */
  readonly content: Readonly<Record<string, string>> | undefined;
}

export interface SummaryOptions {
  /** Whether to keep the values of all fields. */
  readonly isWhole: boolean;
  /** Makes characters of values where `document` was split as bytes. */
  readonly decode?: (text: string) => string;
}

/** What is kept of a content file. */
export function summarise(
  { text, fields }: ContentDocument,
  { isWhole, decode = detached }: SummaryOptions,
): TextSummary {
  const last = new Map<string, Field['value']>();
  const names = new Map<string, string>();
  for (const { name, nameSpan, value } of fields) {
    if (!names.has(name)) names.set(name, text.slice(nameSpan.start, nameSpan.end));
    // Of several the last counts.
    last.set(name, value);
  }
  const content = isWhole
    ? Object.fromEntries([...last].map(([name, value]) => [name, decode(value.text)]))
    : undefined;
  const valueOf = (name: string): string | undefined => {
    const value = last.get(name)?.text;
    if (value === undefined || value === '') return undefined;
    return content?.[name] ?? decode(value);
  };
  return {
    title: valueOf('title'),
    uuid: valueOf('uuid'),
    slug: valueOf('slug'),
    names: [...names.values()].map(decode),
    values: isWhole ? [] : [...last].map(([name, value]) => keptValue(name, value.text, decode)),
    content,
  };
}

/**
 * What a field holds, by its name as Kirby has it: empty where there is no such field; `undefined`
 * where the value is not kept.
 */
export function valueIn(summary: TextSummary, name: string): string | undefined {
  if (summary.content !== undefined) return own(summary.content, name) ?? '';
  if (isKept(name)) return summary[name] ?? '';
  const index = placesIn(summary.names).get(name);
  return index === undefined ? '' : summary.values[index];
}

/** Whether there is such a field, empty or not. */
export function hasField(summary: TextSummary, name: string): boolean {
  return placesIn(summary.names).has(name);
}

/** Where the names of a list stand in it, as Kirby has them. */
const placesIn = memo(
  (names: readonly string[]): ReadonlyMap<string, number> =>
    new Map(names.map((written, index) => [fieldName(written), index])),
);

function own(content: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(content, name) ? content[name] : undefined;
}

function keptValue(
  name: string,
  text: string,
  decode: (text: string) => string,
): string | undefined {
  if (isKept(name) || text.length > MOST_BYTES || isNoLine(text)) return undefined;
  return shortValue(decode(text));
}

/** Whether two summaries say the same. */
export function sameSummary(a: TextSummary | undefined, b: TextSummary | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.title === b.title &&
    a.uuid === b.uuid &&
    a.slug === b.slug &&
    sameList(a.names, b.names) &&
    sameList(a.values, b.values) &&
    sameContent(a.content, b.content)
  );
}

/**
 * A function that gives the same list for the same names: the pages of a site have the fields of a
 * few templates, so ten thousand lists come down to a handful.
 */
export function listSharing(): (names: readonly string[]) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  return (names) => {
    const key = names.join('\n');
    const known = lists.get(key);
    if (known !== undefined) return known;
    // Broken files have names like no other: they must not fill the memory of a long session.
    if (lists.size >= MOST_LISTS) lists.clear();
    lists.set(key, names);
    return names;
  };
}

/**
 * A function that gives the same string for the same value: of most fields many pages have one of
 * a few.
 */
export function valueSharing(): (value: string | undefined) => string | undefined {
  const values = new Map<string, string>();
  return (value) => {
    if (value === undefined) return undefined;
    const known = values.get(value);
    if (known !== undefined) return known;
    if (values.size >= MOST_VALUES) values.clear();
    values.set(value, value);
    return value;
  };
}

const MOST_LISTS = 5_000;
const MOST_VALUES = 5_000;

/** What has a place of its own in a summary. */
function isKept(name: string): name is 'title' | 'uuid' | 'slug' {
  return name === 'title' || name === 'uuid' || name === 'slug';
}

/** A copy that does not keep the whole file alive, as a slice of its text does. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function sameList<Item>(a: readonly Item[] | undefined, b: readonly Item[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}

function sameContent(a: TextSummary['content'], b: TextSummary['content']): boolean {
  if (a === undefined || b === undefined) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
