import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { contains, type Span } from '../kirby/text/span.ts';
import { definitionOf } from '../site/json-fields.ts';
import type { Mention } from '../site/mentions/mentions.ts';
import type { ContentFile, Model, Site } from '../site/site.ts';
import { say } from '../kirby/text/say.ts';

/** A place that mentions something, as a list shows it. */
export interface UsePlace {
  readonly span: Span;
  /** What the Panel calls the field: `Text`. */
  readonly field: string;
  /** The text around the mention, on one line. */
  readonly excerpt: string;
}

/** How a mention is shown to somebody who looks for it. */
export function usePlace(
  site: Site,
  file: ContentFile,
  { text, fields }: ContentDocument,
  { span }: Mention,
): UsePlace {
  const field = fields.find(({ valueSpan }) => contains(valueSpan, span));
  return {
    span,
    field: field === undefined ? '' : labelOf(site, file, text, field),
    excerpt: excerptAt(text, field?.valueSpan ?? span, span),
  };
}

/** What a content file is called in a list: the title of its page, with the file that it is about. */
export function contentTitle(model: Model): string {
  switch (model.kind) {
    case 'site':
      return say`Site`;
    case 'user':
      return model.id;
    case 'file':
      return model.file.id;
    case 'page':
      return model.page.title ?? model.page.slug;
  }
}

function labelOf(
  site: Site,
  { model }: ContentFile,
  text: string,
  { name, nameSpan }: Field,
): string {
  const fields = site.blueprints.of(model)?.fields;
  const definition = fields && definitionOf(fields, name);
  return definition?.label ?? text.slice(nameSpan.start, nameSpan.end).trim();
}

/** Characters before and behind a mention. */
const BEFORE = 30;
const BEHIND = 50;

/** Markup is as readable here as anywhere; blanks and line breaks are not. */
function excerptAt(text: string, within: Span, { start, end }: Span): string {
  const from = Math.max(within.start, start - BEFORE);
  const to = Math.min(within.end, end + BEHIND);
  const excerpt = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > within.start ? '…' : ''}${excerpt}${to < within.end ? '…' : ''}`;
}
