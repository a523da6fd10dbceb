import { describe, expect, test } from 'vitest';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import type { LiveSite } from '../../../server/src/site/open-site.ts';
import { findMentions } from '../../../server/src/site/mentions/find.ts';
import type { MentionTarget } from '../../../server/src/site/mentions/mentions.ts';
import type { FileEntry, Site } from '../../../server/src/site/site.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { liveSiteFrom, type SiteFiles } from '../../support/site.ts';

const files: SiteFiles = {
  'site/blueprints/pages/article.yml': `fields:
  cover: { type: files }
  related: { type: pages }
  author: { type: users }
  link: { type: link }
  text: { type: textarea }
  intro: { type: writer }
  team:
    type: structure
    fields:
      name: { type: text }
      photo: { type: files }
      by: { type: users }
      about: { type: textarea }
  layout:
    type: layout
    settings:
      fields:
        background: { type: files }
        owner: { type: users }
    fieldsets:
      - image
      - markdown
      - card
`,
  'site/blueprints/blocks/card.yml': `fields:
  picture: { type: files }
  pages: { type: pages }
  by: { type: users }
  people:
    type: structure
    fields:
      photo: { type: files }
      by: { type: users }
`,
  'content/1_article/article.txt': 'Title: Article\n----\nUuid: articleArticle01',
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Uuid: photoPhoto000001',
  'content/2_blog/blog.txt': 'Title: Blog\n----\nUuid: blogBlogBlogBl01',
  'content/2_blog/photo.jpg': '',
  'content/2_blog/1_post/article.txt': 'Title: Post\n----\nUuid: postPostPostPo01',
  'content/logo.svg': '',
  'site/accounts/adaAda01/index.php': "<?php return ['email' => 'ada@example.com'];",
  'site/accounts/gracegra/index.php': "<?php return ['email' => 'grace@example.com'];",
};

/** Puts a text where the article stands and says where it mentions something. */
async function found(
  text: string,
  of: (site: Site) => MentionTarget | undefined,
): Promise<readonly string[]> {
  const { live } = await liveSiteFrom({ ...files, 'content/1_article/article.txt': text });
  const target = of(live.site);
  if (target === undefined) throw new Error('There is no such page or file.');
  return marked(await findMentions(live, [target]));
}

function marked(found: Awaited<ReturnType<typeof findMentions>>): readonly string[] {
  return found.flatMap(({ file, document, mentions }) =>
    mentions.map(
      ({ span, form }) => `${file.path}: ${form} ${document.text.slice(span.start, span.end)}`,
    ),
  );
}

function photo(site: Site): FileEntry | undefined {
  const result = site.resolveFile('article/photo.jpg', { kind: 'site' });
  return result.status === 'found' ? result.file : undefined;
}

const here = 'content/1_article/article.txt';

describe('a file is found', () => {
  test.each([
    ['Cover: - file://photoPhoto000001', 'uuid file://photoPhoto000001'],
    ['Cover: - photo.jpg', 'name photo.jpg'],
    ['Cover:\n\n- logo.svg\n- "photo.jpg"', 'name photo.jpg'],
    ['Text: (image: photo.jpg alt: x)', 'name photo.jpg'],
    ['Text: (image: article/photo.jpg)', 'name article/photo.jpg'],
    ['Intro: <a href="/@/file/photoPhoto000001">x</a>', 'permalink /@/file/photoPhoto000001'],
    ['Team:\n\n- \n  name: Ana\n  photo:\n    - photo.jpg', 'name photo.jpg'],
    ['Team:\n\n- \n  name: Ana\n  about: See (image: photo.jpg)', 'name photo.jpg'],
    [
      String.raw`Layout: [{"attrs":{"background":["photo.jpg"]},"columns":[{"blocks":[]}]}]`,
      'name photo.jpg',
    ],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"image","content":{"image":["file:\/\/photoPhoto000001"]}}]}]}]`,
      String.raw`uuid file:\/\/photoPhoto000001`,
    ],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"markdown","content":{"text":"\u00e9 (image: photo.jpg)"}}]}]}]`,
      'name photo.jpg',
    ],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"card","content":{"people":"- \n  photo:\n    - photo.jpg\n"}}]}]}]`,
      'name photo.jpg',
    ],
    ['Unknown: photo.jpg', 'name photo.jpg'],
    [String.raw`Unknown: [{"picture":"photo.jpg","columns":[]}]`, undefined],
    ['Title: photo.jpg is nice', undefined],
  ])('in %s', async (text, expected) => {
    expect(await found(text, photo)).toEqual(
      expected === undefined ? [] : [`${here}: ${expected}`],
    );
  });

  test.each(['Text: (image: photo.jpg link: map.geojson)', 'Unknown: map.geojson'])(
    'by a name with a long ending in %s',
    async (text) => {
      const { live } = await liveSiteFrom({ ...files, [here]: text, 'content/map.geojson': '' });
      const map = live.site.folder(sitePath('content'))?.files.get('map.geojson');
      expect(map && marked(await findMentions(live, [map]))).toEqual([`${here}: name map.geojson`]);
    },
  );

  test.each([
    'Team: - type: a\n  content: x\n  photo: photo.jpg',
    'Team: - type: a\n  content: "See (image: photo.jpg)"',
    'Team: - columns: 2\n  photo:\n    - photo.jpg',
    'Team: - blocks: many\n  attrs: x\n  about: "(image: photo.jpg)"',
    'Unknown: - columns: 2\n  about: "(image: photo.jpg)"',
    'Layout: [{"columns":[{"blocks":[{"type":"card","content":{"people":[{"photo":["photo.jpg"],"columns":"2","type":"x","content":"y"}]}}]}]}]',
  ])('in rows whose keys are those of blocks: %j', async (text) => {
    expect(await found(text, photo)).toEqual([`${here}: name photo.jpg`]);
  });

  test('but not another of the same name', async () => {
    const text = 'Cover: - photo.jpg';
    expect(await found(text, (all) => all.page('blog')?.files.get('photo.jpg'))).toEqual([]);
  });
});

describe('a page is found', () => {
  test.each([
    ['Related: - page://postPostPostPo01', 'uuid page://postPostPostPo01'],
    ['Related: - blog/post', 'name blog/post'],
    ['Related: blog/post', 'name blog/post'],
    ['Related: [blog, blog/post]', 'name blog/post'],
    ['Unknown: blog/post', 'name blog/post'],
    ['Link: /blog/post#top', 'name blog/post'],
    ['Text: (link: blog/post text: The post)', 'name blog/post'],
    ['Text: [The post](/blog/post)', 'name blog/post'],
    ['Intro: <p><a href="/blog/post">x</a></p>', 'name blog/post'],
    ['Related: - post', undefined],
  ])('in %s', async (text, expected) => {
    expect(await found(text, (all) => all.page('blog/post'))).toEqual(
      expected === undefined ? [] : [`${here}: ${expected}`],
    );
  });

  test('by the slug of another language', async () => {
    const { live } = await liveSiteFrom({
      'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
      'site/languages/fr.php': "<?php return ['code' => 'fr'];",
      'content/blog/blog.en.txt': 'Title: Blog',
      'content/blog/blog.fr.txt': 'Title: Carnet\n----\nSlug: carnet',
      'content/home/home.en.txt': 'Text: (link: carnet)',
    });
    const blog = live.site.page('blog');
    expect(blog && marked(await findMentions(live, [blog]))).toEqual([
      'content/home/home.en.txt: name carnet',
    ]);
  });
});

describe('what is percent-encoded leads nowhere, as in Kirby', () => {
  test.each([
    ['Text: <a href="/blog/caf%C3%A9">x</a>', []],
    ['Text: [x](/blog/caf%C3%A9)', []],
    ['Text: (link: blog/caf%C3%A9)', []],
    ['Related: - blog/caf%C3%A9', []],
    ['Related: - blog/café', ['content/1_article/article.txt: name blog/café']],
  ])('%s', async (text, expected) => {
    const { live } = await liveSiteFrom({
      ...files,
      'content/1_article/article.txt': text,
      'content/2_blog/café/article.txt': 'Title: Café',
    });
    const target = live.site.page('blog/café');
    expect(target && marked(await findMentions(live, [target]))).toEqual(expected);
  });
});

describe('a user is found', () => {
  test.each([
    ['Author: - user://adaAda01', 'uuid user://adaAda01'],
    ['Author: user://adaAda01', 'uuid user://adaAda01'],
    ['Author: - adaAda01', 'name adaAda01'],
    ['Author: adaAda01', 'name adaAda01'],
    ['Author:\n\n- user://gracegra\n- "Ada@example.com"', 'name Ada@example.com'],
    ['Unknown: as user://adaAda01 said', 'uuid user://adaAda01'],
    ['Team:\n\n- \n  name: Ana\n  by:\n    - user://adaAda01', 'uuid user://adaAda01'],
    ['Team:\n\n- \n  name: Ana\n  by:\n    - ada@example.com', 'name ada@example.com'],
    [
      String.raw`Layout: [{"attrs":{"owner":["adaAda01"]},"columns":[{"blocks":[]}]}]`,
      'name adaAda01',
    ],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"card","content":{"by":["user:\/\/adaAda01"]}}]}]}]`,
      String.raw`uuid user:\/\/adaAda01`,
    ],
    [
      String.raw`Layout: [{"columns":[{"blocks":[{"type":"card","content":{"people":"- \n  by:\n    - ada@example.com\n"}}]}]}]`,
      'name ada@example.com',
    ],
    ['Text: adaAda01 and ada@example.com', undefined],
    ['Author: - gracegra', undefined],
  ])('in %s', async (text, expected) => {
    expect(await found(text, ({ users }) => users?.get('adaAda01'))).toEqual(
      expected === undefined ? [] : [`${here}: ${expected}`],
    );
  });
});

describe('the site is searched', () => {
  async function places(live: LiveSite): Promise<readonly string[]> {
    const target = photo(live.site);
    return target === undefined ? [] : marked(await findMentions(live, [target]));
  }

  test('in all of its content, drafts and metadata too, in order', async () => {
    const mention = 'Text: (image: article/photo.jpg)';
    const { live } = await liveSiteFrom({
      ...files,
      'content/site.txt': mention,
      'content/10_last/article.txt': mention,
      'content/9_late/article.txt': mention,
      'content/_drafts/new/article.txt': mention,
      'content/logo.svg.txt': mention,
    });
    expect((await places(live)).map((place) => place.slice(0, place.indexOf(':')))).toEqual([
      'content/9_late/article.txt',
      'content/10_last/article.txt',
      'content/_drafts/new/article.txt',
      'content/logo.svg.txt',
      'content/site.txt',
    ]);
  });

  test('as the editor has it, until a document is closed', async () => {
    const { live } = await liveSiteFrom(files);
    const path = sitePath('content/2_blog/blog.txt');
    live.setOverlay(path, parseContent('Text: (image: article/photo.jpg)'));
    expect(await places(live)).toEqual(['content/2_blog/blog.txt: name article/photo.jpg']);
    live.setOverlay(path, undefined);
    expect(await places(live)).toEqual([]);
  });

  test('as the disk has it after a change', async () => {
    const { live, disk } = await liveSiteFrom(files);
    const path = sitePath('content/2_blog/blog.txt');
    disk.write(path, 'Cover: - file://photoPhoto000001');
    await live.changed([path]);
    expect(await places(live)).toEqual(['content/2_blog/blog.txt: uuid file://photoPhoto000001']);
  });

  test('no longer than somebody waits for it', async () => {
    const { live } = await liveSiteFrom({
      ...files,
      'content/site.txt': 'Cover: - article/photo.jpg',
    });
    const target = photo(live.site);
    expect(target && (await findMentions(live, [target], () => false))).toEqual([]);
  });
});

test('the content of users is searched as well, also as it is typed', async () => {
  const path = 'site/accounts/adaAda01/user.txt';
  const { live } = await liveSiteFrom({
    ...files,
    [path]:
      'Portrait: - file://photoPhoto000001\n\n----\n\nText: (link: article) by (image: photo.jpg)',
  });
  const [image, page] = [photo(live.site), live.site.page('article')];
  if (image === undefined || page === undefined) throw new Error('The article is not there.');
  expect(marked(await findMentions(live, [image, page]))).toEqual([
    `${path}: uuid file://photoPhoto000001`,
    `${path}: name article`,
  ]);
  live.setOverlay(sitePath(path), parseContent('Text: (link: blog)'));
  expect(await findMentions(live, [image, page])).toEqual([]);
});
