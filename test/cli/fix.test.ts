import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../server/src/cli/report.ts';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const twins =
  'Blocks: [{"id":"a","type":"line"},{"id":"a","type":"line"},{"id":"b","type":"line"}]';

function newSite(): string {
  return folderWith({
    'content/site.txt': 'Title: Site',
    'content/1_first/article.txt': `\uFEFFTitle: Zoë\r\n\r\n----\r\n\r\n${twins}\r\n`,
    'content/2_second/article.txt': 'Cover: - absent.jpg',
    'content/3_third/article.txt': Buffer.from(`Title: Zo\xEB\n\n----\n\n${twins}`, 'latin1'),
    'site/blueprints/pages/article.yml':
      'fields:\n  blocks:\n    type: blocks\n  cover:\n    type: files\n',
  });
}

function textAt(site: string, file: string): string {
  return readFileSync(path.join(site, file), 'latin1');
}

const first = 'content/1_first/article.txt';
const third = 'content/3_third/article.txt';

function reportOf({ output }: Outcome): Report {
  return JSON.parse(output) as Report;
}

const check = (folder: string, ...args: readonly string[]): Promise<Outcome> =>
  kirbyAuthor(['check', '--format', 'json', ...args], { folder });

function codes(outcome: Outcome): readonly string[] {
  return reportOf(outcome).problems.map(({ path: file, code }) => `${file} ${code}`);
}

describe('check --fix', () => {
  test('mends what is safe, keeps all other bytes, and reports what is left', async () => {
    const site = newSite();
    const before = textAt(site, first);
    const others = [textAt(site, third), textAt(site, 'content/2_second/article.txt')];
    const outcome = await check(site, '--fix');
    expect(reportOf(outcome).fixed).toBe(1);
    expect(codes(outcome)).toEqual([
      'content/2_second/article.txt missing-file',
      'content/3_third/article.txt lost-character',
      'content/3_third/article.txt duplicate-id',
    ]);
    const after = textAt(site, first);
    expect(after).not.toBe(before);
    // Only an id is another one.
    expect(after.replace(/"id":"[^"]*"/g, '')).toBe(before.replace(/"id":"[^"]*"/g, ''));
    // What is no UTF-8 would not stay what it is.
    expect([textAt(site, third), textAt(site, 'content/2_second/article.txt')]).toEqual(others);
    expect(outcome.errors).toBe(
      'kirby-author check: The file content/3_third/article.txt is not all UTF-8, or has a � in it, and stays as it is.\n',
    );
    expect(reportOf(await check(site, '--fix')).fixed).toBe(0);
  });

  test('as a dry run reports the same and writes nothing', async () => {
    const site = newSite();
    const before = textAt(site, first);
    const outcome = await check(site, '--fix-dry-run');
    expect(reportOf(outcome).fixed).toBe(1);
    expect(codes(outcome)).toHaveLength(3);
    expect(textAt(site, first)).toBe(before);
  });

  test.each(['--fix', '--fix-dry-run'])(
    'reports what is left when all files are mended: %s',
    async (option) => {
      const site = folderWith({
        'content/site.txt': 'Title: Site',
        // The line before the key hides the UUID, and the first page mentions it.
        'content/1_first/article.txt': 'Related: - page://secondSecond0001',
        'content/2_second/article.txt':
          'Blocks: [{"id":"a","type":"line"}]]\n----\nUuid: page://secondSecond0001',
        'site/blueprints/pages/article.yml':
          'fields:\n  blocks:\n    type: blocks\n  related:\n    type: pages\n',
      });
      expect(codes(await check(site))).toContain('content/1_first/article.txt missing-uuid');
      const outcome = await check(site, option);
      expect(reportOf(outcome).fixed).toBe(1);
      expect(codes(outcome)).toEqual([]);
    },
  );

  test('says to people how many files it has mended', async () => {
    const { output } = await kirbyAuthor(['check', '--fix'], { folder: newSite() });
    expect(output).toMatch(/\n5 files checked, 1 mended: /);
    const tried = await kirbyAuthor(['check', '--fix-dry-run'], { folder: newSite() });
    expect(tried.output).toMatch(/\n5 files checked, 1 would be mended: /);
  });
});

describe('check --rule', () => {
  test('makes rules more or less serious, and switches them off', async () => {
    const site = newSite();
    const off = await check(site, '--rule', 'duplicate-id=off', '--rule', 'missing-file=hint');
    expect(off.code).toBe(0);
    expect(reportOf(off).problems).toMatchObject([
      { code: 'missing-file', severity: 'hint' },
      { code: 'lost-character', severity: 'warning' },
    ]);
  });

  test.each([
    ['--rule=no-such-rule=off', 'There is no rule "no-such-rule".'],
    ['--rule=missing-file=loud', '--rule is CODE=SEVERITY'],
    ['--rule=missing-file', '--rule is CODE=SEVERITY'],
  ])('refuses %s', async (option, message) => {
    const { code, errors } = await check(newSite(), option);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});
