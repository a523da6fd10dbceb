import { phpDate } from '../../kirby/kirbytext/php-date.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { escapeHtml } from '../html.ts';
import type { TagRenderer } from './renderer.ts';
import { tagNote } from './tag-note.ts';
import { say } from '../../kirby/text/say.ts';

/** `(date: d.m.Y)`, `(date: year)`: today's date. */
export const date: TagRenderer = ({ source, value }, { audience, options }) => {
  const format = asciiLower(value) === 'year' ? 'Y' : value;
  const text = phpDate(format, options?.now);
  if (text !== undefined) return escapeHtml(text);
  return audience === 'page' ? undefined : tagNote(source, say`Kirby shows today's date here.`);
};
