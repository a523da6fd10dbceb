import type { Scalar } from '../../kirby/query/query.ts';
import type { JsonObject } from '../../kirby/json/value.ts';
import type { FileEntry, PageEntry, Site, SiteEntry } from '../site.ts';

/** What a query may come to; `undefined` in its place: it is not known without PHP. */
export type QueryValue =
  | PageEntry
  | SiteEntry
  | FileEntry
  | { readonly kind: 'kirby' }
  | Collection
  | ContentField
  | { readonly kind: 'scalar'; readonly value: Scalar }
  | { readonly kind: 'list'; readonly items: readonly QueryValue[] }
  | Row
  /** An item of a list, as the templates of options see it. */
  | { readonly kind: 'item'; readonly key: string; readonly value: QueryValue };

/** A content field. */
export interface ContentField {
  readonly kind: 'field';
  readonly text: string;
  /** Whose it is, which names of files are looked up from; `undefined`: not known. */
  readonly parent: PageEntry | SiteEntry | FileEntry | undefined;
}

/** Kirby's `Pages`, `Files` or `Structure`. */
export interface Collection {
  readonly kind: 'collection';
  readonly of: 'pages' | 'files' | 'structure';
  readonly items: readonly CollectionItem[];
}

export type CollectionItem = PageEntry | FileEntry | Row;

/** An entry of a structure field. */
export interface Row {
  readonly kind: 'row';
  /** Its place in the field, from 0. */
  readonly index: number;
  readonly content: JsonObject;
  /** Whose field it is an entry of. */
  readonly parent: ContentField['parent'];
}

/** What a method of a query gets: the value before the dot, and what is in the parentheses. */
export type Method<Self> = (
  self: Self,
  args: Arguments,
  context: QueryContext,
) => QueryValue | undefined;

/** `undefined`: without parentheses; an argument that is `undefined` is not known. */
export type Arguments = readonly (QueryValue | undefined)[] | undefined;

export type Methods<Self> = ReadonlyMap<string, Method<Self>>;

export interface QueryContext {
  readonly site: Site;
  /** What names stand for at the start of a query: `page`, `site`, `item`, … */
  readonly roots: ReadonlyMap<string, QueryValue>;
  /** Whether titles may be those of the default language: for what is only shown. */
  readonly isShown: boolean;
  /** `item.name`; handed on, as collections ask it of what is in them. */
  readonly attribute: (item: QueryValue, name: string) => QueryValue | undefined;
}

export function scalar(value: Scalar): QueryValue {
  return { kind: 'scalar', value };
}

export function fieldValue(text: string, parent?: ContentField['parent']): QueryValue {
  return { kind: 'field', text, parent };
}

/** A value as PHP casts it to a string; `undefined` where that is not known, or an error. */
export function textOf(value: QueryValue | undefined): string | undefined {
  switch (value?.kind) {
    case 'field':
      return value.text;
    case 'scalar':
      return scalarAsText(value.value);
    case 'page':
    case 'file':
      return value.id;
    case 'item':
      return textOf(value.value);
    case 'site':
    case 'kirby':
    case 'collection':
    case 'list':
    case 'row':
    case undefined:
      return undefined;
  }
}

function scalarAsText(value: Scalar): string {
  if (value === undefined || value === false) return '';
  return value === true ? '1' : String(value);
}

/** The texts of arguments that are strings and nothing else. */
export function strings(args: Arguments): readonly string[] | undefined {
  const texts: string[] = [];
  for (const arg of args ?? []) {
    if (arg?.kind !== 'scalar' || typeof arg.value !== 'string') return undefined;
    texts.push(arg.value);
  }
  return texts;
}

/** The only argument, when it is a whole number. */
export function onlyNumber(args: Arguments): number | undefined {
  const [arg, ...more] = args ?? [];
  if (arg?.kind !== 'scalar' || more.length > 0) return undefined;
  return typeof arg.value === 'number' && Number.isInteger(arg.value) ? arg.value : undefined;
}

/** A method that takes nothing: what stands in its parentheses would not be known here. */
export function plain<Self>(
  derive: (self: Self, context: QueryContext) => QueryValue | undefined,
): Method<Self> {
  return (self, args, context) =>
    args === undefined || args.length === 0 ? derive(self, context) : undefined;
}
