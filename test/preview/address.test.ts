import { describe, expect, it } from 'vitest';
import { addressOf } from '../../server/src/preview/address.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { siteFrom } from '../support/site.ts';

const site = await siteFrom({
  'content/1_article/article.txt': 'Title: A\n\n----\n\nUuid: pageA',
  'content/1_article/a b#.jpg': '',
  'content/1_article/a b#.jpg.txt': 'Uuid: fileA',
});
const context = renderContext({ site, audience: 'page', baseUrl: '/base/' });

describe('addressOf', () => {
  it.each([
    ['page://pageA', '/base/article'],
    ['page://pageA?x=1#y', '/base/article'],
    ['page://nobody', undefined],
    ['file://fileA', 'content/1_article/a%20b%23.jpg'],
    ['file://nobody', undefined],
    ['https://example.org/x', 'https://example.org/x'],
    ['//example.org', '//example.org'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['tel:123', 'tel:123'],
    ['#top', '#top'],
    ['./x', './x'],
    ['../x', '../x'],
    ['/x', '/base/x'],
    ['blog/post', '/base/blog/post'],
    ['www.example.org', '/base/www.example.org'],
    ['javascript:alert(1)', '/base/javascript:alert(1)'],
    ['JavaScript://x%0aalert(1)', '/base/JavaScript://x%0aalert(1)'],
    ['/', '/base/'],
  ])('of %s is %s', (target, address) => {
    expect(addressOf(target, context)).toBe(address);
  });

  it('knows no UUIDs outside of a site', () => {
    expect(addressOf('page://pageA', renderContext({ audience: 'page' }))).toBeUndefined();
  });
});
