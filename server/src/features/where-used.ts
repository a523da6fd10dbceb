import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { nameBehindMark } from '../kirby/content/parse.ts';
import { contains, type Span } from '../kirby/text/span.ts';
import { definitionOf } from '../site/json-fields.ts';
import type { Mention } from '../site/mentions/mentions.ts';
import type { ContentFile, Model, Site } from '../site/site.ts';
import { userWithId } from '../site/users.ts';
import { mentionExcerpt } from './mention-excerpt.ts';
import { say } from '../kirby/text/say.ts';

/** A place that mentions something, as a list shows it. */
export interface UsePlace {
  readonly span: Span;
  /** What the Panel calls the field: `Text`. */
  readonly field: string;
  /** Where in the field it stands, and the words around it (`mentionExcerpt()`). */
  readonly excerpt: string;
}

/** How a mention is shown to somebody who looks for it. */
export function usePlace(
  site: Site,
  file: ContentFile,
  document: ContentDocument,
  { span }: Mention,
): UsePlace {
  const field = document.fields.find(({ valueSpan }) => contains(valueSpan, span));
  if (field === undefined) return { span, field: '', excerpt: '' };
  return {
    span,
    field: labelOf(site, file, document.text, field),
    excerpt: mentionExcerpt({ document, site, file }, field, span),
  };
}

/** What a content file is called in a list: the title of its page, with the file that it is about. */
export function contentTitle(site: Site, model: Model): string {
  switch (model.kind) {
    case 'site':
      return say`Site`;
    case 'user': {
      const user = userWithId(site, model.id);
      return user?.name ?? user?.email ?? model.id;
    }
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
  return definition?.label ?? nameBehindMark(text.slice(nameSpan.start, nameSpan.end)).trim();
}
