import { htmlEntities } from '../../kirby/kirbytext/html-entities.ts';
import { anchor, linkTo } from './anchor.ts';
import { tagNote } from './tag-note.ts';
import type { KirbytextContext } from './context.ts';
import { element, isEmpty } from './element.ts';
import type { TagCall, TagRenderer } from './renderer.ts';
import { isUuid, urlTo, uuidUrl } from './url.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * `(link: page://… text: Read on)`. A UUID of nothing leaves its text in a `<span>`, or nothing; an
 * editor is told.
 */
export const link: TagRenderer = (tag, context) => {
  const { value, attribute } = tag;
  const content = { kind: 'text', text: attribute('text') } as const;
  const attributes = {
    class: attribute('class'),
    rel: attribute('rel'),
    role: attribute('role'),
    target: attribute('target'),
    title: attribute('title'),
  };
  const language = attribute('lang');
  if (!isEmpty(language)) {
    const url = languageUrl(value, language, context);
    return url === undefined ? undefined : anchorOrLink(url);
  }
  if (!isUuid(value)) return anchor(value, content, attributes, context);
  const url = uuidUrl(value, context);
  return url === undefined ? withoutTarget(tag, context) : linkTo(url, content, attributes);

  function anchorOrLink(url: string): string | undefined {
    const isSpecial = /^(?:mailto|tel):/.test(url);
    return isSpecial ? anchor(url, content, attributes, context) : linkTo(url, content, attributes);
  }
};

/** The address of a page in another language; of anything else the address it has anyway. */
function languageUrl(
  value: string,
  language: string,
  context: KirbytextContext,
): string | undefined {
  return urlTo(value, { ...context, pageUrl: (page) => context.pageUrl(page, language) });
}

function withoutTarget(
  { source, value, attribute }: TagCall,
  { audience, site }: KirbytextContext,
): string {
  const text = attribute('text') ?? '';
  if (audience === 'editor') {
    if (site?.state !== 'ready') return htmlEntities(text === '' ? source : text);
    return tagNote(text === '' ? source : text, reason(value.startsWith('page'), text === ''));
  }
  return text === '' ? '' : element('span', { class: attribute('class') }, htmlEntities(text));
}

function reason(isPage: boolean, isLost: boolean): string {
  if (isPage) {
    return isLost
      ? say`There is no page with this UUID, so Kirby shows nothing.`
      : say`There is no page with this UUID, so Kirby shows the text without a link.`;
  }
  return isLost
    ? say`There is no file with this UUID, so Kirby shows nothing.`
    : say`There is no file with this UUID, so Kirby shows the text without a link.`;
}
