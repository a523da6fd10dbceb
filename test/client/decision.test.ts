import { describe, expect, test } from 'vitest';

/** What is tested of `client/src/language/decision.ts`; the client is no reference of this project. */
interface DecisionModule {
  readonly decide: (candidate: {
    readonly languageId: string;
    readonly choice: string | undefined;
    readonly isAssociated: boolean;
  }) => 'leave' | 'switch' | 'ask';
  readonly mayBeContent: (text: string) => boolean;
  readonly pathPattern: (association: string) => string;
}

const file = new URL('../../client/src/language/decision.ts', import.meta.url).href;
const { decide, mayBeContent, pathPattern } = (await import(
  /* @vite-ignore */ file
)) as DecisionModule;

const plain = { languageId: 'plaintext', choice: undefined, isAssociated: false };

describe('the language of a document', () => {
  test.each([
    ['plain text depends on where it is', plain, 'ask'],
    ['another language is left alone', { ...plain, languageId: 'markdown' }, 'leave'],
    ['content is content already', { ...plain, languageId: 'kirby-txt' }, 'leave'],
    ['an association of the author settles it', { ...plain, isAssociated: true }, 'leave'],
    ['a choice of plain text settles it', { ...plain, choice: 'plaintext' }, 'leave'],
    ['a choice of another language settles it', { ...plain, choice: 'yaml' }, 'leave'],
    ['a choice of ours is repeated', { ...plain, choice: 'kirby-txt' }, 'switch'],
    [
      'a choice of ours beats an association',
      { ...plain, choice: 'kirby-txt', isAssociated: true },
      'switch',
    ],
    [
      'a choice of ours does not touch other languages',
      { ...plain, choice: 'kirby-txt', languageId: 'yaml' },
      'leave',
    ],
  ] as const)('%s', (_, candidate, decision) => {
    expect(decide(candidate)).toBe(decision);
  });
});

describe('a text that the server is asked about', () => {
  test.each([
    ['begins with a field', 'Title: A'],
    ['begins with a field of several words', 'My long field name: A'],
    ['begins with blank lines', '\n\n  Title: A'],
    ['begins with a byte order mark', '\ufeffTitle: A'],
    ['is empty', ''],
    ['is blank', ' \n\n'],
  ])('%s', (_, text) => {
    expect(mayBeContent(text)).toBe(true);
  });

  test.each([
    ['prose', 'Once upon a time\nthere was: a colon'],
    ['a list', '- milk: two\n- eggs'],
    ['a divider', '----\nTitle: A'],
    ['a colon', ': A'],
    ['a licence', 'MIT License\n\nCopyright'],
  ])('is not %s', (_, text) => {
    expect(mayBeContent(text)).toBe(false);
  });

  test('costs nothing however long it is', () => {
    const start = performance.now();
    mayBeContent(`${' '.repeat(1_000_000)}x`.repeat(2));
    mayBeContent('x'.repeat(2_000_000));
    expect(performance.now() - start).toBeLessThan(100);
  });
});

test.each([
  ['*.txt', '**/*.txt'],
  ['notes.txt', '**/notes.txt'],
  ['**/content/**/*.txt', '**/content/**/*.txt'],
  ['/srv/site/*.txt', '/srv/site/*.txt'],
])('the association %s is about %s', (association, pattern) => {
  expect(pathPattern(association)).toBe(pattern);
});
