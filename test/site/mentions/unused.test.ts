import { expect, test } from 'vitest';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { keysOutside, unusedFiles } from '../../../server/src/site/mentions/unused.ts';
import type { LiveSite } from '../../../server/src/site/open-site.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { liveSiteFrom, type SiteFiles } from '../../support/site.ts';

const files: SiteFiles = {
  'content/1_article/by-uuid.jpg': '',
  'content/1_article/by-uuid.jpg.txt': 'Uuid: byUuidByUuid0001',
  'content/1_article/by-name.jpg': '',
  'content/1_article/from-elsewhere.pdf': '',
  'content/1_article/lonely.jpg': '',
  'content/1_article/lonely.jpg.txt': 'Uuid: lonelyLonely0001\n----\nAlt: by-name.jpg',
  'content/1_article/gone.jpg.txt': 'Uuid: goneGoneGone0001',
  'content/1_article/article.txt':
    'Text: (image: by-name.jpg)\n----\nCover: - file://byUuidByUuid0001\n----\nUuid: articleArticle01',
  'content/2_other/by-name.jpg': '',
  'content/2_other/other.txt': 'Text: (file: article/from-elsewhere.pdf) (image: logo.svg)',
  'content/logo.svg': '',
  'content/old-logo.svg': '',
};

async function unused(live: LiveSite): Promise<readonly string[]> {
  await live.searchable();
  return [...unusedFiles(live, await keysOutside(live))].flatMap(
    (found) => found?.files.map(({ id }) => id) ?? [],
  );
}

test('files that nothing mentions are unused, in the order of the pages', async () => {
  expect(await unused((await liveSiteFrom(files)).live)).toEqual([
    'old-logo.svg',
    'article/lonely.jpg',
    'other/by-name.jpg',
  ]);
});

test.each([
  ['Text: (image: article/my photo.jpg)', 'my photo.jpg'],
  [
    String.raw`Blocks: [{"type":"image","content":{"image":["article\/gr\u00f6\u00dfe.jpg"]}}]`,
    'größe.jpg',
  ],
  ['Text: (file: artikel/plan.pdf)', 'plan.pdf'],
])('what another page mentions is used: %s', async (text, name) => {
  const { live } = await liveSiteFrom({
    'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
    'site/languages/de.php': "<?php return ['code' => 'de'];",
    [`content/1_article/${name}`]: '',
    'content/1_article/lonely file.jpg': '',
    'content/1_article/article.en.txt': 'Title: Article',
    'content/1_article/article.de.txt': 'Slug: artikel',
    'content/2_other/other.en.txt': text,
  });
  expect(await unused(live)).toEqual(['article/lonely file.jpg']);
});

test.each(['Cover: - @shortShort000001', 'Blocks: [{"content":{"image":["@shortShort000001"]}}]'])(
  'the short form of a UUID counts: %s',
  async (text) => {
    const { live } = await liveSiteFrom({
      'content/1_article/short.jpg': '',
      'content/1_article/short.jpg.txt': 'Uuid: shortShort000001',
      'content/2_other/other.txt': text,
    });
    expect(await unused(live)).toEqual([]);
  },
);

test('a mention in an open document counts as soon as it is typed', async () => {
  const { live } = await liveSiteFrom(files);
  const path = sitePath('content/2_other/other.txt');
  live.setOverlay(path, parseContent('Cover: - by-name.jpg'));
  expect(await unused(live)).toEqual([
    'logo.svg',
    'old-logo.svg',
    'article/from-elsewhere.pdf',
    'article/lonely.jpg',
  ]);
  live.setOverlay(path, undefined);
  expect(await unused(live)).toHaveLength(3);
});

test('what the Panel has not saved yet counts', async () => {
  const { live } = await liveSiteFrom({
    ...files,
    'content/1_article/_changes/article.txt': 'Cover: - file://lonelyLonely0001',
    'content/2_other/_changes/other.txt': 'Text: (image: by-name.jpg)',
  });
  expect(await unused(live)).toEqual(['old-logo.svg']);
});

test.each([
  ['site/accounts/adaAda01/user.txt', {}],
  [
    'site/accounts/adaAda01/_changes/user.de.txt',
    { 'site/languages/de.php': "<?php return ['code' => 'de', 'default' => true];" },
  ],
])('what a user’s content mentions is used: %s', async (path, rest) => {
  const { live } = await liveSiteFrom({
    ...rest,
    'content/ada.jpg': '',
    'content/ada.jpg.txt': 'Uuid: portraitOfAda001',
    'content/ada.jpg.de.txt': 'Uuid: portraitOfAda001',
    'content/lonely.jpg': '',
    'site/accounts/adaAda01/index.php': "<?php return ['name' => 'Ada'];",
    [path]: 'Portrait: - file://portraitOfAda001',
  });
  expect(await unused(live)).toEqual(['lonely.jpg']);
});
