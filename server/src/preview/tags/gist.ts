import { htmlEntities } from '../../kirby/kirbytext/html-entities.ts';
import { tagNote } from './tag-note.ts';
import { element } from './element.ts';
import type { TagRenderer } from './renderer.ts';
import { say } from '../../kirby/text/say.ts';

/** `(gist: https://gist.github.com/…)`: a script of GitHub; an editor gets a link to it instead. */
export const gist: TagRenderer = ({ source, value, attribute }, { audience }) => {
  if (!/^https?:\/\/gist\.github\.com(?:[/?#]|$)/.test(value)) {
    const why = say`Only addresses at gist.github.com are shown; Kirby leaves this one out.`;
    return audience === 'page' ? '' : tagNote(source, why);
  }
  if (audience === 'editor') {
    const attributes = { class: 'kirby-gist', href: value, rel: 'noreferrer' };
    return element('a', attributes, htmlEntities(value.replace(/^https?:\/\//, '')));
  }
  const name = attribute('file');
  return element('script', { src: `${value}.js${name === undefined ? '' : `?file=${name}`}` }, '');
};
