import { describe, expect, test } from 'vitest';
import { type Move, movedTargets } from '../../../server/src/features/rename/move.ts';
import { type Renaming, renameTo, renaming } from '../../../server/src/features/rename/rename.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { findMentions } from '../../../server/src/site/mentions/find.ts';
import type { LiveSite } from '../../../server/src/site/open-site.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { liveSiteFrom, type SiteFiles } from '../../support/site.ts';

const files: SiteFiles = {
  'site/blueprints/pages/article.yml': `fields:
  cover: { type: files }
  related: { type: pages }
  text: { type: textarea }
  layout: { type: layout }
`,
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Uuid: photoPhoto000001',
  'content/2_blog/blog.txt': 'Title: Blog\n----\nUuid: blogBlogBlogBl01',
  'content/2_blog/1_post/article.txt': 'Title: Post',
  'content/2_blog/1_post/plan.pdf': '',
  'content/logo.svg': '',
};

interface Case {
  readonly from: string;
  readonly to: string;
  /** What is in some content files before the move. */
  readonly before: SiteFiles;
}

async function following(live: LiveSite, moves: readonly Move[]): Promise<Renaming> {
  return renaming(live.site, moves, await findMentions(live, movedTargets(live.site, moves)));
}

/** The texts that change when a file or folder gets another path. */
async function changed({ from, to, before }: Case): Promise<Readonly<Record<string, string>>> {
  const { live } = await liveSiteFrom({ ...files, ...before });
  const move: Move = { from: sitePath(from), to: sitePath(to) };
  const { edits, refused } = await following(live, [move]);
  expect(refused).toEqual([]);
  return Object.fromEntries(
    edits.map(({ path, document, edits: inFile }) => [path, applied(document.text, inFile) ?? '']),
  );
}

const article = 'content/1_article/article.txt';
const other = 'content/3_other/article.txt';

describe('mentions follow a file', () => {
  const to = 'content/1_article/hill.jpg';
  test.each<readonly [string, string]>([
    ['Cover: - photo.jpg', 'Cover: - hill.jpg'],
    ['Text: (image: photo.jpg alt: photo.jpg)', 'Text: (image: hill.jpg alt: photo.jpg)'],
    ['Text: (image: no.jpg link: photo.jpg)', 'Text: (image: no.jpg link: hill.jpg)'],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"image","content":{"image":["photo.jpg"],"alt":"\u00e9"}}]}]}]`,
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"image","content":{"image":["hill.jpg"],"alt":"\u00e9"}}]}]}]`,
    ],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"markdown","content":{"text":"a\n(image: article\/photo.jpg)"}}]}]}]`,
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"markdown","content":{"text":"a\n(image: article\/hill.jpg)"}}]}]}]`,
    ],
  ])('%s', async (before, after) => {
    const from = 'content/1_article/photo.jpg';
    expect(await changed({ from, to, before: { [article]: before } })).toEqual({
      [article]: after,
    });
  });

  test.each<readonly [string, string]>([
    ['Cover: - photo.jpg', 'Cover: - hügel 🌿.jpg'],
    ['Cover: ["photo.jpg", "\\u00e9.jpg"]', 'Cover: ["hügel 🌿.jpg", "\\u00e9.jpg"]'],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"image","content":{"image":["photo.jpg"],"alt":"\u00e9"}}]}]}]`,
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"image","content":{"image":["h\u00fcgel \ud83c\udf3f.jpg"],"alt":"\u00e9"}}]}]}]`,
    ],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"image","content":{"image":["photo.jpg"],"alt":"é"}}]}]}]`,
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"image","content":{"image":["hügel 🌿.jpg"],"alt":"é"}}]}]}]`,
    ],
  ])('with letters beyond ASCII, which JSON may escape: %s', async (before, after) => {
    const [from, to] = ['content/1_article/photo.jpg', 'content/1_article/hügel 🌿.jpg'];
    expect(await changed({ from, to, before: { [article]: before } })).toEqual({
      [article]: after,
    });
  });

  test('to another page: bare names get its id, where they are not beside it', async () => {
    expect(
      await changed({
        from: 'content/1_article/photo.jpg',
        to: 'content/2_blog/1_post/photo.jpg',
        before: {
          [article]: 'Cover: - photo.jpg\n----\nText: (image: photo.jpg)',
          [other]: 'Text: (image: article/photo.jpg)',
          'content/2_blog/1_post/article.txt': 'Text: (image: article/photo.jpg)',
        },
      }),
    ).toEqual({
      [article]: 'Cover: - blog/post/photo.jpg\n----\nText: (image: blog/post/photo.jpg)',
      [other]: 'Text: (image: blog/post/photo.jpg)',
      'content/2_blog/1_post/article.txt': 'Text: (image: blog/post/photo.jpg)',
    });
  });

  test('with slashes as the JSON around each mention has them', async () => {
    const blocks = (name: string): string => {
      const inner = JSON.stringify([
        { type: 'image', content: { image: [name] } },
        { type: 'text', content: { text: '<p>x</p>' } },
      ]);
      const outer = [
        { type: 'image', content: { image: [name] } },
        { type: 'nest', content: { items: inner.replaceAll('/', '\\/') } },
      ];
      return `Blocks: ${JSON.stringify(outer).replaceAll('/', '\\/')}`;
    };
    const [from, to] = ['content/logo.svg', 'content/2_blog/logo.svg'];
    const before = {
      'site/blueprints/pages/article.yml': `fields:
  blocks:
    type: blocks
    fieldsets:
      image: { fields: { image: { type: files } } }
      nest: { fields: { items: { type: blocks, fieldsets: [image, text] } } }
`,
      [other]: blocks('logo.svg'),
    };
    const text = (await changed({ from, to, before }))[other];
    expect(text).toBe(
      blocks('logo.svg')
        .replace('"logo.svg"', '"blog/logo.svg"')
        .replace(String.raw`\"logo.svg`, String.raw`\"blog\\\/logo.svg`),
    );
  });

  test('of the site itself, from every page', async () => {
    expect(
      await changed({
        from: 'content/logo.svg',
        to: 'content/mark.svg',
        before: { [article]: 'Cover: - logo.svg', [other]: 'Text: (image: logo.svg)' },
      }),
    ).toEqual({ [article]: 'Cover: - mark.svg', [other]: 'Text: (image: mark.svg)' });
  });

  test('not to the site itself where a page has a file of that name', async () => {
    const { live } = await liveSiteFrom({
      ...files,
      [article]: 'Cover: - photo.jpg',
      [other]: 'Text: (image: article/photo.jpg)',
      'content/3_other/photo.jpg': '',
    });
    const move = {
      from: sitePath('content/1_article/photo.jpg'),
      to: sitePath('content/photo.jpg'),
    };
    const { edits, refused } = await following(live, [move]);
    expect(edits).toEqual([]);
    expect(refused).toEqual([other]);
  });

  test('but UUIDs stay, and so do files of the same name elsewhere', async () => {
    expect(
      await changed({
        from: 'content/1_article/photo.jpg',
        to,
        before: {
          [article]: 'Cover: - file://photoPhoto000001',
          [other]: 'Text: (image: photo.jpg)',
          'content/3_other/photo.jpg': '',
        },
      }),
    ).toEqual({});
  });
});

describe('mentions follow a page', () => {
  test('by its id, with all below', async () => {
    expect(
      await changed({
        from: 'content/2_blog',
        to: 'content/2_journal',
        before: {
          [article]: 'Related:\n\n- blog\n- "blog/post"\n- article',
          [other]: 'Text: (link: /blog/post#top) [x](/blog) (file: blog/post/plan.pdf)',
          'content/2_blog/1_post/article.txt': 'Text: (file: plan.pdf) (link: blog)',
        },
      }),
    ).toEqual({
      [article]: 'Related:\n\n- journal\n- "journal/post"\n- article',
      [other]: 'Text: (link: /journal/post#top) [x](/journal) (file: journal/post/plan.pdf)',
      'content/2_blog/1_post/article.txt': 'Text: (file: plan.pdf) (link: journal)',
    });
  });

  test('into another page, with slashes as the JSON has them', async () => {
    const json = (id: string): string =>
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"text","content":{"text":"<a href=\"\/ID\">x<\/a>"}}]}]}]`.replace(
        'ID',
        id,
      );
    expect(
      await changed({
        from: 'content/2_blog',
        to: 'content/1_article/blog',
        before: { [other]: json('blog') },
      }),
    ).toEqual({ [other]: json(String.raw`article\/blog`) });
  });

  test('in another form, told by an ending', async () => {
    const text = (id: string): string =>
      `Text: (link: ${id}.rss text: x) [y](/${id}/post.json?z=1) <a href="/${id}.rss">z</a>`;
    expect(
      await changed({
        from: 'content/2_blog',
        to: 'content/2_journal',
        before: { [other]: text('blog') },
      }),
    ).toEqual({ [other]: text('journal') });
  });

  test('but not to an id that Kirby does not find, because it cuts what is behind a dot', async () => {
    const { live } = await liveSiteFrom({
      ...files,
      [article]: 'Related: - blog',
      [other]: 'Related: - blog/post',
    });
    const { edits, refused } = await following(live, [
      { from: sitePath('content/2_blog'), to: sitePath('content/2_blog 2.0') },
    ]);
    expect(refused).toEqual([article]);
    expect(edits.map(({ path }) => path)).toEqual([other]);
  });

  test('that has a blank in its id', async () => {
    const text = (id: string): string =>
      `Text: (link: ${id} text: x) <a href="/${id}/team">y</a>\n----\nTo: /${id}/team`;
    expect(
      await changed({
        from: 'content/4_about us',
        to: 'content/4_about',
        before: {
          'site/blueprints/pages/article.yml': 'fields: { to: { type: link } }',
          'content/4_about us/article.txt': 'Title: About',
          'content/4_about us/team/article.txt': 'Title: Team',
          [other]: text('about us'),
        },
      }),
    ).toEqual({ [other]: text('about') });
  });

  test('behind the code of a language, in an address', async () => {
    const text = (id: string): string =>
      `Text: [x](/de/${id}) (link: de/${id}/post text: y) <a href="/en/${id}?a#b">z</a> (link: fr/${id})`;
    expect(
      await changed({
        from: 'content/2_news',
        to: 'content/2_press',
        before: {
          'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
          'site/languages/de.php': "<?php return ['code' => 'de'];",
          'content/2_news/article.en.txt': 'Title: News',
          'content/2_news/post/article.en.txt': 'Title: Post',
          'content/3_other/article.de.txt': text('news'),
        },
      }),
    ).toEqual({
      'content/3_other/article.de.txt': text('press').replace('fr/press', 'fr/news'),
    });
  });

  test('that has capitals in its id', async () => {
    expect(
      await changed({
        from: 'content/News',
        to: 'content/press',
        before: {
          'content/News/article.txt': 'Title: News',
          'content/News/May/article.txt': 'Title: May',
          [other]: 'Related:\n\n- News\n- News/May\n----\nText: (link: /News)',
        },
      }),
    ).toEqual({ [other]: 'Related:\n\n- press\n- press/May\n----\nText: (link: /press)' });
  });

  test('but a slug of another language stays where it leads to the page', async () => {
    const before = {
      'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
      'site/languages/de.php': "<?php return ['code' => 'de'];",
      'content/1_news/article.en.txt': 'Title: News',
      'content/1_news/1_may/article.en.txt': 'Title: May',
      'content/1_news/1_may/article.de.txt': 'Slug: mai',
      'content/1_news/1_may/1_day/article.en.txt': 'Title: Day',
      'content/1_news/1_may/1_day/article.de.txt': 'Slug: tag',
      'content/3_other/article.de.txt': 'Related:\n\n- news/mai\n- news/mai/tag\n- news/may/day',
    };
    const paths = async (from: string, to: string): Promise<string | undefined> =>
      (await changed({ from, to, before }))['content/3_other/article.de.txt'];
    const list = (...ids: readonly string[]): string => `Related:\n\n- ${ids.join('\n- ')}`;
    expect(await paths('content/1_news', 'content/1_press')).toBe(
      list('press/mai', 'press/mai/tag', 'press/may/day'),
    );
    expect(await paths('content/1_news/1_may', 'content/1_news/1_june')).toBe(
      list('news/mai', 'news/mai/tag', 'news/june/day'),
    );
    expect(await paths('content/1_news/1_may/1_day', 'content/1_news/_drafts/day')).toBe(
      list('news/mai', 'news/tag', 'news/day'),
    );
  });

  test('but nothing follows a new number, and UUIDs stay', async () => {
    const before = { [other]: 'Related:\n\n- blog\n- page://blogBlogBlogBl01' };
    expect(await changed({ from: 'content/2_blog', to: 'content/7_blog', before })).toEqual({});
    expect(
      await changed({
        from: 'content/2_blog',
        to: 'content/journal',
        before: { [other]: 'Related: - page://blogBlogBlogBl01' },
      }),
    ).toEqual({});
  });
});

test('the metadata of a file goes along in all languages', async () => {
  const { live } = await liveSiteFrom({
    'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
    'site/languages/fr.php': "<?php return ['code' => 'fr'];",
    'content/home/home.en.txt': 'Title: Home',
    'content/home/photo.jpg': '',
    'content/home/photo.jpg.en.txt': 'Alt: x',
    'content/home/photo.jpg.fr.txt': 'Alt: y',
    'content/home/photo.jpg.en.txt.bak': '',
  });
  const from = sitePath('content/home/photo.jpg');
  const to = sitePath('content/about/hill.jpg');
  const { moves } = await following(live, [{ from, to }]);
  expect(moves).toEqual([
    { from: 'content/home/photo.jpg.en.txt', to: 'content/about/hill.jpg.en.txt' },
    { from: 'content/home/photo.jpg.fr.txt', to: 'content/about/hill.jpg.fr.txt' },
  ]);
  const together = await following(live, [
    { from, to },
    { from: sitePath(`${from}.en.txt`), to: sitePath(`${to}.en.txt`) },
  ]);
  expect(together.moves).toHaveLength(1);
});

describe('a new name', () => {
  async function after(target: 'page' | 'file', name: string): Promise<Move | string> {
    const { live } = await liveSiteFrom({
      ...files,
      'content/2_blog/2_next/article.txt': 'Title: Next',
      'content/2_blog/_drafts/later/article.txt': 'Title: Later',
      'content/2_blog/1_post/map.pdf': '',
    });
    const page = live.site.page('blog/post');
    const found = target === 'page' ? page : page?.files.get('plan.pdf');
    if (found === undefined) throw new Error('There is no such page.');
    return renameTo(live.site, found, name);
  }

  test('of a page leaves its number', async () => {
    expect(await after('page', ' news ')).toEqual({
      from: 'content/2_blog/1_post',
      to: 'content/2_blog/1_news',
    });
  });

  test.each(['', 'a/b', '_a', '.a', 'a:b'])('cannot be %j', async (name) => {
    expect(await after('page', name)).toMatch(/^A name cannot/);
    expect(await after('file', name)).toMatch(/^A name cannot/);
  });

  test.each(['next', 'later'])(
    'of a page cannot be that of the page "%s" beside it',
    async (name) => {
      expect(await after('page', name)).toMatch(/^There is a page with the slug/);
    },
  );

  test('may be the same, or the same in another letter case', async () => {
    const folder = 'content/2_blog/1_post';
    expect(await after('page', 'post')).toEqual({ from: folder, to: folder });
    expect(await after('page', 'Post')).toEqual({ from: folder, to: 'content/2_blog/1_Post' });
    expect(await after('file', 'Plan.pdf')).toEqual({
      from: `${folder}/plan.pdf`,
      to: `${folder}/Plan.pdf`,
    });
  });

  test.each(['home', 'oops'])('of "%s", which Kirby finds by its slug, stays', async (id) => {
    const { live } = await liveSiteFrom({
      'site/config/config.php': "<?php return ['error' => 'oops'];",
      'content/home/home.txt': 'Title: Home',
      'content/oops/error.txt': 'Title: Error',
    });
    const page = live.site.page(id);
    expect(page && renameTo(live.site, page, 'start')).toMatch(/^Kirby finds the home page/);
  });

  test('of a file cannot be that of another one', async () => {
    expect(await after('file', 'map.pdf')).toMatch(/^There is a file or folder/);
  });

  test.each(['plan', 'plan.txt', 'plan.html'])('of a file cannot be %j', async (name) => {
    expect(await after('file', name)).toBe(
      `Keep the ending “.pdf”: “${name}” would be no such file to Kirby.`,
    );
  });
});
