import {
  findElement,
  type HtmlElement,
  type HtmlNode,
  parseHtml,
  textContent,
} from '../html/tree.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { innerMarks, marks } from './parsley-inline.ts';

/**
 * Blocks out of HTML, as Kirby makes them of a Blocks value that is neither JSON nor YAML
 * (`Kirby\Parsley\Parsley` with `Schema\Blocks`). Plain text is HTML, too: it becomes one text block.
 */
export function htmlToBlocks(source: string): readonly JsonObject[] {
  const state: State = { blocks: [], inline: [], captions: new Set() };
  const root: HtmlElement = {
    kind: 'element',
    name: 'div',
    attributes: new Map(),
    children: parseHtml(source),
  };
  parseNode(state, root, []);
  endInline(state);
  return state.blocks;
}

interface State {
  readonly blocks: JsonObject[];
  /** Text and inline elements that wait to become one text block. */
  readonly inline: HtmlNode[];
  /** Captions that went into an image or a video. */
  readonly captions: Set<HtmlElement>;
}

type Ancestors = readonly HtmlElement[];
type BlockParser = (
  element: HtmlElement,
  ancestors: Ancestors,
  state: State,
) => JsonObject | undefined;

const skipped = new Set(['base', 'link', 'meta', 'script', 'style', 'title']);
const wrappers = new Set(['body', 'head', 'html']);

const parsers = new Map<string, BlockParser>([
  ['blockquote', quote],
  ['h1', heading],
  ['h2', heading],
  ['h3', heading],
  ['h4', heading],
  ['h5', heading],
  ['h6', heading],
  ['hr', () => ({ type: 'line' })],
  ['iframe', video],
  ['img', image],
  ['ol', (element) => ({ content: { text: list(element) }, type: 'list' })],
  ['pre', code],
  ['table', (element) => ({ content: { text: outerHtml(element) }, type: 'markdown' })],
  ['ul', (element) => ({ content: { text: list(element) }, type: 'list' })],
]);

function parseNode(state: State, node: HtmlNode, ancestors: Ancestors): void {
  if (isInline(node)) {
    state.inline.push(node);
    return;
  }
  endInline(state);
  if (node.kind === 'text' || state.captions.has(node)) return;
  const parser = parsers.get(node.name);
  if (parser !== undefined) {
    const block = parser(node, ancestors, state);
    if (block !== undefined) state.blocks.push(block);
    return;
  }
  if (!containsBlock(node)) {
    if (skipped.has(node.name)) return;
    if (!wrappers.has(node.name)) {
      addText(state, textBlockOf(node));
      return;
    }
  }
  const inner = [...ancestors, node];
  for (const child of node.children) parseNode(state, child, inner);
}

function isInline(node: HtmlNode): boolean {
  if (node.kind === 'text' || node.name === 'span') return true;
  return node.name !== 'p' && marks.has(node.name) && !containsBlock(node);
}

function containsBlock(element: HtmlElement): boolean {
  return element.children.some(
    (child) => child.kind === 'element' && (parsers.has(child.name) || containsBlock(child)),
  );
}

function endInline(state: State): void {
  const text = phpTrim(state.inline.map((node) => innerMarks([node])).join(' '));
  state.inline.length = 0;
  if (text !== '') addText(state, `<p>${text}</p>`);
}

function textBlockOf(element: HtmlElement): string {
  const inner = innerMarks([element]);
  return inner.includes('<p>') ? inner : `<p>${inner}</p>`;
}

/** Neighbouring texts become one block. */
function addText(state: State, text: string): void {
  const before = state.blocks.at(-1);
  const content = before?.['type'] === 'text' ? before['content'] : undefined;
  const textBefore = isObject(content) ? content['text'] : undefined;
  if (typeof textBefore === 'string') state.blocks.pop();
  state.blocks.push(textBlock(typeof textBefore === 'string' ? `${textBefore} ${text}` : text));
}

function textBlock(text: string): JsonObject {
  return { content: { text }, type: 'text' };
}

function quote(element: HtmlElement): JsonObject {
  const text = element.children
    .map((child) => {
      if (child.kind === 'text') return phpTrim(child.text);
      return child.name === 'footer' ? '' : innerMarks([child]);
    })
    .join('');
  const footer = findElement(element.children, 'footer');
  const citation = footer === undefined ? null : innerMarks([footer]);
  return { content: { citation, text }, type: 'quote' };
}

function heading(element: HtmlElement): JsonObject {
  const id = element.attributes.get('id') ?? '';
  const content = { level: element.name, text: innerMarks([element]) };
  return { content: id === '' ? content : { id, ...content }, type: 'heading' };
}

function code(element: HtmlElement): JsonObject {
  const classes = findElement([element], 'code')?.attributes.get('class') ?? '';
  const language = classes.split(' ').find((name) => name.includes('language-'));
  return {
    content: {
      code: phpTrim(textContent(element)),
      language: language?.replaceAll('language-', '') ?? 'text',
    },
    type: 'code',
  };
}

function image(element: HtmlElement, ancestors: Ancestors, state: State): JsonObject {
  const link = ancestors.find(({ name }) => name === 'a')?.attributes.get('href') ?? null;
  return {
    content: {
      alt: element.attributes.get('alt') ?? null,
      caption: captionFrom(ancestors, state),
      link: link !== null && /^\s*(?:javascript|vbscript|data):/i.test(link) ? null : link,
      location: 'web',
      src: element.attributes.get('src') ?? null,
    },
    type: 'image',
  };
}

const embeds: readonly (readonly [RegExp, string])[] = [
  [/player\.vimeo\.com\/video\/(\d+)/i, 'https://vimeo.com/'],
  [/youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/, 'https://youtube.com/watch?v='],
];

function video(element: HtmlElement, ancestors: Ancestors, state: State): JsonObject | undefined {
  const source = element.attributes.get('src') ?? '';
  for (const [pattern, address] of embeds) {
    const id = pattern.exec(source)?.[1];
    if (id === undefined) continue;
    return {
      content: { caption: captionFrom(ancestors, state), url: address + id },
      type: 'video',
    };
  }
  return undefined;
}

/** The caption of the figure around, which is not read a second time. */
function captionFrom(ancestors: Ancestors, state: State): string | null {
  const figure = ancestors.findLast(({ name }) => name === 'figure');
  const caption = figure === undefined ? undefined : findElement(figure.children, 'figcaption');
  if (caption === undefined) return null;
  state.captions.add(caption);
  return innerMarks([caption]);
}

function list(element: HtmlElement): string {
  const items = element.children.map((child) =>
    child.kind === 'element' && child.name === 'li' ? `<li>${phpTrim(listItem(child))}</li>` : '',
  );
  return `<${element.name}>${items.join('')}</${element.name}>`;
}

function listItem(item: HtmlElement): string {
  return item.children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      return child.name === 'ul' || child.name === 'ol' ? list(child) : innerMarks([child]);
    })
    .join('');
}

function outerHtml(node: HtmlNode): string {
  if (node.kind === 'text') return escape(node.text);
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.children.map(outerHtml).join('')}</${node.name}>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
