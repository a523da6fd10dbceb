import { describe, expect, test } from 'vitest';
import {
  fieldNameAt,
  insertMissing,
  languageFiles,
  missingFields,
  valuePlace,
} from '../../server/src/features/translations.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { applied } from '../../server/src/kirby/json/text-edit.ts';
import { slice } from '../../server/src/kirby/text/span.ts';
import { type CheckOptions, contextOf } from '../support/check.ts';
import { twoLanguages } from '../support/languages.ts';

const english =
  'Title: Hello\n\n----\n\nText:\n\nWorld\n\\----\nWide\n\n----\n\nCover: \n\n----\n\nDate: 2026-05-01\n\n----\n\nMy-other: a\n\n----\n\nUuid: abc';
const files = {
  ...twoLanguages,
  'content/1_article/article.en.txt': english,
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.en.txt':
    'Alt: A photo\n\n----\n\nSort: 3\n\n----\n\nTemplate: photo\n\n----\n\nFocus: 10% 20%',
  'site/blueprints/pages/article.yml':
    'fields:\n  text:\n    type: textarea\n    label: Body\n  date:\n    type: date\n    translate: false\n',
};
const german: CheckOptions = { files, path: 'content/1_article/article.de.txt' };

describe('the files of all languages', () => {
  const listed = async (options: CheckOptions): Promise<readonly string[]> =>
    languageFiles(await contextOf('Title: a', options)).map(
      ({ language, path, exists, isDefault, isCurrent }) =>
        [
          `${language.name}: ${path}`,
          ...(isDefault ? ['default'] : []),
          ...(isCurrent ? ['current'] : []),
          ...(exists === true ? [] : [exists === false ? 'new' : 'unknown']),
        ].join(', '),
    );

  test('of a page', async () => {
    expect(await listed(german)).toEqual([
      'Deutsch: content/1_article/article.de.txt, current',
      'English: content/1_article/article.en.txt, default',
    ]);
    expect(await listed({ files, path: 'content/1_article/article.en.txt' })).toEqual([
      'Deutsch: content/1_article/article.de.txt, new',
      'English: content/1_article/article.en.txt, default, current',
    ]);
  });

  test.each([
    [
      'content/1_article/photo.jpg.en.txt',
      ['Deutsch: content/1_article/photo.jpg.de.txt, new', /current$/],
    ],
    ['content/site.de.txt', [/current$/, 'English: content/site.en.txt, default, new']],
    [
      'site/accounts/abc/user.de.txt',
      [/current$/, 'English: site/accounts/abc/user.en.txt, default, unknown'],
    ],
  ])('of %s', async (path, expected) => {
    expect(await listed({ files, path })).toEqual(
      expected.map((line): unknown =>
        typeof line === 'string' ? line : expect.stringMatching(line),
      ),
    );
  });

  test.each([
    ['a file in no language', { files, path: 'content/1_article/article.txt' }],
    ['unsaved changes', { files, path: 'content/1_article/_changes/article.de.txt' }],
    ['a site with one language', { path: 'content/1_article/article.de.txt' }],
    [
      'a site whose only language is this one',
      {
        files: { 'site/languages/de.php': "<?php return ['default' => true];" },
        path: 'content/1_article/article.de.txt',
      },
    ],
    ['a loose file', { inSite: false }],
  ])('are none for %s', async (_name, options) => {
    expect(await listed(options)).toEqual([]);
  });
});

describe('what a translation lacks', () => {
  const lacks = async (text: string, options: CheckOptions = german): Promise<unknown> =>
    missingFields(await contextOf(text, options))?.map(
      ({ name, key, label }) => `${name} ${key} ${label}`,
    );

  test('are the fields with a value, by the labels of the blueprint', async () => {
    expect(await lacks('')).toEqual([
      'title Title Title',
      'text Text Body',
      'my_other My-other My-other',
    ]);
  });

  test('are not those that are there, even if they are empty', async () => {
    expect(await lacks('Title:\n----\ntext: a\n----\nmy other: b')).toEqual([]);
  });

  test('is of a file not what counts in one language only', async () => {
    expect(await lacks('', { ...german, path: 'content/1_article/photo.jpg.de.txt' })).toEqual([
      'alt Alt Alt',
    ]);
  });

  test('is nothing where the default language has no file', async () => {
    expect(await lacks('', { ...german, path: 'content/2_other/article.de.txt' })).toEqual([]);
  });

  test('is not asked of the default language', async () => {
    expect(await lacks('', { files, path: 'content/1_article/article.en.txt' })).toBeUndefined();
  });
});

describe('a field that is missing', () => {
  const inserted = async (text: string, name: string): Promise<string | undefined> => {
    const edits = insertMissing(await contextOf(text, german), name, english);
    return edits === undefined ? undefined : applied(text, edits);
  };

  test.each([
    [
      'behind the one that it follows',
      'Title: Hallo\n\n----\n\nMy-other: b\n',
      'text',
      'Title: Hallo\n\n----\n\nText:\n\nWorld\n\\----\nWide\n\n----\n\nMy-other: b\n',
    ],
    [
      'behind an earlier one, where that is missing too',
      'Title: Hallo',
      'my_other',
      'Title: Hallo\n\n----\n\nMy-other: a',
    ],
    ['first', 'My-other: b', 'title', 'Title: Hello\n\n----\n\nMy-other: b'],
    ['in an empty file', '', 'title', 'Title: Hello'],
  ])('comes %s', async (_name, before, name, after) => {
    expect(await inserted(before, name)).toBe(after);
  });

  test.each([
    ['is there', 'Text: a', 'text'],
    ['is empty in the default language', '', 'cover'],
    ['is nowhere', '', 'nothing'],
  ])('is not put in where it %s', async (_name, before, name) => {
    expect(await inserted(before, name)).toBeUndefined();
  });
});

test('the field at a place is the one around it, or the one above', () => {
  const document = parseContent('Title: a\n\n----\n\nText: b\n');
  const at = (needle: string): string | undefined =>
    fieldNameAt(document, document.text.indexOf(needle));
  expect([
    at('Title'),
    at('----'),
    at('Text'),
    fieldNameAt(document, document.text.length),
  ]).toEqual(['title', 'title', 'text', 'text']);
  expect(fieldNameAt(parseContent(''), 0)).toBeUndefined();
});

test('the place of a field is its value', () => {
  const span = valuePlace(english, 'text');
  expect(span && slice(english, span)).toBe('World\n\\----\nWide');
  expect(valuePlace(english, 'nothing')).toBeUndefined();
});
