import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../server/src/cli/report.ts';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const CONFIG = 'kirby-author.config.json';

function siteWith(config: Readonly<Record<string, string>>): string {
  return folderWith({
    'web/content/site.txt': 'Title: Site',
    'web/content/1_first/article.txt': 'Cover: - absent.jpg',
    'web/content/2_old/article.txt': 'Blocks: [{"type":"line","isHidden":"false"}]',
    'web/site/blueprints/pages/article.yml':
      'fields:\n  blocks:\n    type: blocks\n  cover:\n    type: files\n',
    'web/site/blueprints/pages/odd.yml': 'fields:\n  intro:\n    type: text\n    maxlength: many\n',
    ...config,
  });
}

const check = (folder: string, ...args: readonly string[]): Promise<Outcome> =>
  kirbyAuthor(['check', '--format', 'json', ...args], { folder });

function found({ output }: Outcome): readonly string[] {
  const { problems } = JSON.parse(output) as Report;
  return problems.map(({ code, severity }) => `${code} ${severity}`);
}

describe('kirby-author.config.json', () => {
  test.each([
    ['beside the site', `web/${CONFIG}`, 'content/2_old', '.'],
    ['above it', CONFIG, 'web/content/2_old', '.'],
    ['above it, when a part of the site is checked', CONFIG, 'web/content/2_old', 'web/content'],
  ])('counts %s', async (_name, file, ignored, from) => {
    const config = { rules: { 'missing-file': 'error', 'wrong-prop': 'off' }, ignore: [ignored] };
    const folder = siteWith({ [file]: JSON.stringify(config) });
    const outcome = await check(path.join(folder, from));
    expect(found(outcome)).toEqual(['missing-file error']);
    expect(outcome.code).toBe(1);
  });

  test('leaves files out wholly, or rules in files; blueprints as well', async () => {
    const folder = siteWith({
      [CONFIG]: JSON.stringify({
        ignore: ['web/site/blueprints', { files: 'web/content/1_*', rules: ['missing-file'] }],
      }),
    });
    const outcome = await check(folder);
    expect(found(outcome)).toEqual(['hidden-flag error']);
    expect((JSON.parse(outcome.output) as Report).files).toBe(3);
  });

  test('counts behind --rule', async () => {
    const folder = siteWith({ [CONFIG]: '{"rules":{"missing-file":"off","wrong-prop":"off"}}' });
    const args = ['--rule', 'missing-file=hint', '--rule', 'hidden-flag=off'];
    expect(found(await check(folder, ...args))).toEqual(['missing-file hint']);
  });

  test('keeps --fix away from what is ignored', async () => {
    const twins = 'Blocks: [{"id":"a","type":"line"},{"id":"a","type":"line"}]';
    const folder = siteWith({
      'web/content/2_old/article.txt': twins,
      [CONFIG]: '{"ignore":["**/2_old"]}',
    });
    expect(JSON.parse((await check(folder, '--fix')).output)).toMatchObject({ fixed: 0 });
    writeFileSync(path.join(folder, CONFIG), '{}');
    expect(JSON.parse((await check(folder, '--fix')).output)).toMatchObject({ fixed: 1 });
  });

  test('that is wrong is an error', async () => {
    const folder = siteWith({ [CONFIG]: '{"rules":{"missing-fil":"off"},"ignored":[]}' });
    expect(await check(path.join(folder, 'web'))).toEqual({
      code: 2,
      output: '',
      errors:
        `kirby-author check: ${path.join('..', CONFIG)}: ` +
        'There is no rule "missing-fil". Did you mean "missing-file"?\n' +
        `${path.join('..', CONFIG)}: There is no setting "ignored". Did you mean "ignore"?\n`,
    });
  });
});
