import type { ContentDocument } from '../kirby/content/document.ts';

/** What stays in memory of a content file: no text, no tree. */
export interface TextSummary {
  readonly title: string | undefined;
  /** The bare id of its `Uuid` field. */
  readonly uuid: string | undefined;
  /** The translated slug that a page's file in another language may hold. */
  readonly slug: string | undefined;
  /** The names of its fields as it spells them, each once. */
  readonly names: readonly string[];
  /** Of a file's metadata: all its fields, by Kirby's names. */
  readonly content: Readonly<Record<string, string>> | undefined;
}

export interface SummaryOptions {
  /** Whether to keep the values of all fields. */
  readonly isMetadata: boolean;
  /** Makes characters of values where `document` was split as bytes. */
  readonly decode?: (text: string) => string;
}

/** What is kept of a content file. */
export function summarise(
  { text, fields }: ContentDocument,
  { isMetadata, decode = detached }: SummaryOptions,
): TextSummary {
  const values = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { name, nameSpan, value } of fields) {
    if (!names.has(name)) names.set(name, text.slice(nameSpan.start, nameSpan.end));
    // Of several the last counts.
    if (isMetadata || kept.has(name)) values.set(name, decode(value.text));
  }
  const valueOf = (name: string): string | undefined => values.get(name) || undefined;
  return {
    title: valueOf('title'),
    uuid: valueOf('uuid'),
    slug: valueOf('slug'),
    names: [...names.values()].map(decode),
    content: isMetadata ? Object.fromEntries(values) : undefined,
  };
}

/** Whether two summaries say the same. */
export function sameSummary(a: TextSummary | undefined, b: TextSummary | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.title === b.title &&
    a.uuid === b.uuid &&
    a.slug === b.slug &&
    sameList(a.names, b.names) &&
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

const MOST_LISTS = 5_000;
const kept: ReadonlySet<string> = new Set(['title', 'uuid', 'slug']);

/** A copy that does not keep the whole file alive, as a slice of its text does. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((name, index) => name === b[index]));
}

function sameContent(a: TextSummary['content'], b: TextSummary['content']): boolean {
  if (a === undefined || b === undefined) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
