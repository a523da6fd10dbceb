import { htmlTexts } from '../kirby/html/readable.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../kirby/json/value.ts';
import { plainText } from '../kirby/text/mapped-text.ts';
import { asciiLower } from '../kirby/text/php.ts';
import type { RuleContext } from '../rules/rule.ts';

/** What a reference reads as: `file://x0Eszp6nhmEIe0aI` is `etoile.svg`. `undefined`: not known. */
export type ReferenceNames = (reference: string) => string | undefined;

/** The names of files, the titles of pages and the names of users, as a content file mentions them. */
export function referenceNames({ site, file }: Pick<RuleContext, 'site' | 'file'>): ReferenceNames {
  if (site === undefined || file === undefined) return () => undefined;
  const { model } = file;
  return (reference) => {
    if (reference.startsWith('file:')) {
      const found = site.resolveFile(reference, model);
      return 'file' in found ? found.file.name : undefined;
    }
    if (reference.startsWith('page:')) {
      const found = site.resolvePage(reference, model);
      return found.status === 'found' ? (found.page.title ?? found.page.slug) : undefined;
    }
    const found = site.resolveUser(reference);
    return found.status === 'found' ? (found.user.name ?? found.user.email) : undefined;
  };
}

/** All that a reader reads of a value, on one line: without markup, names in place of UUIDs. */
export function readableText(value: JsonValue | undefined, nameOf: ReferenceNames): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') {
    const text = htmlTexts(plainText(value, 0))[0]?.text ?? value;
    return named(text, nameOf).replace(/\s+/gu, ' ').trim();
  }
  if (isArray(value)) {
    return value
      .map((item) => readableText(item, nameOf))
      .filter((words) => words !== '')
      .join(', ');
  }
  return isObject(value) ? textInside(value, nameOf) : String(value);
}

/** The text of a code block on one line: what looks like markup there is the text. */
export function codeWords(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
}

/** Of rows and blocks what is in them; ids and types say nothing to a reader. */
function textInside(value: JsonObject, nameOf: ReferenceNames): string {
  const { columns, blocks, content } = value;
  // A row of a structure may have a field of such a name: `columns: 2`.
  const inside = isArray(columns) ? columns : isArray(blocks) ? blocks : content;
  return readableText(
    inside === undefined || inside === '' ? Object.values(value) : [inside],
    nameOf,
  );
}

function named(text: string, nameOf: ReferenceNames): string {
  return text.includes('://')
    ? text.replace(reference, (written) => nameOf(written) ?? written)
    : text;
}

const reference = /\b(?:file|page|user):\/\/[^\s"'<>()[\]{},;/?#&]+/g;

/**
 * What a block is about, in a few words.
 *
 * @param label what the Panel makes its title of, where the type has such: `{{ heading }}`
 */
export function firstWords(content: JsonValue, nameOf: ReferenceNames, label?: string): string {
  const title = label === undefined ? '' : filled(label, content, nameOf);
  const words = title === '' ? mostTelling(content, nameOf) : title;
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

/** Mirrors the title of a block in the Panel, which knows the fields of the block and no more. */
function filled(label: string, content: JsonValue, nameOf: ReferenceNames): string {
  if (!isObject(content)) return '';
  const title = label.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (_, key: string) =>
    readableText(content[asciiLower(key)], nameOf),
  );
  return title.includes('{{') ? '' : title.trim();
}

function mostTelling(content: JsonValue, nameOf: ReferenceNames): string {
  if (!isObject(content)) return readableText(content, nameOf);
  for (const key of telling) {
    const value = content[key];
    const start = typeof value === 'string' ? value.slice(0, beginning) : value;
    const words = key === 'code' ? codeWords(start) : readableText(start, nameOf);
    if (words !== '') return words;
  }
  return '';
}

/** The first words of a text stand in as many characters, whatever its markup is. */
const beginning = 400;

/** Fields of blocks, Kirby's own and those that many sites have; others may be settings of the design. */
const telling = [
  'title',
  'headline',
  'heading',
  'text',
  'caption',
  'code',
  'alt',
  'image',
  'images',
  'url',
  'src',
  'name',
];
