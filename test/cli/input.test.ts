import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../server/src/cli/report.ts';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const hidden = 'Blocks: [{"type":"line","isHidden":"false"}]';
const folder = folderWith({
  'content/site.txt': 'Title: Site',
  'content/1_first/article.txt': 'Title: Clean',
  'content/1_first/photo.jpg': '',
  'site/blueprints/pages/article.yml': 'fields:\n  cover:\n    type: files\n',
});

const check = (input: string, ...args: readonly string[]): Promise<Outcome> =>
  kirbyAuthor(['check', '-', '--format', 'json', ...args], { folder, input });

function found({ output }: Outcome): readonly string[] {
  const { problems } = JSON.parse(output) as Report;
  return problems.map(({ path, code }) => `${path} ${code}`);
}

describe('check -', () => {
  test('checks the input as a loose file', async () => {
    const outcome = await check(`${hidden}\n\n----\n\nCover: - absent.jpg`);
    expect(found(outcome)).toEqual(['- hidden-flag']);
    expect(outcome.code).toBe(1);
  });

  test('checks it as if it stood in a file of a site', async () => {
    const name = ['--stdin-filename', 'content/1_first/article.txt'];
    expect(found(await check('Cover:\n\n- absent.jpg\n- photo.jpg', ...name))).toEqual([
      'content/1_first/article.txt missing-file',
    ]);
    expect(found(await check('Cover: - photo.jpg', ...name))).toEqual([]);
  });

  test('names the file as it is found from where it is called', async () => {
    for (const name of [
      './content/1_first/article.txt',
      path.join(folder, 'content/1_first/article.txt'),
    ]) {
      const outcome = await check(hidden, '--stdin-filename', name);
      expect(found(outcome)).toEqual(['content/1_first/article.txt hidden-flag']);
    }
  });

  test('checks a blueprint', async () => {
    const name = ['--stdin-filename', 'site/blueprints/pages/article.yml'];
    expect(
      found(await check('fields:\n  a:\n    type: text\n    maxlength: many', ...name)),
    ).toEqual(['site/blueprints/pages/article.yml wrong-prop']);
  });

  test('follows the config of the project', async () => {
    const other = folderWith({
      'kirby-author.config.json': '{"ignore":["content/1_a"]}',
      'content/1_a/article.txt': '',
      'site/blueprints/site.yml': '',
    });
    const args = ['check', '-', '--format=json', '--stdin-filename=content/1_a/article.txt'];
    const outcome = await kirbyAuthor(args, { folder: other, input: hidden });
    expect(JSON.parse(outcome.output)).toEqual({ files: 0, problems: [] });
  });

  test.each([
    [['--fix'], 'The input cannot be mended; --fix-dry-run can be tried.'],
    [['content'], 'The input is checked by itself: name no other file.'],
    [['--changed'], 'The input has no history: leave --changed out.'],
    [
      ['--stdin-filename=site/blueprints/x.txt'],
      'site/blueprints/x.txt is no blueprint of its site.',
    ],
  ])('cannot run with %j', async (args, message) => {
    expect(await check(hidden, ...args)).toMatchObject({
      code: 2,
      errors: `kirby-author check: ${message}\n`,
    });
  });

  test('needs the input for --stdin-filename', async () => {
    const { errors } = await kirbyAuthor(['check', '--stdin-filename=a.txt'], { folder });
    expect(errors).toContain('--stdin-filename goes with -, the input.');
  });
});
