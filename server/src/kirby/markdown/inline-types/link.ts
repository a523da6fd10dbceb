import { attributesText, safeAddress } from '../escape.ts';
import type { InlineType } from '../inline-text.ts';
import { linkTarget } from './link-target.ts';

/** `[text](address "title")`; there are no links inside of links. */
export const link: InlineType = (source, at) => {
  const target = source.insideLink ? undefined : linkTarget(source, at);
  if (target === undefined) return undefined;
  const href = source.run.options.safe ? safeAddress(target.address) : target.address;
  const attributes = attributesText([['href', href], ...target.attributes]);
  const html = `<a${attributes}>${source.nested(target.text, true)}</a>`;
  return { start: at, end: target.end, html };
};
