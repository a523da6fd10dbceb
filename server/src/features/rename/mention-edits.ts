import type { ContentDocument } from '../../kirby/content/document.ts';
import { parseContent } from '../../kirby/content/parse.ts';
import { applied, type TextEdit } from '../../kirby/json/text-edit.ts';
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
    const name = newName(site, mention, file, moves);
    if (name !== undefined) renamed.set(mention, name);
  }
  if (renamed.size === 0) return [];
  const edits = [...renamed].map(([mention, name]) => ({
    span: mention.span,
    text: written(document, mention, name),
  }));
  return isAsMeant(site, file, document, renamed, edits) ? edits : 'refused';
}

/** The name as it has to be written in the place of another one. */
function written({ text, fields }: ContentDocument, mention: Mention, name: string): string {
  const { span } = mention;
  const old = text.slice(span.start, span.end);
  const field = fields.find(
    ({ valueSpan }) => valueSpan.start <= span.start && span.end <= valueSpan.end,
  );
  const value = field === undefined ? old : text.slice(field.valueSpan.start, field.valueSpan.end);
  return name.replaceAll('/', slashIn(old) ?? slashIn(value) ?? '/');
}

/** The slash as a text writes it: with as many backslashes before it as JSON in JSON has. */
function slashIn(text: string): string | undefined {
  return /\\*\//.exec(text)?.[0];
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
