import type { ContentDocument } from '../../kirby/content/document.ts';
import { parseContent } from '../../kirby/content/parse.ts';
import { styleOf } from '../../kirby/json/style-of.ts';
import { unicodeEscape } from '../../kirby/json/style.ts';
import { applied, type TextEdit } from '../../kirby/json/text-edit.ts';
import { contains } from '../../kirby/text/span.ts';
import { jsonFields } from '../../site/json-fields.ts';
import type { FileMentions } from '../../site/mentions/find.ts';
import { namesOf, type Mention } from '../../site/mentions/mentions.ts';
import type { ContentFile, Site } from '../../site/site.ts';
import type { Move } from './move.ts';
import { newName } from './new-name.ts';

/**
 * The edits that let the mentions of a content file follow some moves, each as small as it can be and
 * written as its surroundings are.
 *
 * @returns `refused` where the file would then say something else than is meant: nothing is to be
 *   changed in it
 */
export function mentionEdits(
  site: Site,
  { file, document, mentions }: FileMentions,
  moves: readonly Move[],
): readonly TextEdit[] | 'refused' {
  const renamed = new Map<Mention, string>();
  for (const mention of mentions) {
    const found = newName(site, mention, file, moves);
    if (found === 'hidden') return 'refused';
    if (found !== undefined) renamed.set(mention, found.name);
  }
  if (renamed.size === 0) return [];
  const edits = [...renamed].map(([mention, name]) => ({
    span: mention.span,
    text: inStyle(site, file, document, mention, written(document, mention, name)),
  }));
  return isAsMeant(site, file, document, renamed, edits) ? edits : 'refused';
}

/** A name in JSON has letters beyond ASCII as the JSON around it has them: `h\u00fcgel.jpg`. */
function inStyle(
  site: Site,
  file: ContentFile,
  document: ContentDocument,
  { span }: Mention,
  name: string,
): string {
  if (!/[\u0080-\uffff]/.test(name)) return name;
  const json = jsonFields(document, site, file).find(({ field }) =>
    contains(field.valueSpan, span),
  );
  const style = json && styleOf(json.field.value.text);
  if (style?.escapesUnicode !== true) return name;
  return name.replace(/[\u0080-\uffff]/g, (character) => unicodeEscape(character, style));
}

/** The name as it has to be written in the place of another one. */
function written(document: ContentDocument, mention: Mention, name: string): string {
  if (!name.includes('/')) return name;
  const { start, end } = mention.span;
  const [own] = slashesIn(document.text.slice(start, end));
  return name.replaceAll('/', own ?? slashAround(document, mention));
}

/**
 * The slash as the field writes it. JSON in JSON has more backslashes before it, which outside of that
 * string would say something else.
 */
function slashAround({ text, fields }: ContentDocument, { span, name }: Mention): string {
  const start = name?.source.toSource({ start: 0, end: 1 }).start ?? span.start;
  if (text[start - 1] !== '"') return '/';
  const escapes = /\\*$/.exec(text.slice(0, start - 1))?.[0].length ?? 0;
  const field = fields.find(({ valueSpan }) => valueSpan.start <= start && start <= valueSpan.end);
  const slashes = field === undefined ? [] : slashesIn(field.value.text);
  return slashes.find(({ length }) => length - 1 <= 2 * escapes + 1) ?? '/';
}

/** The slashes of a text with the backslashes before each. */
function slashesIn(text: string): readonly string[] {
  return text.match(/\\*\//g) ?? [];
}

/** Whether the file mentions the same as before, but for the new names. */
function isAsMeant(
  site: Site,
  file: ContentFile,
  document: ContentDocument,
  renamed: ReadonlyMap<Mention, string>,
  edits: readonly TextEdit[],
): boolean {
  const result = applied(document.text, edits);
  if (result === undefined) return false;
  const news = new Map([...renamed].map(([{ span }, name]) => [span.start, name]));
  const expected = namesOf(document, site, file).map(
    ({ name, span }) => news.get(span.start) ?? name,
  );
  const found = namesOf(parseContent(result), site, file).map(({ name }) => name);
  return found.length === expected.length && found.every((name, at) => name === expected[at]);
}
