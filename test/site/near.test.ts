import { describe, expect, test } from 'vitest';
import { distance } from '../../server/src/kirby/text/near.ts';
import type { Model } from '../../server/src/site/site.ts';
import { siteFrom } from '../support/site.ts';

const files = {
  'content/1_article/article.txt': 'Title: Article\n\n----\n\nUuid: articleArticle11',
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Uuid: photoPhotoPhoto1',
  'content/1_article/portrait.jpg': '',
  'content/1_article/plan.pdf': '',
  'content/logo.svg': '',
  'content/2_blog/3_first-post/post.txt': 'Title: First',
};

async function near(reference: string): Promise<readonly string[]> {
  const site = await siteFrom(files);
  const page = site.page('article');
  const from: Model = page === undefined ? { kind: 'site' } : { kind: 'page', page };
  const found = site.resolveFile(reference, from);
  return found.status === 'missing' ? found.near.map(({ id }) => id) : [found.status];
}

describe('files that may have been meant', () => {
  test.each([
    ['phto.jpg', ['article/photo.jpg']],
    ['photo.jpeg', ['article/photo.jpg']],
    ['Photo.png', ['article/photo.jpg']],
    ['loog.svg', ['logo.svg']],
    ['article/potrait.jpg', ['article/portrait.jpg']],
    ['file://photoPhotoPhtoo1', ['article/photo.jpg']],
    ['file://PHOTOPHOTOPHOTO1', ['article/photo.jpg']],
    ['file://somethingElse000', []],
    ['a.jpg', []],
    ['plan.jpg', ['article/plan.pdf']],
    ['paln.jpg', []],
  ])('%s', async (reference, expected) => {
    expect(await near(reference)).toEqual(expected);
  });
});

describe('pages that may have been meant', () => {
  test.each([
    ['blog/frist-post', ['blog/first-post']],
    ['first-post', ['blog/first-post']],
    ['page://articleArticl11', ['article']],
    ['nothing-like-it', []],
  ])('%s', async (reference, expected) => {
    const site = await siteFrom(files);
    const found = site.resolvePage(reference, { kind: 'site' });
    expect(found.status === 'missing' ? found.near.map(({ id }) => id) : found.status).toEqual(
      expected,
    );
  });
});

test.each([
  ['photo', 'photo', 0],
  ['phto', 'photo', 1],
  ['ohpto', 'photo', 2],
  ['phtoo', 'photo', 1],
  ['', 'ab', 2],
  ['abc', 'xyz', undefined],
  ['a', 'abcd', undefined],
])('%s and %s are %s slips apart', (a, b, expected) => {
  expect(distance(a, b, 2)).toBe(expected);
});
