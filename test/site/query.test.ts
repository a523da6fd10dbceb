import { describe, expect, test } from 'vitest';
import { openSite } from '../../server/src/site/open-site.ts';
import { queryContext } from '../../server/src/site/query/context.ts';
import { runQuery } from '../../server/src/site/query/evaluate.ts';
import { type QueryValue, textOf } from '../../server/src/site/query/value.ts';
import type { Model, Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { type SiteFiles, siteFrom } from '../support/site.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));

const files = {
  'content/site.txt':
    'Title: Site\n----\nClaim: Ours\n----\nKinds:\n\n- \n  name: Big\n- \n  name: Small',
  'content/logo.svg': '',
  'content/1_blog/blog.txt': 'Title: Blog',
  'content/1_blog/1_one/post.txt': 'Title: One\n----\nTags: red, green\n----\nDate: 2024-01-02',
  'content/1_blog/1_one/a.jpg': '',
  'content/1_blog/1_one/a.jpg.txt': 'Template: cover\n----\nAlt: First',
  'content/1_blog/1_one/b.jpg': '',
  'content/1_blog/1_one/c.mp4': '',
  'content/1_blog/2_two/post.txt': 'Title: Two\n----\nTags: green , blue\n----\nDate: 2023-05-06',
  'content/1_blog/three/note.txt': 'Tags: ',
  'content/1_blog/_drafts/four/post.txt': 'Title: Four',
  'content/about/about.txt': 'Title: About',
  'content/about/team/about.txt': 'Title: Team',
  'site/templates/post.php': '',
};

function pageModel(site: Site, id: string): Model {
  const page = site.page(id);
  return page === undefined ? { kind: 'site' } : { kind: 'page', page };
}

/** The ids or texts that a query comes to; `?` where it is not known, `null` for Kirby's. */
async function result(
  query: string,
  { model = 'blog/one', ...more }: SiteFiles & { readonly model?: string } = {},
): Promise<string> {
  const site = await siteFrom({ ...files, ...more });
  return shown(runQuery(query, queryContext(pageModel(site, model), site)));
}

function shown(value: QueryValue | undefined): string {
  switch (value?.kind) {
    case undefined:
      return '?';
    case 'collection':
      return `[${value.items.map((item) => (item.kind === 'row' ? 'row' : item.id)).join(' ')}]`;
    case 'list':
      return `[${value.items.map(shown).join(' ')}]`;
    case 'scalar':
      return value.value === undefined ? 'null' : String(value.value);
    case 'site':
    case 'kirby':
    case 'row':
      return value.kind;
    case 'page':
    case 'file':
    case 'field':
    case 'item':
      return textOf(value) ?? '?';
  }
}

describe('pages', () => {
  test.each([
    ['site.children', '[blog about]'],
    ['site.children()', '[blog about]'],
    ['site.index', '[blog blog/one blog/two blog/three about about/team]'],
    ['site.index(true)', '[blog blog/one blog/two blog/three blog/four about about/team]'],
    ['site.grandChildren', '[blog/one blog/two blog/three about/team]'],
    ['site.grandchildren.listed', '[blog/one blog/two]'],
    ['page', 'blog/one'],
    ['model.parent', 'blog'],
    ['page.parent.parent', 'null'],
    ['page.parent.drafts', '[blog/four]'],
    ['page.parent.childrenAndDrafts.published', '[blog/one blog/two blog/three]'],
    ['page.parents', '[blog]'],
    ['page.siblings', '[blog/one blog/two blog/three]'],
    ['page.siblings(false)', '[blog/two blog/three]'],
    ['page.siblings.not(page)', '[blog/two blog/three]'],
    ['page.siblings.not("blog/two", "blog/three")', '[blog/one]'],
    ['site.find("blog").children.unlisted', '[blog/three]'],
    ['site.find("blog/one")', 'blog/one'],
    ['site.find("blog/four")', 'null'],
    ['page("blog/four")', 'blog/four'],
    ['kirby.page("about").find("team")', 'about/team'],
    ['kirby.site.children.first', 'blog'],
    ['site.find("nowhere")?.children', 'null'],
    ['site.find("nowhere").children', '?'],
    ['site.find("nowhere") ?? page', 'blog/one'],
    ['page.isListed ? page.parent : page', 'blog'],
  ])('%s', async (query, expected) => {
    expect(await result(query)).toBe(expected);
  });

  test('of a draft its siblings are drafts', async () => {
    expect(await result('page.siblings', { model: 'blog/four' })).toBe('[blog/four]');
  });
});

describe('chosen pages and files', () => {
  const chosen = {
    'content/1_blog/1_one/post.txt': 'Title: One\n----\nBare: b.jpg\n----\nMany: - about',
    'content/1_blog/1_one/a.jpg.txt': 'Others:\n\n- b.jpg\n- logo.svg',
    'content/site.txt': [
      'Title: Site',
      'Related:\n\n- blog/two\n- page://AboutAbout000001\n- nowhere\n- blog/two',
      'Cover: - page://gone\n- about',
      'Gallery: - blog/one/b.jpg\n- logo.svg\n- b.jpg\n- blog/one/B.jpg',
      'Rows:\n\n- \n  logo: logo.svg',
      'Old:\n\n- id: about',
      'Empty:',
      'Broken: "about',
    ].join('\n\n----\n\n'),
    'content/about/about.txt': 'Title: About\n----\nUuid: AboutAbout000001',
    'site/blueprints/site.yml': 'fields:\n  empty:\n    type: pages\n',
  };
  test.each([
    ['site.related.toPages', '[blog/two about]'],
    ['site.related.toPages()', '[blog/two about]'],
    ['site.related.toPages.children', '[about/team]'],
    ['site.related.toPage', 'blog/two'],
    ['site.cover.toPage', 'about'],
    ['site.gallery.toFiles', '[blog/one/b.jpg logo.svg]'],
    ['site.gallery.toFile', 'blog/one/b.jpg'],
    ['page.bare.toFile', 'blog/one/b.jpg'],
    ['page.bare.toPages', '[]'],
    ['site.empty.toPages', '[]'],
    ['site.empty.toFile', 'null'],
    ['site.empty.toFile ?? page', 'blog/one'],
    ['page.file("a.jpg").others.toFiles', '[blog/one/b.jpg logo.svg]'],
    ['site.rows.toStructure.first.logo.toFile', 'logo.svg'],
    // Of pages the index keeps no lists.
    ['page.many.toPages', '?'],
    // What only PHP could tell, and what Kirby fails at.
    ['site.old.toPages', '?'],
    ['site.related.toPages(",")', '?'],
    ['kirby.users', '?'],
    ['site.related.toUsers', '?'],
  ])('%s', async (query, expected) => {
    expect(await result(query, chosen)).toBe(expected);
  });

  test('are not known while the handler of YAML is not', async () => {
    const config = { 'site/config/config.php': '<?php return ["yaml" => ["handler" => foo()]];' };
    expect(await result('site.related.toPages', { ...chosen, ...config })).toBe('?');
  });
});

describe('collections', () => {
  test.each([
    ['site.index.template("post")', '[blog/one blog/two]'],
    ["site.index.template(['blog', 'about'])", '[blog about about/team]'],
    ['site.index.notTemplate("post")', '[blog blog/three about about/team]'],
    ['site.index.filterBy("intendedTemplate", "in", ["note"])', '[blog/three]'],
    ['site.index.filterBy("template", "post")', '?'],
    ['site.index.template("post").filterBy("template", "post")', '[blog/one blog/two]'],
    ['site.index.filterBy("hasChildren", true)', '[blog about]'],
    ['site.index.filterBy("isDraft", "==", false).limit(1)', '[blog]'],
    ['page.siblings.filterBy("tags", "blue", ",")', '[blog/two]'],
    ['page.siblings.filterBy("tags", "!=", "")', '[blog/one blog/two]'],
    ['page.siblings.filterBy("tags", "*=", "green")', '[blog/one blog/two]'],
    ['page.siblings.template("post").sortBy("date")', '[blog/two blog/one]'],
    ['page.siblings.sortBy("title", "desc")', '[blog/two blog/three blog/one]'],
    ['page.siblings.flip.first', 'blog/three'],
    ['page.siblings.offset(1).limit(1)', '[blog/two]'],
    ['page.siblings.nth(1)', 'blog/two'],
    ['page.siblings.nth(9)', 'null'],
    ['page.siblings.last', 'blog/three'],
    ['page.siblings.count', '3'],
    ['page.siblings.pluck("tags", ",", true)', '[red green blue]'],
    ['page.siblings.pluck("tags", ",")', '[red green green blue]'],
    ['site.index.pluck("tags", ",", true)', '[red green blue]'],
    ['page.siblings.pluck("title")', '[One Two three]'],
    ['page.tags.split', '[red green]'],
    ['page.tags.or("none")', 'red, green'],
  ])('%s', async (query, expected) => {
    expect(await result(query)).toBe(expected);
  });
});

describe('files', () => {
  test.each([
    ['page.files', '[blog/one/a.jpg blog/one/b.jpg blog/one/c.mp4]'],
    ['page.images', '[blog/one/a.jpg blog/one/b.jpg]'],
    ['page.images.template("cover")', '[blog/one/a.jpg]'],
    ['page.images.template("default")', '[blog/one/b.jpg]'],
    ['page.files.filterBy("type", "video")', '[blog/one/c.mp4]'],
    ['page.files.filterBy("template", "cover")', '[blog/one/a.jpg]'],
    ['page.videos', '[blog/one/c.mp4]'],
    ['page.image', 'blog/one/a.jpg'],
    ['page.image("b.jpg").extension', 'jpg'],
    ['page.image("c.mp4")', 'null'],
    ['page.image.alt', 'First'],
    ['page.file("c.mp4").siblings.first', 'blog/one/a.jpg'],
    ['site.files', '[logo.svg]'],
    ['site.index.images', '[blog/one/a.jpg blog/one/b.jpg]'],
  ])('%s', async (query, expected) => {
    expect(await result(query)).toBe(expected);
  });

  test('are not known where media are kept elsewhere', async () => {
    const orphans = Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`content/about/${n}.jpg.txt`, 'Alt: x']),
    );
    expect(await result('page.files', { ...orphans, model: 'about' })).toBe('?');
  });
});

describe('the site', () => {
  test.each([
    ['site.claim', 'Ours'],
    ['site.kinds.toStructure', '[row row]'],
    ['site.kinds.toStructure.pluck("name")', '[Big Small]'],
    ['site.kinds.toStructure.first.id', '0'],
    ['site.claim.toStructure', '?'],
  ])('%s', async (query, expected) => {
    expect(await result(query)).toBe(expected);
  });
});

describe('what files do not tell is not known', () => {
  test.each([
    ['a method of a plugin', 'page.related'],
    ['a collection of pages that PHP makes', 'kirby.collection("posts")'],
    ['users', 'kirby.users'],
    ['a value that is too long to be kept', 'page.text'],
    ['a method that stands in a query by mistake', 'site.children.shuffle'],
    ['what comes after', 'kirby.collection("posts").first.children'],
    ['a comparison with it', 'site.index.filterBy("date", "date >", "today")'],
    ['more arguments than are understood', 'site.index.template("post", "x")'],
    ['a closure', 'site.index.filter(() => page)'],
    ['a language', 'kirby.language.code'],
  ])('%s', async (_what, query) => {
    const long = { 'content/1_blog/1_one/post.txt': `Text: ${'word '.repeat(80)}` };
    expect(await result(query, long)).toBe('?');
  });

  test('while the site is loading', async () => {
    const live = openSite(new MemoryFileSystem(files), roots);
    const ask = (): QueryValue | undefined =>
      runQuery('kirby.page("about")', queryContext({ kind: 'site' }, live.site));
    expect(ask()).toBeUndefined();
    await live.ready;
    expect(shown(ask())).toBe('about');
  });
});

describe('a page model', () => {
  const model = (body: string, head = ''): SiteFiles => ({
    'site/models/blog.php': `<?php ${head} class BlogPage extends Page { ${body} }`,
  });

  test.each([
    ['that answers something else', model('function cover() {}'), '[blog/one blog/two blog/three]'],
    [
      'with a closure',
      model('function x() { return function () use ($y) {}; }'),
      '[blog/one blog/two blog/three]',
    ],
    ['that imports Page', model('', 'use Kirby\\Cms\\Page;'), '[blog/one blog/two blog/three]'],
    ['that has its own children', model('public function Children(): Pages {}'), '?'],
    ['that takes methods from a trait', model('use Virtual;'), '?'],
    ['of another Page', model('', 'use My\\Page;'), '?'],
    [
      'of another class',
      { 'site/models/blog.php': '<?php class BlogPage extends ParentPage {}' },
      '?',
    ],
    [
      'of all templates without one',
      {
        'site/models/default.php':
          '<?php class DefaultPage extends Page { function children() {} }',
      },
      '?',
    ],
  ])('%s', async (_what, more, expected) => {
    expect(await result('site.find("blog").children', more)).toBe(expected);
  });

  test('counts in whatever is asked of its pages', async () => {
    const virtual = model('function children() {}');
    expect(await result('site.index', virtual)).toBe('?');
    expect(await result('site.children', virtual)).toBe('[blog about]');
    const titled = {
      'site/models/post.php':
        '<?php class PostPage extends Kirby\\Cms\\Page { function title() {} }',
    };
    expect(await result('page.siblings.pluck("title")', titled)).toBe('?');
    expect(await result('page.siblings.pluck("tags", ",", true)', titled)).toBe('[red green blue]');
  });
});

test('in several languages only what all of them say is known', async () => {
  const languages = {
    'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
    'site/languages/de.php': "<?php return ['code' => 'de'];",
    'content/1_x/x.en.txt': 'Kind: old\n----\nTags: red\n----\nSame: yes',
    'content/1_x/x.de.txt': 'Tags: rot\n----\nSame: yes',
  };
  const ask = (query: string): Promise<string> => result(query, { ...languages, model: 'x' });
  expect(await ask('page.kind')).toBe('old');
  expect(await ask('page.same')).toBe('yes');
  expect(await ask('page.tags')).toBe('?');
  expect(await ask('page.slug')).toBe('?');
});
