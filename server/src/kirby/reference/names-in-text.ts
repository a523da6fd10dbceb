import { htmlReferences } from '../html/scan.ts';
import { type KirbyTag, parseTags, type TagValue } from '../kirbytext/tags.ts';
import { unknownAttributes } from '../kirbytext/unknown-attributes.ts';
import { plainText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';

/** What a text is to its field; it decides whether the whole of it may be a name or an id. */
export type TextUse =
  | 'files'
  | 'pages'
  | 'users'
  /** One address: of a page of the site, or of another site. */
  | 'link'
  /** Prose, with KirbyTags, HTML or Markdown perhaps. */
  | 'text'
  /** No blueprint tells: what has the form of a file's name or of a path may be one. */
  | 'unknown';

/** A name of a file, an id of a page, or the id or address of a user in a text. */
export interface NameInText {
  readonly wanted: 'file' | 'page' | 'user';
  /** What is looked up: `photo.jpg`, `blog/post`, `ana@example.com`. */
  readonly name: string;
  /** The name in the text: of `/blog/post#top` the part `blog/post`. */
  readonly span: Span;
  readonly context: NameContext;
}

export type NameContext =
  /** The whole text, or an item of a list. */
  | 'whole'
  /** In a KirbyTag. */
  | 'tag'
  /** In `href` or `src`. */
  | 'html'
  /** In `[text](address)`. */
  | 'markdown';

/**
 * The names of files, ids of pages and users that a text may mention, UUIDs and permalinks aside, in the
 * order of the text. Whether there is such a one is for the site to say: more is found here
 * than Kirby would look up, never less.
 *
 * Nothing is decoded: Kirby takes the path of a request, and the value of a tag, as they are written
 * (`Kirby\Cms\App::path()` and `resolve()`), so that `/caf%C3%A9` leads to no page called `café`.
 */
export function namesInText(text: string, use: TextUse): readonly NameInText[] {
  const found: NameInText[] = [];
  if (text.includes('(')) addTags(found, text);
  if (text.includes('="') || text.includes("='")) addHtml(found, text);
  if (text.includes('](')) addMarkdown(found, text);
  if (use !== 'text' && text.length <= longestWhole) addWhole(found, text, use);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The path of an entry in a field that chooses files or pages, or of a link. */
const longestWhole = 500;

function addTags(found: NameInText[], text: string): void {
  for (const tag of parseTags(text)) {
    const { type, value, attributes } = tag;
    if (type === 'image' || type === 'file' || type === 'video') {
      // `a.jpg captoin: Hills` is no name; what is wrong with it is the attribute.
      const hasSlip = value.text.includes(':') && unknownAttributes([tag]).length > 0;
      if (!hasSlip) addFile(found, value, 'tag');
    } else if (type === 'link') addPage(found, value, 'tag');
    addAttributes(found, type, attributes);
  }
}

function addAttributes(
  found: NameInText[],
  type: string,
  attributes: KirbyTag['attributes'],
): void {
  for (const { name, value, valueSpan } of attributes) {
    const attribute = { text: value, span: valueSpan };
    // A thumbnail leads to a file, if there is such a one, before it leads to an address.
    if (name === 'link' && type === 'image') {
      const add = fileEnding.test(value) ? addFile : addPage;
      add(found, attribute, 'tag');
    }
    if (name === 'poster' && type === 'video') addFile(found, attribute, 'tag');
    // The caption of an image is KirbyText itself.
    if (name === 'caption' && type === 'image' && value.includes('(')) {
      const inside: NameInText[] = [];
      addTags(inside, value);
      const { start } = valueSpan;
      found.push(
        ...inside.map((one) => ({
          ...one,
          span: { start: start + one.span.start, end: start + one.span.end },
        })),
      );
    }
  }
}

const fileEnding = /\.[A-Za-z0-9]{1,11}$/;

function addHtml(found: NameInText[], text: string): void {
  for (const { value, span, tag } of htmlReferences(plainText(text, 0))) {
    // A character reference in an address: its parts stand elsewhere than they seem to.
    if (tag === 'a' && value.startsWith('/') && value.length === span.end - span.start) {
      addPage(found, { text: value, span }, 'html');
    }
  }
}

const markdownAddress = /\]\(\s{0,10}(\/[^\s)"'<>]{1,500})/g;

function addMarkdown(found: NameInText[], text: string): void {
  for (const { 0: whole, 1: address = '', index } of text.matchAll(markdownAddress)) {
    const end = index + whole.length;
    addPage(found, { text: address, span: { start: end - address.length, end } }, 'markdown');
  }
}

/** One name, or several in a list of YAML that stands in another text. */
function addWhole(found: NameInText[], text: string, use: Exclude<TextUse, 'text'>): void {
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const [marker = ''] = /^\s*(?:- +)*["']?/.exec(line) ?? [];
    const end = line.length - (/["']?\s*$/.exec(line)?.[0].length ?? 0);
    if (end <= marker.length) continue;
    const start = index + marker.length;
    addOne(found, { text: line.slice(marker.length, end), span: { start, end: index + end } }, use);
  }
}

function addOne(found: NameInText[], value: TagValue, use: Exclude<TextUse, 'text'>): void {
  if (use === 'files') addFile(found, value, 'whole');
  else if (use === 'users') addUser(found, value);
  else if (use === 'pages' || use === 'link') addPage(found, value, 'whole');
  else if (looksLikeFile.test(value.text)) addFile(found, value, 'whole');
  else if (looksLikePath.test(value.text)) addPage(found, value, 'whole');
}

const looksLikeFile = /^[^\s:?#<>"'(){}]+\.[A-Za-z0-9]{1,11}$/;
const looksLikePath = /^\/?[^\s:?#<>"'(){}.]+\/[^\s:?#<>"'(){}.]+$/;

function addFile(found: NameInText[], { text, span }: TagValue, context: NameContext): void {
  if (text === '' || !text.includes('.') || isElsewhere(text)) return;
  found.push({ wanted: 'file', name: text, span, context });
}

/** An id or an address, with an at sign before the id perhaps. */
function addUser(found: NameInText[], { text, span }: TagValue): void {
  if (/^@?[^\s:/@]+(?:@[^\s:/@]+)?$/.test(text)) {
    found.push({ wanted: 'user', name: text, span, context: 'whole' });
  }
}

/** Without a slash before it and without what follows the path in an address. */
function addPage(found: NameInText[], { text, span }: TagValue, context: NameContext): void {
  if (isElsewhere(text) || text.startsWith('//')) return;
  const lead = text.startsWith('/') ? 1 : 0;
  const path = /^[^?#]*/.exec(text.slice(lead))?.[0].replace(/\/+$/, '') ?? '';
  if (path === '' || path.startsWith('@') || /[\r\n]/.test(path)) return;
  const start = span.start + lead;
  found.push({ wanted: 'page', name: path, span: { start, end: start + path.length }, context });
}

/** Addresses, UUIDs and permalinks are no names. */
function isElsewhere(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^[#?@]|^\/@\/|^\.\.?\//i.test(text);
}
