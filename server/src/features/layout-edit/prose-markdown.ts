import { parsedown } from '../../kirby/markdown/parsedown.ts';
import { paragraphsOf, type Prose } from './prose-html.ts';

const options = { breaks: true, extra: false, safe: false };
const kirbyTag = /\([a-z][\w-]*:/iu;

/** The paragraphs of Markdown as HTML; `undefined` where there is more, or KirbyTags. */
export function paragraphsOfMarkdown(text: string): Prose | undefined {
  if (kirbyTag.test(text)) return undefined;
  const html = parsedown(text, options)
    .replace(/\n/gu, '')
    .replace(/<br \/>/gu, '<br>');
  return paragraphsOf(html);
}

/** Markdown that Kirby renders as the same text; where there is none, HTML, which Markdown may hold. */
export function markdownOf(prose: Prose): string {
  const { kind, paragraphs, isNumbered, level } = prose;
  const lines = paragraphs.map((html) => ({ html, text: inlineMarkdown(html) }));
  const isFaithful = lines.every(({ html, text }) => isSame(text, html));
  if (!isFaithful) return paragraphs.map((html) => `<p>${html}</p>`).join('\n\n');
  const texts = lines.map(({ text }) => text);
  switch (kind) {
    case 'list':
      return texts
        .map((text, index) => `${isNumbered ? `${String(index + 1)}.` : '-'} ${text}`)
        .join('\n');
    case 'quote':
      return texts.map((text) => text.replace(/^/gmu, '> ')).join('\n>\n');
    case 'heading': {
      const [text = ''] = texts;
      return `${'#'.repeat(Number(/^h([1-6])$/u.exec(level ?? '')?.[1] ?? 2))} ${text}`;
    }
    case 'paragraphs':
      return texts.join('\n\n');
  }
}

function isSame(markdown: string, html: string): boolean {
  return normal(parsedown(markdown, options)) === normal(`<p>${html}</p>`);
}

function normal(html: string): string {
  return html
    .replace(/<(\/?)b>/gu, '<$1strong>')
    .replace(/<(\/?)i>/gu, '<$1em>')
    .replace(/<br\s*\/?>\n?/gu, '<br>')
    .trim();
}

function inlineMarkdown(html: string): string {
  return html
    .split(/(<[^>]*>)/u)
    .map((part) => (part.startsWith('<') ? part : part.replace(/[\\*_`[\]]/gu, '\\$&')))
    .join('')
    .replace(/<\/?(?:strong|b)>/gu, '**')
    .replace(/<\/?(?:em|i)>/gu, '*')
    .replace(/<br\s*\/?>/gu, '\n')
    .replace(/<a href="([^"\s()]*)">([^<]*)<\/a>/gu, '[$2]($1)')
    .trim();
}
