import { describe, expect, test } from 'vitest';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { siteFrom } from '../support/site.ts';

const english = "<?php return ['code' => 'en', 'default' => true];";
const german = "<?php return ['code' => 'de'];";

describe('what a content file is', () => {
  test('of a site with one language', async () => {
    const site = await siteFrom({
      'content/site.txt': 'Title: Site',
      'content/1_a/alpha.txt': 'Title: First',
      'content/1_a/beta.txt': 'Title: Last',
      'content/1_a/photo.jpg': '',
      'content/1_a/photo.jpg.txt': 'Alt: x',
    });
    const model = (path: string): unknown => site.contentFile(sitePath(path))?.model;
    expect(model('content/site.txt')).toEqual({ kind: 'site' });
    expect(model('content/1_a/beta.txt')).toEqual({ kind: 'page', page: site.page('a') });
    // To Kirby this file is nothing; its author wants the blueprint of its own template.
    expect(model('content/1_a/alpha.txt')).toMatchObject({
      kind: 'page',
      page: { id: 'a', template: 'alpha', contentPath: 'content/1_a/beta.txt' },
    });
    expect(model('content/1_a/photo.jpg.txt')).toEqual({
      kind: 'file',
      file: site.page('a')?.files.get('photo.jpg'),
    });
    expect(model('content/1_a/_changes/beta.txt')).toEqual({ kind: 'page', page: site.page('a') });
    expect(site.contentFile(sitePath('content/1_a/_changes/beta.txt'))?.isChanges).toBe(true);
    expect(model('content/notes.txt')).toBeUndefined();
    expect(model('readme.txt')).toBeUndefined();
  });

  test('of a site with several', async () => {
    const site = await siteFrom({
      'site/languages/en.php': english,
      'site/languages/de.php': german,
      'content/1_a/article.en.txt': 'Title: English',
      'content/1_a/article.de.txt': 'Title: Deutsch',
      'content/1_a/photo.jpg': '',
      'content/1_a/photo.jpg.de.txt': 'Alt: x',
    });
    const about = (path: string): unknown => {
      const file = site.contentFile(sitePath(path));
      return [
        file?.language,
        file?.model.kind,
        file?.model.kind === 'page' ? file.model.page.template : undefined,
      ];
    };
    expect(about('content/1_a/article.de.txt')).toEqual(['de', 'page', 'article']);
    expect(about('content/1_a/article.txt')).toEqual([undefined, 'page', 'article']);
    expect(about('content/1_a/article.fr.txt')).toEqual([undefined, 'page', 'article']);
    expect(about('content/1_a/photo.jpg.de.txt')).toEqual(['de', 'file', undefined]);
    expect(about('content/site.de.txt')).toEqual(['de', 'site', undefined]);
  });

  test('that is not on disk yet', async () => {
    const site = await siteFrom({ 'content/site.txt': '' });
    expect(
      site.contentFile(sitePath('content/2_blog/_drafts/1_new/post.txt'))?.model,
    ).toMatchObject({
      kind: 'page',
      page: { id: 'blog/new', num: 1, status: 'draft', template: 'post' },
    });
    expect(
      site.contentFile(sitePath('content/2_blog/_drafts/new/3_child/post.txt'))?.model,
    ).toMatchObject({
      page: { id: 'blog/new/child', status: 'listed' },
    });
    expect(site.contentFile(sitePath('content/2_blog/a.jpg.txt'))?.model).toMatchObject({
      file: { path: 'content/2_blog/a.jpg', hasBinary: false },
    });
  });
});

test('metadata whose file is gone stays metadata, though Kirby takes it for the page', async () => {
  const site = await siteFrom({
    'content/p/article.txt': 'Title: Article\n\n----\n\nUuid: articleArticle11',
    'content/p/zoo.jpg.txt': 'Alt: orphan\n\n----\n\nUuid: zooZooZooZooZoo1',
  });
  expect(site.page('p')).toMatchObject({ template: 'zoo.jpg', uuid: 'zooZooZooZooZoo1' });
  expect(site.contentFile(sitePath('content/p/zoo.jpg.txt'))?.model).toMatchObject({
    kind: 'file',
    file: { name: 'zoo.jpg', hasBinary: false },
  });
  expect(site.contentFile(sitePath('content/p/article.txt'))?.model).toMatchObject({
    page: { template: 'article' },
  });
});

test('where media are kept out of the repository, metadata never makes a template', async () => {
  const files = Object.fromEntries(
    ['a', 'b', 'x', 'y'].map((name) => [`content/p/${name}.jpg.txt`, `Uuid: ${name.repeat(16)}`]),
  );
  const site = await siteFrom({ ...files, 'content/p/article.txt': 'Title: Article' });
  expect(site.media).toBe('mostly-absent');
  expect(site.page('p')).toMatchObject({ template: 'article', title: 'Article' });
  expect(site.resolveFile(`file://${'x'.repeat(16)}`, { kind: 'site' }).status).toBe(
    'metadata-only',
  );
  expect(site.resolveFile('nothing.jpg', { kind: 'site' }).status).toBe('unknown');
  expect(site.resolveFile('file://nothing', { kind: 'site' }).status).toBe('missing');
});

describe('folders that Kirby passes over', () => {
  test('hold no pages', async () => {
    const site = await siteFrom({
      'content/a/a.txt': '',
      'content/_b/b.txt': '',
      'content/.c/c.txt': '',
      'content/@eaDir/d.txt': '',
      'content/a/_drafts/e/e.txt': '',
      'content/_drafts/f/f.txt': '',
    });
    expect([...site.pages()].map(({ id, status }) => `${id} ${status}`)).toEqual([
      'a unlisted',
      'a/e draft',
      'f draft',
    ]);
  });

  test('are those of the configuration', async () => {
    const site = await siteFrom({
      'site/config/config.php': "<?php return ['content' => ['ignore' => ['private']]];",
      'content/private/a.txt': '',
      'content/@eaDir/d.txt': '',
    });
    expect([...site.pages()].map(({ id }) => id)).toEqual(['@eaDir']);
  });
});

test('of two folders with one slug the last is the page', async () => {
  const site = await siteFrom({
    'content/1_a/one.txt': 'Title: One',
    'content/2_b/b.txt': '',
    'content/10_a/two.txt': 'Title: Two',
  });
  expect([...site.pages()].map(({ id, title }) => [id, title])).toEqual([
    ['a', 'Two'],
    ['b', undefined],
  ]);
  expect(site.page('a')?.title).toBe('Two');
});

describe('the parts of a site', () => {
  test('tell of block types and plugins', async () => {
    const site = await siteFrom({
      'content/site.txt': '',
      'site/snippets/blocks/card.php': '',
      'site/blueprints/blocks/teaser.yml': 'name: Teaser',
      'site/plugins/seo/snippets/blocks/meta.php': '',
      'site/plugins/seo/blueprints/blocks/nested/box.yml': '',
      'site/plugins/_off/snippets/blocks/off.php': '',
      'site/plugins/seo/node_modules/x/snippets/blocks/no.php': '',
    });
    expect([...site.options.blockTypes].sort()).toEqual(['card', 'meta', 'nested/box', 'teaser']);
    expect(site.options.hasPlugins).toBe(true);
    expect(site.blueprints.fieldset('teaser')?.name).toBe('Teaser');
  });

  test('are where the roots say', async () => {
    const roots = {
      ...defaultRoots(sitePath('storage/content'), sitePath('app')),
      blueprints: sitePath('models'),
      templates: sitePath('resources/views'),
    };
    const site = await siteFrom(
      {
        'storage/content/site.txt': '',
        'models/pages/note.yml': '',
        'models/blocks/card.yml': '',
        'app/plugins/cards/blueprints/blocks/box.yml': '',
        'app/plugins/cards/blueprints/blocks/php.php': '<?php return [];',
        'app/plugins/cards/snippets/blocks/card.php': '',
        'app/plugins/cards/snippets/blocks/box.php': '',
        'app/snippets/blocks/card.php': '',
        'app/snippets/header.php': '',
        'resources/views/note.php': '',
        'resources/views/note.css': '',
      },
      { roots },
    );
    const sources = ['pages/note', 'blocks/card', 'blocks/box', 'blocks/php', 'blocks/text'];
    expect(sources.map((name) => site.blueprints.source(name)?.path)).toEqual([
      'models/pages/note.yml',
      'models/blocks/card.yml',
      'app/plugins/cards/blueprints/blocks/box.yml',
      'app/plugins/cards/blueprints/blocks/php.php',
      undefined,
    ]);
    expect(Object.fromEntries(site.options.blockSnippets)).toEqual({
      card: 'app/snippets/blocks/card.php',
      box: 'app/plugins/cards/snippets/blocks/box.php',
    });
    expect(Object.fromEntries(site.options.templates)).toEqual({
      note: 'resources/views/note.php',
    });
  });

  test.each([
    ['no plugin', { 'site/plugins/readme.md': '' }, false],
    ['a plugin that is switched off', { 'site/plugins/_seo/index.php': '' }, false],
    ['a plugin whose files are elsewhere', { 'site/plugins/seo/': '' }, true],
  ])('%s', async (_name, files, expected) => {
    const site = await siteFrom({ 'content/site.txt': '', ...files });
    expect(site.options.hasPlugins).toBe(expected);
  });
});
