import { isEmptyText, paragraphsOf, type Prose } from './prose-html.ts';
import { markdownOf, paragraphsOfMarkdown } from './prose-markdown.ts';
import type { JsonObject } from '../../kirby/json/value.ts';

export type { Prose } from './prose-html.ts';

/** Kirby's own blocks that hold a text and little else. */
export const proseTypes = ['text', 'heading', 'quote', 'list', 'markdown'] as const;
export type ProseType = (typeof proseTypes)[number];

/** The paragraphs of a block; `undefined` where it holds more than paragraphs or the items of a list. */
export function proseOf(type: string, content: JsonObject): Prose | undefined {
  const { text, citation, level } = content;
  if (typeof text !== 'string') return undefined;
  const prose = type === 'markdown' ? paragraphsOfMarkdown(text) : paragraphsOf(text);
  const source = typeof citation === 'string' && !isEmptyText(citation) ? [citation] : [];
  if (prose === undefined) return undefined;
  return {
    ...prose,
    paragraphs: [...prose.paragraphs, ...source],
    level: typeof level === 'string' ? level : prose.level,
    kind: type === 'quote' ? 'quote' : type === 'heading' ? 'heading' : prose.kind,
  };
}

/** The text of a block of another type. */
export function proseText(type: ProseType, prose: Prose): string {
  const { paragraphs, isNumbered } = prose;
  switch (type) {
    case 'text':
      return paragraphs.map((one) => `<p>${one}</p>`).join('');
    case 'heading':
    case 'quote':
      return paragraphs.join('<br>');
    case 'list': {
      const name = isNumbered ? 'ol' : 'ul';
      return `<${name}>${paragraphs.map((one) => `<li>${one}</li>`).join('')}</${name}>`;
    }
    case 'markdown':
      return markdownOf(prose);
  }
}
