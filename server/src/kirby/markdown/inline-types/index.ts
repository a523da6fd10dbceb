import type { InlineType } from '../inline-text.ts';
import { angleLink } from './angle-link.ts';
import { code } from './code.ts';
import { emphasis } from './emphasis.ts';
import { entity } from './entity.ts';
import { escape } from './escape.ts';
import { footnoteMarker } from './footnote-marker.ts';
import { image } from './image.ts';
import { link } from './link.ts';
import { markup } from './markup.ts';
import { strikethrough } from './strikethrough.ts';
import { url } from './url.ts';

/** What a character may begin, in the order in which it is tried. */
export const inlineTypes: Readonly<Record<string, readonly InlineType[]>> = {
  '!': [image],
  '&': [entity],
  '*': [emphasis],
  ':': [url],
  '<': [angleLink, markup],
  '[': [footnoteMarker, link],
  _: [emphasis],
  '`': [code],
  '~': [strikethrough],
  '\\': [escape],
};

/** The characters above. */
export const markers = /[!*_&[:<`~\\]/g;
