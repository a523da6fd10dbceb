import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Report } from '../../server/src/cli/report.ts';
import { hiddenFlag } from '../../server/src/rules/hidden-flag.ts';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const blueprint = 'fields:\n  blocks:\n    type: blocks\n  cover:\n    type: files\n';
const hidden = 'Blocks: [{"type":"line","isHidden":"false"}]';
const clean = 'Title: Clean';

/** A site with an error on its second page and a warning on its third. */
const site = folderWith({
  'content/site.txt': 'Title: Site',
  'content/1_first/article.txt': clean,
  'content/1_first/photo.jpg': '',
  'content/1_first/photo.jpg.txt': 'Alt: A photo',
  'content/2_second/article.txt': `Title: 😀\r\n\r\n----\r\n\r\n${hidden}`,
  'content/3_third/article.txt': 'Cover: - absent.jpg',
  'content/3_third/notes.md': 'No content file.',
  'site/blueprints/pages/article.yml': blueprint,
});

const two = folderWith({
  'a/content/site.txt': 'Title: A',
  'a/content/1_x/article.txt': hidden,
  'a/site/blueprints/pages/article.yml': blueprint,
  'b/content/site.txt': 'Title: B',
  'b/content/1_y/article.txt': clean,
});

const loose = folderWith({ 'notes/loose.txt': hidden, 'notes/other.md': '# Hello' });

function reportOf({ output }: Outcome): Report {
  return JSON.parse(output) as Report;
}

/** Where problems are, as `PATH CODE`. */
function places(outcome: Outcome): readonly string[] {
  return reportOf(outcome).problems.map(({ path: file, code }) => `${file} ${code}`);
}

const check = (folder: string, ...args: readonly string[]): Promise<Outcome> =>
  kirbyAuthor(['check', ...args], { folder });

describe('the report as JSON', () => {
  test('has this form, with lines and UTF-16 columns from one', async () => {
    const outcome = await check(site, '--format', 'json');
    expect(outcome.errors).toBe('');
    expect(outcome.code).toBe(1);
    const report = reportOf(outcome);
    expect(report).toEqual({
      files: 6,
      problems: [
        {
          path: 'content/2_second/article.txt',
          line: 5,
          column: 36,
          endLine: 5,
          endColumn: 43,
          severity: 'error',
          code: 'hidden-flag',
          message: 'In quotes this means true: Kirby hides the block. Write false without quotes.',
          fixes: ['Show the block (false)', 'Hide the block (true)'],
        },
        {
          path: 'content/3_third/article.txt',
          line: 1,
          column: 10,
          endLine: 1,
          endColumn: 20,
          severity: 'warning',
          code: 'missing-file',
          message: expect.stringContaining('"absent.jpg"') as unknown,
          fixes: expect.any(Array) as unknown,
        },
      ],
    });
    expect(outcome.output.endsWith('}\n')).toBe(true);
  });

  test('counts columns as editors do', async () => {
    const text = 'Blocks: [{"type":"😀","id":"é","isHidden":"no"}]';
    const folder = folderWith({ 'loose.txt': text });
    const report = reportOf(await check(folder, 'loose.txt', '--format', 'json'));
    const column = text.indexOf('"no"') + 1;
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'hidden-flag', column, endColumn: column + 4 }),
    );
  });

  test('is the same from run to run', async () => {
    const first = await check(site, '--format', 'json');
    expect(await check(site, '--format', 'json')).toEqual(first);
  });
});

describe('the report for people', () => {
  test('names files, places, severities and rules, and sums up', async () => {
    const { output, code } = await check(site);
    expect(code).toBe(1);
    expect(output).toBe(`content/2_second/article.txt
  5:36      error       In quotes this means true: Kirby hides the block. Write false without quotes.  hidden-flag

content/3_third/article.txt
  1:10      warning     The file "absent.jpg" does not exist on this page. Kirby leaves it out without a word; choose another file or remove it.  missing-file

6 files checked: 1 error, 1 warning.
`);
  });

  test('says that all is well', async () => {
    const { output, code } = await check(site, 'content/1_first');
    expect([output, code]).toEqual(['2 files checked, no problems.\n', 0]);
  });

  test('has colours on a terminal only', async () => {
    const { output } = await kirbyAuthor(['check'], { folder: site, isInteractive: true });
    expect(output).toContain('\u001B[31merror');
    const plain = output.replace(/\u001B\[\d*m/gu, '');
    expect(plain).toBe((await check(site)).output);
  });
});

describe('on a terminal', () => {
  test('a line that goes says how far it is', async () => {
    const outcome = await kirbyAuthor(['check'], { folder: site, showsProgress: true });
    expect(outcome.output).toBe((await check(site)).output);
    expect(outcome.errors).toMatch(/^(?:\r\u001B\[K[^\r\n]+)+\r\u001B\[K$/u);
    expect(outcome.errors).toContain('6 files checked');
  });

  test('it goes as well where checking cannot go on', async () => {
    const args = ['check', 'content', 'content/3_third/notes.md'];
    const { errors } = await kirbyAuthor(args, { folder: site, showsProgress: true });
    expect(errors).toContain(
      '\r\u001B[Kkirby-author check: content/3_third/notes.md is no content file',
    );
  });
});

describe('the exit code', () => {
  test.each<readonly [string, readonly string[], number]>([
    ['0 without problems', ['content/1_first'], 0],
    ['0 with warnings', ['content/3_third'], 0],
    ['0 with as many warnings as allowed', ['content/3_third', '--max-warnings', '1'], 0],
    ['1 with more warnings than allowed', ['content/3_third', '--max-warnings', '0'], 1],
    ['1 with an error', ['content/2_second'], 1],
    ['1 with an error, whatever is allowed', ['content/2_second', '--max-warnings=9'], 1],
    ['2 for a number of warnings that is none', ['--max-warnings', 'many'], 2],
    ['2 for a format that is not known', ['--format', 'xml'], 2],
    ['2 for an option that is not known', ['--fix-everything'], 2],
    ['2 for an option without its value', ['--format'], 2],
  ])('is %s', async (_name, args, code) => {
    const outcome = await check(site, ...args);
    expect(outcome.code).toBe(code);
    expect(outcome.errors === '').toBe(code !== 2);
    expect(outcome.errors).not.toContain('    at ');
  });
});

describe('a path', () => {
  const second = 'content/2_second/article.txt hidden-flag';
  const third = 'content/3_third/article.txt missing-file';
  const below = path.basename(site);

  test.each<readonly [string, string, readonly string[], number, readonly string[]]>([
    ['none: the current folder', site, [], 6, [second, third]],
    ['the site', path.dirname(site), [site], 6, [`${below}/${second}`, `${below}/${third}`]],
    ['the content', site, ['content'], 5, [second, third]],
    [
      'the content, from inside',
      path.join(site, 'content'),
      ['.'],
      5,
      ['2_second/article.txt hidden-flag', '3_third/article.txt missing-file'],
    ],
    ['a folder in the content', site, ['content/2_second'], 1, [second]],
    ['a folder in the content, with a slash', site, ['content/2_second/'], 1, [second]],
    ['a single file', site, ['content/2_second/article.txt'], 1, [second]],
    [
      'a file in the current folder',
      path.join(site, 'content/3_third'),
      ['article.txt'],
      1,
      ['article.txt missing-file'],
    ],
    ['metadata', site, ['content/1_first/photo.jpg.txt'], 1, []],
    ['several', site, ['content/3_third', 'content/2_second'], 2, [second, third]],
    ['one file twice', site, ['content', 'content/2_second/article.txt'], 5, [second, third]],
    ['one of several sites', two, ['a'], 3, ['a/content/1_x/article.txt hidden-flag']],
    ['a folder with several sites', two, ['.'], 5, ['a/content/1_x/article.txt hidden-flag']],
    ['a loose file', loose, ['notes/loose.txt'], 1, ['notes/loose.txt hidden-flag']],
  ])('can be %s', async (_name, folder, paths, files, problems) => {
    const outcome = await check(folder, ...paths, '--format', 'json');
    expect(outcome.errors).toBe('');
    expect(reportOf(outcome).files).toBe(files);
    expect(places(outcome)).toEqual(problems);
  });

  test.each<readonly [string, string, readonly string[], string]>([
    ['is not there', site, ['content/4_none'], 'There is no file or folder content/4_none.'],
    [
      'has no site',
      loose,
      ['notes'],
      'There is no Kirby site in notes, and it is in neither the content nor the blueprints of one.',
    ],
    [
      'is this folder, and has no site',
      loose,
      [],
      `There is no Kirby site in ${loose}, and it is in neither the content nor the blueprints of one.`,
    ],
    [
      'is something else',
      loose,
      ['notes/other.md'],
      'notes/other.md is no content file: its name does not end with .txt.',
    ],
    [
      'is no content file',
      site,
      ['content/3_third/notes.md'],
      'content/3_third/notes.md is no content file of its site.',
    ],
    [
      'is a photo',
      site,
      ['content/1_first/photo.jpg'],
      'content/1_first/photo.jpg is no content file of its site.',
    ],
    [
      'is one of several, and not there',
      site,
      ['content', 'nowhere'],
      'There is no file or folder nowhere.',
    ],
  ])('that %s is an error', async (_name, folder, paths, message) => {
    expect(await check(folder, ...paths)).toEqual({
      code: 2,
      output: '',
      errors: `kirby-author check: ${message}\n`,
    });
  });
});

describe('blueprints', () => {
  const folder = folderWith({
    'content/site.txt': 'Title: Site',
    'site/blueprints/site.yml': 'title: Site',
    'site/blueprints/pages/post.yml': 'fields:\n  intro:\n    type: text\n    maxlength: many\n',
    'site/blueprints/pages/good.yml': 'fields:\n  intro:\n    type: text\n',
    'site/plugins/seo/blueprints/tabs/seo.yml': 'fields:\n  a: 5\n',
    'site/config/notes.yml': 'a: 1',
  });
  const post = 'site/blueprints/pages/post.yml wrong-prop';
  const seo = 'site/plugins/seo/blueprints/tabs/seo.yml broken-blueprint';

  test.each<readonly [string, readonly string[], number, readonly string[]]>([
    ['are checked with their site', [], 5, [post, seo]],
    ['are not checked with the content alone', ['content'], 1, []],
    ['can be checked as a folder', ['site/blueprints/pages'], 2, [post]],
    ['can be checked one by one', ['site/blueprints/pages/post.yml'], 1, [post]],
    ['of a plugin, too', ['site/plugins/seo'], 1, [seo]],
    ['and of plugins are checked with the folder of both', ['site'], 4, [post, seo]],
  ])('%s', async (_name, paths, files, problems) => {
    const outcome = await check(folder, ...paths, '--format', 'json');
    expect(outcome.errors).toBe('');
    expect(reportOf(outcome).files).toBe(files);
    expect(places(outcome)).toEqual(problems);
    expect(outcome.code).toBe(problems.length === 0 ? 0 : 1);
  });

  test.each([
    ['site/config/notes.yml', 'site/config/notes.yml is no blueprint of its site.'],
    ['site/config', 'There are neither content nor blueprints in site/config.'],
  ])('are not to be found in %s', async (given, message) => {
    const errors = `kirby-author check: ${message}\n`;
    expect(await check(folder, given)).toEqual({ code: 2, output: '', errors });
  });

  test('have lines and columns', async () => {
    const outcome = await check(folder, 'site/blueprints/pages/post.yml', '--format', 'json');
    expect(reportOf(outcome).problems[0]).toMatchObject({ line: 4, column: 16, endColumn: 20 });
  });
});

test('a content folder that is all there is can be checked', async () => {
  const folder = folderWith({
    'site.txt': 'Title: S',
    '1_a/article.txt': 'Cover: a',
    '2_b/article.txt': hidden,
  });
  const outcome = await check(folder, '--format', 'json');
  expect(reportOf(outcome).files).toBe(3);
  expect(places(outcome)).toEqual(['2_b/article.txt hidden-flag']);
});

test('a rule that is off takes no room from the others', async () => {
  const folder = folderWith({
    'content/site.txt': `Text: ${'(image: a.jpg)'.repeat(150)}\n\n----\n\nTags: a, b, a`,
    'site/blueprints/site.yml': 'fields:\n  text:\n    type: textarea\n  tags:\n    type: tags\n',
  });
  expect(reportOf(await check(folder, '--format', 'json')).problems).toHaveLength(100);
  const outcome = await check(folder, '--format', 'json', '--rule', 'missing-file=off');
  expect(places(outcome)).toEqual(['content/site.txt duplicate-item']);
});

describe('a rule that throws', () => {
  const folder = folderWith({ 'content/site.txt': hidden, 'site/blueprints/site.yml': blueprint });
  const checkBroken = async (...args: readonly string[]): Promise<Outcome> => {
    const broken = vi.spyOn(hiddenFlag, 'check').mockImplementation(() => {
      throw new Error('Our mistake');
    });
    try {
      return await check(folder, ...args);
    } finally {
      broken.mockRestore();
    }
  };

  test('is told, and nothing is said to be well, nor kept', async () => {
    const outcome = await checkBroken('--cache', 'kept');
    expect(outcome.errors).toContain(
      'kirby-author check: The rule hidden-flag failed in content/site.txt: Error: Our mistake',
    );
    expect(outcome.code).toBe(2);
    expect((await check(folder, '--cache', 'kept')).code).toBe(1);
  });

  test('does not matter where it is off', async () => {
    expect(await checkBroken('--rule', 'hidden-flag=off')).toMatchObject({ code: 0, errors: '' });
  });
});
