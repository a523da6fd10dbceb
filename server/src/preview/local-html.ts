import { decodeEntities } from '../kirby/html/entities.ts';
import { remoteImage } from './image.ts';
import { isRemote } from './placeholder.ts';

/**
 * HTML of an author without images from other hosts: a box that names the host stands in their
 * place. No request leaves the machine unless the author allows it; the page's policy makes sure of it, this makes it look right.
 */
export function withoutRemoteImages(html: string): string {
  if (!html.includes('//') || !/<img/i.test(html)) return html;
  let result = '';
  let at = 0;
  for (const { index } of html.matchAll(/<img\b/gi)) {
    const end = index < at ? undefined : tagEnd(html, index + '<img'.length);
    if (end === undefined) continue;
    const tag = html.slice(index, end);
    const address = valueIn(tag, source);
    if (!isRemote(address)) continue;
    result += html.slice(at, index) + remoteImage(address, valueIn(tag, alt)).html;
    at = end;
  }
  return result + html.slice(at);
}

/** Longer tags are left alone, in characters. */
const LONGEST = 4000;

/** A piece of a tag: a value in quotes may hold a `>`. A `<` outside of one begins another tag. */
const piece = /[^<>=]{1,4000}|=\s{0,99}(?:"[^"]{0,4000}"|'[^']{0,4000}')?/y;

/** The offset behind the `>` of a tag, `start` being somewhere in it. */
function tagEnd(html: string, start: number): number | undefined {
  let at = start;
  while (html.charAt(at) !== '>') {
    piece.lastIndex = at;
    if (at - start > LONGEST || !piece.test(html)) return undefined;
    at = piece.lastIndex;
  }
  return at + 1;
}

const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

function valueIn(tag: string, attribute: RegExp): string {
  const [, double, single, bare] = attribute.exec(tag) ?? [];
  return decodeEntities(double ?? single ?? bare ?? '');
}
