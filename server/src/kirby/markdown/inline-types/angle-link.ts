import { anchor } from './anchor.ts';
import type { InlineType } from '../inline-text.ts';

const address = /<(\w+:\/\/[^ >]+)>/y;
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const email = new RegExp(
  String.raw`<((mailto:)?[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(?:\.${label})*)>`,
  'iy',
);

/** `<https://example.org>`, `<me@example.org>` */
export const angleLink: InlineType = ({ text, run }, at) => {
  address.lastIndex = at;
  const [whole = '', target] = address.exec(text) ?? [];
  if (target !== undefined) {
    return { start: at, end: at + whole.length, html: anchor(target, target, run.options.safe) };
  }
  email.lastIndex = at;
  const [mail = '', recipient, scheme] = email.exec(text) ?? [];
  if (recipient === undefined) return undefined;
  const href = scheme === undefined ? `mailto:${recipient}` : recipient;
  return { start: at, end: at + mail.length, html: anchor(href, recipient, run.options.safe) };
};
