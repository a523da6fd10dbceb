import { describe, expect, test } from 'vitest';
import { applyEdits, fixesAt } from '../../server/src/features/fixes.ts';
import { type SitePath, sitePath } from '../../server/src/site/site-path.ts';
import { checkDiagnostics, checkFix, type CheckOptions, contextOf } from '../support/check.ts';

const only = ['duplicate-uuid'];

const page = 'Title: A\n\n----\n\nUuid: aaaaaaaaaaaaaaaa';
const photo = 'Uuid: ffffffffffffffff';

/** The texts of all files after the fix of a title that reaches into other files. */
async function widelyFixed(
  text: string,
  options: CheckOptions & { readonly title: string },
): Promise<Readonly<Record<string, string>> | undefined> {
  const context = await contextOf(text, options);
  const offered = fixesAt(context, { start: 0, end: text.length }, {});
  const fix = offered.map((one) => one.fix).find(({ title }) => title === options.title);
  expect(offered.map((one) => one.fix.title)).toContain(options.title);
  const files: Readonly<Record<string, unknown>> = {
    ...options.files,
    [options.path ?? 'content/1_article/article.txt']: text,
  };
  const texts = new Map<SitePath, string>();
  for (const path of fix?.wide?.paths ?? []) {
    const file = files[path];
    if (typeof file === 'string') texts.set(sitePath(path), file);
  }
  const edits = fix?.wide?.editsIn(texts);
  return (
    edits &&
    Object.fromEntries(
      [...edits].map(([path, list]) => [path, applyEdits(texts.get(path) ?? '', list)]),
    )
  );
}

describe('duplicate-uuid', () => {
  test('finds the page that Kirby does not, and names the one it does', async () => {
    const options = {
      only,
      path: 'content/2_copy/article.txt',
      files: { 'content/1_article/article.txt': page },
    };
    await checkDiagnostics(
      `
Title: Copy
----
Uuid: aaaaaaaaaaaaaaaa
      ^^^^^^^^^^^^^^^^ error duplicate-uuid: The page "article" has the same UUID. Kirby finds that one, even where this one is meant; give the copy a new UUID.
`,
      options,
    );
    const [offered] = fixesAt(await contextOf(page, options), { start: 0, end: page.length }, {});
    expect(offered?.finding.problem.related).toEqual([
      { message: 'The page that Kirby finds.', path: 'content/1_article/article.txt' },
    ]);
  });

  test('tells the one that Kirby finds, which may be the copy', () =>
    checkDiagnostics(
      `
Title: A
----
Uuid: aaaaaaaaaaaaaaaa
      ^^^^^^^^^^^^^^^^ information duplicate-uuid: 2 other pages have the same UUID. Kirby finds this page, even where another one is meant; give the copy a new UUID.
`,
      {
        only,
        files: {
          'content/10_copy/article.txt': page,
          'content/_drafts/copy/article.txt': page,
        },
      },
    ));

  test('finds two files, each with its metadata', () =>
    checkDiagnostics(
      `
Uuid: ffffffffffffffff
      ^^^^^^^^^^^^^^^^ error duplicate-uuid: The file "photo.jpg" has the same UUID. Kirby finds that one from other pages, even where this one is meant; give the copy a new UUID.
`,
      {
        only,
        path: 'content/1_article/photo.jpg.txt',
        files: {
          'content/1_article/photo.jpg': '',
          'content/photo.jpg': '',
          'content/photo.jpg.txt': photo,
        },
      },
    ));

  test.each<[string, CheckOptions]>([
    [
      'a file and a page',
      { files: { 'content/a.jpg': '', 'content/a.jpg.txt': 'Uuid: aaaaaaaaaaaaaaaa' } },
    ],
    ['another letter case', { files: { 'content/0_b/b.txt': 'Uuid: AAAAAAAAAAAAAAAA' } }],
    ['a page that another folder hides', { files: { 'content/0_article/article.txt': page } }],
    [
      'a file that is not there',
      { path: 'content/b.jpg.txt', files: { 'content/a.jpg.txt': page, 'content/b.jpg': '' } },
    ],
    [
      'unsaved changes of the Panel',
      { path: 'content/1_article/_changes/article.txt', files: { 'content/0_b/b.txt': page } },
    ],
    [
      'a site without UUIDs',
      {
        files: {
          'content/0_b/b.txt': page,
          'site/config/config.php': "<?php return ['content' => ['uuid' => false]];",
        },
      },
    ],
    [
      'a translation',
      {
        path: 'content/1_article/article.de.txt',
        files: {
          'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
          'site/languages/de.php': "<?php return ['code' => 'de'];",
          'content/1_article/article.en.txt': 'Title: A',
          'content/0_b/b.de.txt': page,
          'content/0_b/b.en.txt': page,
        },
      },
    ],
  ])('accepts %s', (_name, options) => checkDiagnostics(page, { only, ...options }));

  test('gives a page a new UUID', () =>
    checkFix('Uuid: aaaaaaaa$0aaaaaaaa', 'Uuid: 1d7tmz9j2abdrls0', {
      only,
      title: 'Give this page a new UUID',
      files: { 'content/0_b/b.txt': page },
    }));

  test('gives it the form that the site wants', () =>
    checkFix('Uuid: aaaaaaaa$0aaaaaaaa', 'Uuid: 00000000-0000-4000-8000-000000000000', {
      only,
      title: 'Give this page a new UUID',
      files: {
        'content/0_b/b.txt': page,
        'site/config/config.php': "<?php return ['content.uuid' => ['format' => 'uuid-v4']];",
      },
    }));
});

describe('the fix for a copied folder', () => {
  const title =
    'Give this page and all that it holds new UUIDs, also where they refer to each other';
  const original = {
    'content/1_article/article.txt': page,
    'content/1_article/photo.jpg': '',
    'content/1_article/photo.jpg.txt': photo,
    'content/1_article/_drafts/sub/sub.txt': 'Uuid: dddddddddddddddd',
    'content/1_article/own.jpg': '',
    'content/1_article/own.jpg.txt': 'Uuid: oooooooooooooooo',
  };
  const copied = String.raw`Uuid: aaaaaaaaaaaaaaaa
----
Cover: - file://ffffffffffffffff
----
Blocks: [{"content":{"images":["file:\/\/ffffffffffffffff"],"nested":"[{\"link\":\"page:\\\/\\\/dddddddddddddddd\"}]"},"type":"image"}]
----
Text: (link: page://aaaaaaaaaaaaaaaa) [x](/@/file/ffffffffffffffff) (image: file://oooooooooooooooo) ffffffffffffffff`;
  const files = {
    ...original,
    'content/2_copy/photo.jpg': '',
    'content/2_copy/photo.jpg.txt': `Alt: Like page://aaaaaaaaaaaaaaaa\r\n\r\n----\r\n\r\n${photo}`,
    'content/2_copy/_drafts/sub/sub.txt':
      'Uuid: dddddddddddddddd\n\n----\n\nUp: - page://aaaaaaaaaaaaaaaa',
  };

  test('renews what came along, and lets the copy speak of itself', async () => {
    const path = 'content/2_copy/article.txt';
    const fixed = await widelyFixed(copied, { only, path, files, title });
    const text = fixed?.[path] ?? '';
    const [uuid = ''] = /(?<=^Uuid: )\w{16}$/mu.exec(text) ?? [];
    const [file = ''] = /(?<=file:\/\/)\w{16}/u.exec(text) ?? [];
    const [draft = ''] =
      /(?<=^Uuid: )\w{16}$/mu.exec(fixed?.['content/2_copy/_drafts/sub/sub.txt'] ?? '') ?? [];
    expect(new Set([uuid, file, draft]).size).toBe(3);
    const renewed = (before: string): string =>
      before
        .replaceAll('aaaaaaaaaaaaaaaa', uuid)
        .replaceAll(/(?<!\) )f{16}/gu, file)
        .replaceAll('dddddddddddddddd', draft);
    expect(fixed).toEqual({
      [path]: renewed(copied),
      'content/2_copy/photo.jpg.txt': renewed(files['content/2_copy/photo.jpg.txt']),
      'content/2_copy/_drafts/sub/sub.txt': renewed(files['content/2_copy/_drafts/sub/sub.txt']),
    });
    // What was not copied is the original's, and a bare id mentions nothing.
    expect(text).toContain('file://oooooooooooooooo) ffffffffffffffff');
  });

  test('is offered for what is in the copy, too', async () => {
    const fixed = await widelyFixed('Uuid: dddddddddddddddd', {
      only,
      path: 'content/2_copy/_drafts/sub/sub.txt',
      files: { ...files, 'content/2_copy/article.txt': copied },
      title:
        'Give the page "copy" and all that it holds new UUIDs, also where they refer to each other',
    });
    expect(Object.keys(fixed ?? {}).sort()).toEqual([
      'content/2_copy/_drafts/sub/sub.txt',
      'content/2_copy/article.txt',
      'content/2_copy/photo.jpg.txt',
    ]);
  });

  test('changes nothing where a file is not as the site has it', async () => {
    const path = 'content/2_copy/article.txt';
    const context = await contextOf(copied, { path, files });
    const fix = fixesAt(context, { start: 0, end: copied.length }, {}).find(
      (one) => one.fix.title === title,
    );
    const texts = new Map(
      (fix?.fix.wide?.paths ?? []).map((at) => [at, at === path ? copied : 'Uuid: another']),
    );
    expect(texts.size).toBe(3);
    expect(fix?.fix.wide?.editsIn(texts)).toBeUndefined();
    expect(fix?.fix.wide?.editsIn(new Map())).toBeUndefined();
  });

  test('of a file that was copied alone lets its page go on finding it', async () => {
    const fixed = await widelyFixed(photo, {
      only,
      path: 'content/2_other/photo.jpg.txt',
      files: {
        ...original,
        'content/2_other/photo.jpg': '',
        'content/2_other/article.txt': 'Cover: - file://ffffffffffffffff',
        'content/2_other/below/article.txt': 'Cover: - file://ffffffffffffffff',
      },
      title: 'Give this file a new UUID, also where its page refers to it',
    });
    expect(Object.keys(fixed ?? {}).sort()).toEqual([
      'content/2_other/article.txt',
      'content/2_other/photo.jpg.txt',
    ]);
  });

  test('is left out where a new UUID is all', async () => {
    const context = await contextOf(page, { files: { 'content/0_b/b.txt': page } });
    const offered = fixesAt(context, { start: 0, end: page.length }, {});
    expect(offered.map(({ fix }) => fix.title)).toEqual(['Give this page a new UUID']);
  });
});
