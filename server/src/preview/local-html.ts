import { decodeEntities } from '../kirby/html/entities.ts';
import { remoteImage } from './image.ts';
import { isRemote } from './placeholder.ts';

/**
 * HTML of an author without images from other hosts: a box that names the host stands in their
 * place. No request leaves the machine unless the author allows it; the page's policy makes sure of it, this makes it look right.
 */
export function withoutRemoteImages(html: string): string {
  if (!html.includes('//') || !/<img/i.test(html)) return html;
  return html.replace(/<img\b[^>]{0,4000}>/gi, (tag) => {
    const address = valueIn(tag, source);
    return isRemote(address) ? remoteImage(address, valueIn(tag, alt)).html : tag;
  });
}

const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

function valueIn(tag: string, attribute: RegExp): string {
  const [, double, single, bare] = attribute.exec(tag) ?? [];
  return decodeEntities(double ?? single ?? bare ?? '');
}
