import { inLine } from '../kirby/html/in-line.ts';
import { type HtmlElement, type HtmlNode, parseHtml } from '../kirby/html/tree.ts';
import { attributeOf, parseTags } from '../kirby/kirbytext/tags.ts';
import { parsedown } from '../kirby/markdown/parsedown.ts';
import { code, escapeMarkdown } from './markdown.ts';

/**
 * The help of a field as the Panel shows it, in the Markdown of hovers. It is KirbyText in a blueprint, often with HTML:
 * `Format **Portrait**.<br>Two at most`. Emphasis, code, links and lines are kept; no other element is.
 */
export function helpMarkdown(help: string): string {
  return tidied(inMarkdown(nodesOf(help), marked));
}

/** The same without markup, on one line, for lists that show plain text. */
export function helpText(help: string): string {
  return inMarkdown(nodesOf(help), plain).replace(/\s+/gu, ' ').trim();
}

function nodesOf(help: string): readonly HtmlNode[] {
  const text = withoutTags(help.slice(0, longest));
  return parseHtml(parsedown(text, { breaks: true, extra: false, safe: false }));
}

/** Nobody reads more in a hover, and elements are not nested deeper than this. */
const longest = 2000;

/** The links among KirbyTags as links; Kirby knows more tags, which nobody has in a help. */
function withoutTags(help: string): string {
  const tags = parseTags(help).filter(({ type }) => type === 'link');
  return tags.reduceRight((text, tag) => {
    const { start, end } = tag.span;
    const shown = attributeOf(tag, 'text') ?? tag.value.text;
    return `${text.slice(0, start)}[${shown}](${tag.value.text})${text.slice(end)}`;
  }, help);
}

interface Form {
  readonly text: (text: string) => string;
  /** An element with what is in it. */
  readonly element: (element: HtmlElement, inside: string) => string;
}

function inMarkdown(nodes: readonly HtmlNode[], form: Form): string {
  return nodes
    .map((node) =>
      node.kind === 'text'
        ? form.text(node.text)
        : form.element(node, inMarkdown(node.children, form)),
    )
    .join('');
}

const plain: Form = {
  text: (text) => text,
  element: ({ name }, inside) => {
    if (silent.has(name)) return '';
    return inLine.has(name) ? inside : ` ${inside} `;
  },
};

const marked: Form = {
  text: (text) => escapeMarkdown(text.replace(/\s+/gu, ' ')),
  element: ({ name, attributes, children }, inside) => {
    switch (name) {
      case 'code':
        return inside === '' ? '' : code(inMarkdown(children, plain));
      case 'strong':
      case 'b':
        return around(inside, '**');
      case 'em':
      case 'i':
        return around(inside, '*');
      case 'a': {
        const address = attributes.get('href') ?? '';
        // Other addresses lead to the Panel or the website, which an editor does not know.
        return webAddress.test(address) && inside !== '' ? `[${inside}](<${address}>)` : inside;
      }
      case 'br':
        return '\\\n';
      case 'li':
        return `\n- ${inside.trim()}\n`;
      default:
        if (silent.has(name)) return '';
        return inLine.has(name) ? inside : `\n\n${inside.trim()}\n\n`;
    }
  },
};

const webAddress = /^https?:\/\/[^\s<>\\]+$/iu;

const silent: ReadonlySet<string> = new Set(['script', 'style']);

/** Marks count only where they touch the words; a mark inside of the same one would end it. */
function around(inside: string, mark: string): string {
  const words = inside.trim();
  if (words === '' || /[*\n]/u.test(words.replace(/\\./gu, ''))) return inside;
  const start = inside.indexOf(words);
  return `${inside.slice(0, start)}${mark}${words}${mark}${inside.slice(start + words.length)}`;
}

function tidied(markdown: string): string {
  return markdown
    .replace(/[ \t]+\n/gu, '\n')
    .replace(/(?:\\\n)+(?=\n|$)/gu, '')
    .replace(/\n[ \t]+/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
