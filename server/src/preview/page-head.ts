import type { Field } from '../kirby/content/document.ts';
import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { contentValue } from './content-value.ts';
import { drawField } from './fields/index.ts';
import { mentionedFiles } from './files.ts';
import { html, type Html } from './html.ts';
import { missingImage } from './image.ts';
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

/** The HTML of a field in the head. `text` is its value, never empty. */
export function headHtml(
  role: HeadRole,
  { value: { text } }: Field,
  definition: FieldDefinition | undefined,
  key: string,
  context: RenderContext,
): Html {
  switch (role) {
    case 'title':
      return html`<h1 class="kirby-title" data-key="${key}" tabindex="0">${text}</h1>`;
    case 'cover':
      return html`<figure class="kirby-cover" data-key="${key}" tabindex="0">
        ${cover(text, context)}
      </figure>`;
    case 'intro': {
      const inner = drawField(contentValue(text), definition, context);
      return html`<section class="kirby-intro" data-key="${key}" tabindex="0">${inner}</section>`;
    }
    case 'date':
      return html`<p class="kirby-date" data-key="${key}" tabindex="0">
        <time datetime="${text}">${text}</time>
      </p>`;
    case 'tags': {
      const inner = drawField(contentValue(text), definition, context, 'tags');
      return html`<section class="kirby-page-tags" data-key="${key}" tabindex="0">
        ${inner}
      </section>`;
    }
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
