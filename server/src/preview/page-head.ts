import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { drawContext } from './block-fragment.ts';
import { contentValue } from './content-value.ts';
import { drawField } from './fields/index.ts';
import { mentionedFiles } from './files.ts';
import { html, type Html, type HtmlPart, raw } from './html.ts';
import { missingImage } from './image.ts';
import { labelOf } from './label.ts';
import type { RenderContext } from './model.ts';

/** What a field is to the head of a page. */
export type HeadRole = 'cover' | 'title' | 'intro' | 'date' | 'tags';

/** In the order in which they stand there. */
export const headRoles: readonly HeadRole[] = ['cover', 'title', 'intro', 'date', 'tags'];

const wellKnown = new Map<string, HeadRole>(
  (
    [
      ['title', ['title']],
      [
        'cover',
        ['cover', 'image', 'photo', 'picture', 'banner', 'hero', 'couverture', 'titelbild'],
      ],
      [
        'intro',
        [
          'intro',
          'introduction',
          'hat',
          'chapo',
          'chapeau',
          'lead',
          'teaser',
          'standfirst',
          'subtitle',
          'subheading',
          'subheadline',
          'description',
          'excerpt',
          'summary',
        ],
      ],
      ['date', ['date', 'published', 'publishedat', 'published_at']],
      ['tags', ['tags', 'keywords', 'categories', 'category', 'topics']],
    ] as const
  ).flatMap(([role, names]) => names.map((name): [string, HeadRole] => [name, role])),
);

const typesOfRole: Readonly<Record<HeadRole, readonly string[]>> = {
  cover: ['files'],
  title: ['text', 'textarea', 'writer', 'slug'],
  intro: ['text', 'textarea', 'writer', 'markdown'],
  date: ['date', 'time', 'text'],
  tags: ['tags', 'multiselect', 'checkboxes', 'select', 'radio', 'toggles', 'text'],
};

/**
 * What a field is to the head: by its well-known name, if its type in the blueprint suits; of the
 * fields that a blueprint knows also the date and the tags under any name.
 */
export function headRole(
  name: string,
  definition: FieldDefinition | undefined,
): HeadRole | undefined {
  const role = wellKnown.get(name);
  if (definition === undefined) return role;
  if (role !== undefined && typesOfRole[role].includes(definition.type)) return role;
  return definition.type === 'date' || definition.type === 'tags' ? definition.type : undefined;
}

/** What is shown in the head: a text that is not empty. */
export interface HeadText {
  readonly role: HeadRole;
  /** The field, as Kirby keys it. */
  readonly name: string;
  readonly text: string;
  /** Why the text is not the file's own; `undefined` where it is. */
  readonly note: string | undefined;
}

/** The HTML of a field in the head. */
export function headHtml(
  { role, name, text, note }: HeadText,
  definition: FieldDefinition | undefined,
  key: string,
  context: RenderContext,
): Html {
  const classNames = `${classes[role]}${note === undefined ? '' : ' kirby-fallback'}`;
  const title = note !== undefined && html` title="${note}"`;
  // A heading says itself what it is; of a picture or a date nobody would hear it.
  const label =
    role !== 'title' && html` role="group" aria-label="${definition?.label ?? labelOf(name)}"`;
  const { tag, inner } = headParts(role, text, definition, context);
  return html`<${tag} class="${classNames}" data-key="${key}" tabindex="0"${label}${title}>${inner}</${tag}>`;
}

const classes: Readonly<Record<HeadRole, string>> = {
  title: 'kirby-title',
  cover: 'kirby-cover',
  intro: 'kirby-intro',
  date: 'kirby-date',
  tags: 'kirby-page-tags',
};

function headParts(
  role: HeadRole,
  text: string,
  definition: FieldDefinition | undefined,
  context: RenderContext,
): { readonly tag: Html; readonly inner: HtmlPart } {
  const drawing = drawContext(context);
  switch (role) {
    case 'title':
      return { tag: raw('h1'), inner: text };
    case 'cover':
      return { tag: raw('figure'), inner: cover(text, context) };
    case 'intro':
      return { tag: raw('section'), inner: drawField(contentValue(text), definition, drawing) };
    case 'date':
      return { tag: raw('p'), inner: html`<time datetime="${text}">${text}</time>` };
    case 'tags':
      return {
        tag: raw('section'),
        inner: drawField(contentValue(text), definition, drawing, 'tags'),
      };
  }
}

function cover(text: string, context: RenderContext): readonly Html[] | string {
  const files = mentionedFiles(contentValue(text), context);
  if (files === undefined || files.length === 0) return text;
  return files.map((mentioned) => {
    if (mentioned.resolution.status !== 'found') return missingImage(mentioned);
    const { file } = mentioned.resolution;
    return html`<img
      src="${context.fileUrl(file)}"
      alt="${context.metadata(file)['alt'] ?? ''}"
    />`;
  });
}
