import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const site = folderWith({
  'content/site.txt': 'Title: Site',
  'content/1_article/article.txt':
    'Title: Article\n\n----\n\nCover: - photo.jpg\n\n----\n\nUuid: articleArticle01',
  'content/1_article/photo.jpg': '',
  'content/1_article/plan.pdf': '',
  'content/2_other/article.txt':
    'Author: - user://adaAda01\n\n----\n\nText:\n\nSee (image: article/photo.jpg) (link: article)',
  'content/2_other/lonely.jpg': '',
  'site/blueprints/pages/article.yml':
    'fields:\n  cover:\n    type: files\n    label: Cover picture\n  text:\n    type: textarea\n',
  'site/accounts/adaAda01/index.php': "<?php return ['name' => 'Ada'];",
  'README.md': '# A site',
});

const call = (...args: readonly string[]): Promise<Outcome> => kirbyAuthor(args, { folder: site });

describe('refs', () => {
  test('lists the places that mention a file', async () => {
    const expected =
      'content/1_article/article.txt:5:10 Cover picture\n' +
      'content/2_other/article.txt:7:13 Text: See (image: article/photo.jpg) (link: article)\n';
    for (const path of ['content/1_article/photo.jpg', './content/1_article/photo.jpg']) {
      expect(await call('refs', path)).toEqual({ code: 0, output: expected, errors: '' });
    }
  });

  test('lists those of a page, by its folder or its content, as JSON', async () => {
    for (const path of ['content/1_article', 'content/1_article/article.txt']) {
      const { code, output } = await call('refs', path, '--format', 'json');
      expect(code).toBe(0);
      expect(JSON.parse(output)).toMatchObject([
        { path: 'content/2_other/article.txt', line: 7, column: 39, field: 'Text' },
      ]);
    }
  });

  test('lists those of a user, by the folder of the account', async () => {
    const output = 'content/2_other/article.txt:1:11 Author\n';
    expect(await call('refs', 'site/accounts/adaAda01')).toEqual({ code: 0, output, errors: '' });
  });

  test('names them as they are found from where it is called', async () => {
    const pages = path.join(site, 'content/2_other');
    const article = '../1_article/photo.jpg';
    const { output } = await kirbyAuthor(['refs', article], { folder: pages });
    expect(output).toBe(
      '../1_article/article.txt:5:10 Cover picture\n' +
        'article.txt:7:13 Text: See (image: article/photo.jpg) (link: article)\n',
    );
  });

  test('says by its exit code that there are none', async () => {
    expect(await call('refs', 'content/2_other')).toEqual({ code: 1, output: '', errors: '' });
  });

  test.each([
    [['refs'], 'Name one file or folder.'],
    [['refs', 'content/site.txt'], 'content/site.txt is no page, no file and no user.'],
    [['refs', 'nowhere'], 'There is no file or folder nowhere.'],
    [['refs', 'content', '--format', 'xml'], '--format is one of pretty, json.'],
  ])('%j cannot run', async (args, message) => {
    const { code, errors } = await call(...args);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});

describe('unused', () => {
  test('lists the files that nothing mentions', async () => {
    const { code, output } = await call('unused');
    expect(code).toBe(0);
    expect(output).toBe('content/1_article/plan.pdf\ncontent/2_other/lonely.jpg\n');
  });

  test('lists those of a folder, as JSON', async () => {
    const { output } = await call('unused', 'content/2_other', '--format', 'json');
    expect(JSON.parse(output)).toEqual(['content/2_other/lonely.jpg']);
  });

  test('names those of several sites as they are found from where it is called', async () => {
    const files = { 'content/site.txt': '', 'content/a.jpg': '', 'site/blueprints/site.yml': '' };
    const both = ['one', 'two'].map((name) =>
      Object.entries(files).map(([file, text]) => [`${name}/${file}`, text]),
    );
    const folder = folderWith(Object.fromEntries(both.flat()) as Record<string, string>);
    const { output } = await kirbyAuthor(['unused'], { folder });
    expect(output).toBe('one/content/a.jpg\ntwo/content/a.jpg\n');
    const inside = await kirbyAuthor(['unused', '../one'], { folder: path.join(folder, 'two') });
    expect(inside.output).toBe('../one/content/a.jpg\n');
  });
});
