import { attributesText, safeAddress } from '../escape.ts';
import type { InlineType } from '../inline-text.ts';
import { linkTarget } from './link-target.ts';

/** `![alternative text](address "title")`; also inside a link. */
export const image: InlineType = (source, at) => {
  const target = source.text.charAt(at + 1) === '[' ? linkTarget(source, at + 1) : undefined;
  if (target === undefined) return undefined;
  const src = source.run.options.safe ? safeAddress(target.address) : target.address;
  const attributes = attributesText([['src', src], ['alt', target.text], ...target.attributes]);
  return { start: at, end: target.end, html: `<img${attributes} />` };
};
