import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SiteDigest } from '../../server/src/cli/site-digest.ts';
import type { ScanBatch } from '../../server/src/site/scan.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const files = {
  'content/site.txt': 'Title: Site',
  'content/1_first/article.txt': 'Title: First\n\n----\n\nText: (image: photo.jpg)',
  'content/1_first/photo.jpg': '',
  'content/1_first/photo.jpg.txt': 'Alt: A photo\n\n----\n\nUuid: photoPhotoPhoto1',
  'content/2_second/article.txt': 'Cover: - file://photoPhotoPhoto1',
  'content/3_third/article.txt': 'Cover: - absent.jpg',
  'site/blueprints/pages/article.yml':
    'fields:\n  cover:\n    type: files\n  text:\n    type: textarea\n',
};

const check = (folder: string, ...args: readonly string[]): Promise<Outcome> =>
  kirbyAuthor(['check', '--format', 'json', ...args], { folder });

const cached = ['--cache', 'cache/check.json'];

function write(folder: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function cacheIn(folder: string): string {
  return readFileSync(path.join(folder, 'cache/check.json'), 'utf8');
}

/** Puts something else into the cache, under keys that fit no file: it is seen only where no file is looked at. */
function forge(folder: string): void {
  const kept = cacheIn(folder);
  const { files: entries } = JSON.parse(kept) as { files: Record<string, [string]> };
  const forged = Object.values(entries).reduce((text, [key]) => text.replace(key, 'forged'), kept);
  write(folder, 'cache/check.json', forged.replaceAll('absent.jpg', 'from-the-cache.jpg'));
}

describe('check --cache', () => {
  test('finds again what was found, without looking', async () => {
    const folder = folderWith(files);
    const without = await check(folder);
    expect(await check(folder, ...cached)).toEqual(without);
    const kept = cacheIn(folder);
    expect(await check(folder, ...cached)).toEqual(without);
    expect(cacheIn(folder)).toBe(kept);
    // Who writes something else into it sees where the report comes from.
    write(folder, 'cache/check.json', kept.replaceAll('absent.jpg', 'from-the-cache.jpg'));
    const { output, code } = await check(folder, ...cached);
    expect(output).toContain('from-the-cache.jpg');
    expect(code).toBe(without.code);
  });

  test('takes the last report as a whole where all is as it was', async () => {
    const folder = folderWith(files);
    const { output } = await check(folder, folder, ...cached);
    forge(folder);
    const forged = output.replaceAll('absent.jpg', 'from-the-cache.jpg');
    expect((await check(folder, folder, ...cached)).output).toBe(forged);
    const there = [folder, '--cache', '../cache/check.json'];
    const { output: inside } = await check(path.join(folder, 'site'), ...there);
    expect(inside).toBe(forged.replaceAll('"content/', '"../content/'));
    // Less is asked for.
    expect(await check(folder, 'content/3_third', ...cached)).toEqual(
      await check(folder, 'content/3_third'),
    );
  });

  test.each([
    ['a picture', 'content/2_second/new.jpg'],
    ['a blueprint', 'site/blueprints/files/cover.yml'],
    ['a plugin', 'site/plugins/own/index.php'],
    ['a setting', 'kirby-author.config.json'],
  ])('does not where %s is new or gone', async (_what, file) => {
    const folder = folderWith(files);
    await check(folder, ...cached);
    forge(folder);
    write(folder, file, '{}');
    expect(await check(folder, ...cached)).toEqual(await check(folder));
    forge(folder);
    rmSync(path.join(folder, file));
    expect(await check(folder, ...cached)).toEqual(await check(folder));
  });

  test('goes with any format, also after another', async () => {
    const folder = folderWith({
      ...files,
      'content/2_second/article.txt': 'Cover: - file://photoPhotoPhoto2',
    });
    await kirbyAuthor(['check', ...cached], { folder });
    const report = await check(folder, ...cached);
    expect(report).toEqual(await check(folder));
    expect(report.output).toContain('photo.jpg');
  });

  test('looks again where a file, its site or what is wanted has changed', async () => {
    const folder = folderWith(files);
    const reports: string[] = [];
    const say = async (...args: readonly string[]): Promise<void> => {
      const { output } = await check(folder, ...cached, ...args);
      expect(output).toBe((await check(folder, ...args)).output);
      reports.push(output);
    };
    await say();
    write(folder, 'content/3_third/article.txt', 'Cover: - gone.jpg');
    await say();
    rmSync(path.join(folder, 'content/1_first/photo.jpg'));
    await say();
    rmSync(path.join(folder, 'content/1_first/photo.jpg.txt'));
    await say();
    write(folder, 'site/blueprints/pages/article.yml', 'fields:\n  text:\n    type: nothing\n');
    await say();
    await say('--rule', 'missing-file=error');
    write(folder, 'kirby-author.config.json', '{"rules":{"missing-uuid":"off"}}');
    await say();
    expect(new Set(reports).size).toBe(reports.length);
  });

  test('is of no use to another version, and keeps nothing of files that are gone', async () => {
    const folder = folderWith(files);
    const { output } = await check(folder, ...cached);
    write(
      folder,
      'cache/check.json',
      cacheIn(folder)
        .replace(/("kirby-author check":")[^"]+/u, '$1another')
        .replaceAll('absent.jpg', 'from-the-cache.jpg'),
    );
    expect((await check(folder, ...cached)).output).toBe(output);
    expect(cacheIn(folder)).toContain('content/3_third/article.txt');
    rmSync(path.join(folder, 'content/3_third'), { recursive: true });
    await check(folder, 'content/2_second', ...cached);
    expect(cacheIn(folder)).not.toContain('content/3_third/article.txt');
    // What was not checked this time is kept.
    expect(cacheIn(folder)).toContain('content/1_first/article.txt');
  });

  test('goes with paths, with --changed and from other folders', async () => {
    const folder = folderWith(files);
    const file = path.join(folder, 'cache/check.json');
    const inside = path.join(folder, 'content');
    const report = await check(inside, '3_third', '--cache', file);
    expect(report).toEqual(await check(inside, '3_third'));
    expect(Object.keys((JSON.parse(cacheIn(folder)) as { files: object }).files)).toEqual([
      '../content/3_third/article.txt',
    ]);
    expect(await check(folder, '--cache', file)).toEqual(await check(folder));
  });

  test.each([
    ['content/1_first/article.txt', 'is no cache of an earlier check'],
    ['site', 'cannot be read'],
    ['content/site.txt/cache', 'cannot be'],
  ])('leaves %s alone', async (file, message) => {
    const folder = folderWith(files);
    const { code, errors } = await check(folder, '--cache', file);
    expect(code).toBe(2);
    expect(errors).toContain(message);
    for (const [name, text] of Object.entries(files))
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text);
  });

  test.each([['--fix'], ['--fix-dry-run'], ['-']])('does not go with %s', async (other) => {
    const folder = folderWith(files);
    const { code, errors } = await check(folder, other, ...cached);
    expect(code).toBe(2);
    expect(errors).toContain('--cache goes with files');
    expect(existsSync(path.join(folder, 'cache'))).toBe(false);
  });

  test('says what a check without it says, after any changes of the site', async () => {
    const page = fc.constantFrom('1_first', '2_second', '3_third', '_drafts/new', '4_new');
    const text = fc.constantFrom(
      'Title: One',
      'Title: Two\n\n----\n\nUuid: pagePagePagePage',
      'Cover: - file://photoPhotoPhoto1\n\n----\n\nText: (link: page://pagePagePagePage)',
      'Cover: - absent.jpg\n\n----\n\nText: (image: photo.jpg) (link: first)',
      `Text: ${'long '.repeat(80)} (image: other.png)`,
      'Text: [{"type":"image","content":{"image":["photo.jpg"]}}',
    );
    const change = fc.oneof(
      fc.record({ kind: fc.constant('page' as const), page, text }),
      fc.record({
        kind: fc.constant('photo' as const),
        page,
        text: fc.constantFrom('Uuid: photoPhotoPhoto1', 'Uuid: otherOtherOther1', 'Alt: x'),
      }),
      fc.record({ kind: fc.constant('gone' as const), page }),
      fc.record({ kind: fc.constant('moved' as const), page, to: page }),
      fc.record({
        kind: fc.constant('blueprint' as const),
        type: fc.constantFrom('files', 'blocks', 'text', 'nothing'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const folder = folderWith(files);
        const content = path.join(folder, 'content');
        await check(folder, ...cached);
        for (const one of changes) {
          if (one.kind === 'page') write(content, `${one.page}/article.txt`, one.text);
          else if (one.kind === 'photo') {
            write(content, `${one.page}/photo.jpg`, '');
            write(content, `${one.page}/photo.jpg.txt`, one.text);
          } else if (one.kind === 'gone')
            rmSync(path.join(content, one.page), { recursive: true, force: true });
          else if (one.kind === 'blueprint') {
            const fields = `fields:\n  cover:\n    type: ${one.type}\n  text:\n    type: blocks\n`;
            write(folder, 'site/blueprints/pages/article.yml', fields);
          } else if (
            existsSync(path.join(content, one.page)) &&
            !existsSync(path.join(content, one.to))
          ) {
            mkdirSync(path.dirname(path.join(content, one.to)), { recursive: true });
            renameSync(path.join(content, one.page), path.join(content, one.to));
          }
          const where = one.kind === 'moved' ? [] : ['content'];
          for (const args of [where, [], []])
            expect(await check(folder, ...args, ...cached)).toEqual(await check(folder, ...args));
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('the digest of a site', () => {
  const roots = defaultRoots(sitePath('content'), sitePath('site'));
  const request = { roots, contentExtension: 'txt', folders: [], trees: [] };
  const file = (name: string, title: string): ScanBatch['folders'][number]['files'][number] => ({
    name,
    summary: { title, uuid: undefined, slug: undefined, names: [], values: [], content: undefined },
  });
  const folder = (at: string, ...all: ScanBatch['folders'][number]['files']): ScanBatch => ({
    folders: [{ path: sitePath(at), folders: [], files: all }],
    parts: [],
    gone: [],
  });

  async function digestOf(...batches: readonly ScanBatch[]): Promise<string> {
    const digest = new SiteDigest();
    const scanner = digest.of({
      scan(_request, take) {
        for (const batch of batches) take(batch);
        return Promise.resolve();
      },
    });
    const taken: ScanBatch[] = [];
    await scanner.scan(request, (batch) => taken.push(batch));
    expect(taken).toEqual(batches);
    return digest.value(roots);
  }

  test('does not mind in which order a disk lists its folders', async () => {
    const [a, b] = [file('a.txt', 'A'), file('b.txt', 'B')];
    const one = await digestOf(folder('content/x', a, b), folder('content/y'));
    expect(await digestOf(folder('content/y'), folder('content/x', b, a))).toBe(one);
    expect(await digestOf(folder('content/x', a), folder('content/y', b))).not.toBe(one);
    expect(
      await digestOf(folder('content/x', file('a.txt', 'C'), b), folder('content/y')),
    ).not.toBe(one);
  });
});
