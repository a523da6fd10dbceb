import { htmlReferences } from '../html/scan.ts';
import { codeIn } from '../kirbytext/in-code.ts';
import type { KirbyTag } from '../kirbytext/tags.ts';
import { plainText } from '../text/mapped-text.ts';
import { contains, type Span } from '../text/span.ts';

/** An address of the web that begins with its host. */
export interface BareHost {
  /** `www.example.com/about` */
  readonly address: string;
  readonly span: Span;
}

/** Endings of hosts that are none of files. */
const endings = 'com|org|net|edu|gov|info|eu|de|at|ch|fr|be|nl|it|es|pt|uk|ie|dk|se|no|fi|cz';
const host = `(?:www\\.[a-z\\d-]+(?:\\.[a-z\\d-]+)*\\.[a-z]{2,}|(?:[a-z\\d-]+\\.)+(?:${endings}))`;
const bare = new RegExp(`^${host}(?:[/:?#]|$)`, 'i');
/** A host where an address begins; this is looked for with each key. */
const likely = new RegExp(`(?:\\blink:\\s*|\\]\\(|\\bhref\\s*=\\s*["']?\\s*)${host}`, 'i');
const markdown = /(?<![!\\])\[[^[\]\n]*\]\(([^\s()]+)/g;

/** A quick look: whether a link of a text may begin with a host. Most texts have none, and are read no further. */
export function mayHaveBareHost(text: string): boolean {
  return likely.test(text);
}

/**
 * Links to a host without its `https://`, in tags, Markdown and HTML. Kirby and browsers take it for a path on
 * the site itself (`Kirby\Http\Url::to()`).
 *
 * @param tags of the text, where it may have some; HTML of the writer has none, and no Markdown
 */
export function bareHosts(text: string, tags?: readonly KirbyTag[]): readonly BareHost[] {
  const inTags = tags?.flatMap(addressesIn) ?? [];
  const inHtml = htmlReferences(plainText(text, 0)).flatMap(({ tag, attribute, value, span }) =>
    tag === 'a' && attribute === 'href' ? [{ address: value, span }] : [],
  );
  const inMarkdown = tags === undefined ? [] : markdownLinks(text, tags);
  return [...inTags, ...inHtml, ...inMarkdown].filter(({ address }) => bare.test(address));
}

function addressesIn({ type, value, attributes }: KirbyTag): readonly BareHost[] {
  const links = attributes
    .filter(({ name }) => name === 'link')
    .map((attribute) => ({ address: attribute.value, span: attribute.valueSpan }));
  return type === 'link' ? [{ address: value.text, span: value.span }, ...links] : links;
}

function markdownLinks(text: string, tags: readonly KirbyTag[]): readonly BareHost[] {
  if (!text.includes('](')) return [];
  const isCode = codeIn(text);
  return [...text.matchAll(markdown)].flatMap(({ 0: all, 1: address = '', index }) => {
    const end = index + all.length;
    const span = { start: end - address.length, end };
    const isInTag = tags.some((tag) => contains(tag.span, span));
    return isInTag || isCode(index) ? [] : [{ address, span }];
  });
}
