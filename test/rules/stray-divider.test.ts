import { describe, expect, test } from 'vitest';
import { runRules } from '../../server/src/rules/run.ts';
import { checkDiagnostics, checkFix, checkFixAll, contextOf } from '../support/check.ts';

const only = ['stray-divider'];
const codesOf = async (text: string): Promise<readonly string[]> =>
  runRules(await contextOf(text)).findings.map(({ rule }) => rule.code);

describe('stray-divider', () => {
  test('finds a divider with too many hyphens', () =>
    checkDiagnostics(
      `
Title: A

-----
^^^^^ error stray-divider: A divider has four hyphens. Kirby takes the further ones for a part of the next key and does not find the field "Text"; shorten them to "----", or put a backslash before them if they are text.

Text: B

---- ----
^^^^^^^^^ error stray-divider: A divider has four hyphens. …

Cover:
----------- Info: C
^^^^^^^^^^^ error stray-divider: A divider has four hyphens. …
`,
    ));

  test('finds hyphens that are a rule, an underline or a table', () =>
    checkDiagnostics(
      `
Title: A

----

Text:

Before the rule.

----
^^^^ stray-divider: A line that begins with four hyphens ends the field "Text", and Kirby takes the text behind it for a key, up to the next colon. Put a backslash before the hyphens if they are text, or write a key behind them if they are a divider.

Behind the rule, in several
lines: that is a key to Kirby.

A heading
---------
^^^^^^^^^ stray-divider: A line that begins with four hyphens ends the field "Text", and Kirby drops the text behind it. …

And text.

a | b
---- | ----
^^^^^^^^^^^ stray-divider: …
1 | 2

---- and so on
^^^^ stray-divider: …
`,
    ));

  test.each([
    ['a sentence', 'Here it is, at last: the end'],
    ['an address', 'https://example.com'],
    ['a list', '- one: 1'],
    ['mark-up', '**Note**: this'],
    ['many words', 'One two three four five: six'],
    ['a tag', '(link: https://example.com)'],
    ['HTML', '<a href="https://example.com">x</a>'],
  ])('takes %s behind a divider for text', async (_name, text) => {
    expect(await codesOf(`Text: a\n\n----\n\n${text}`)).toEqual(only);
  });

  test.each([
    ['blanks behind it', 'Title: A\n---- \n Text: B'],
    ['a key in its line', 'Title: A\n----Text: B\n---- Info: C'],
    ['none at the end', 'Title: A\n\n----\n\n'],
    ['hyphens at the end', 'Title: A\n\n-----\n'],
    ['three in a row, of which nothing is lost', 'Title: A\n----\n----\n----\nText: B'],
    ['hidden ones', 'Text:\n\n\\----\n\n\\-----\nsee: this'],
    ['blanks before them', 'Text: a\n ----\nno key'],
    [
      'keys of all kinds',
      'A: 1\n----\nMy key_1: 2\n----\nÜber uns: 3\n----\n标题: 4\n----\nC.d/e: 5',
    ],
    ['line ends of Windows', 'Title: A\r\n\r\n----\r\n\r\nText: B\r\n'],
    ['an address as a key of its own', 'Title: A\n----\nHttps: x'],
  ])('accepts dividers: %s', (_name, text) => checkDiagnostics(text, { only }));

  test('leaves JSON to broken-json', async () => {
    const cut = 'Layout: [{"columns":[\n----\n{"width":"1/1","blocks":[]}]}]';
    expect(await codesOf(cut)).toEqual(['broken-json']);
  });

  test('is silent in a text that is no content', () =>
    checkDiagnostics('Title: A\n-----\nText: B', { only, path: 'content/robots.txt' }));

  test('is silent about what the Panel has not saved yet', () =>
    checkDiagnostics('Title: A\n-----\nText: B', {
      only,
      path: 'content/1_article/_changes/article.txt',
    }));

  test('shortens what comes before a field that is known, unasked', () =>
    checkFixAll(
      'Title: A\n\n------\n\nText: B\n\n-----\n\nUuid: c',
      'Title: A\n\n----\n\nText: B\n\n----\n\nUuid: c',
    ));

  test.each([
    ['a field', 'Title: A\n\n--$0---\n\nOther: B', 'Title: A\n\n----\n\nOther: B'],
    ['in its line', 'Title: A\n--$0---Other: B', 'Title: A\n----Other: B'],
    ['with blanks', 'Title: A\n--$0-- ----\nOther: B', 'Title: A\n----\nOther: B'],
    ['Windows', 'Title: A\r\n\r\n--$0---\r\n\r\nOther: B', 'Title: A\r\n\r\n----\r\n\r\nOther: B'],
  ])('shortens: %s', (_name, before, after) => checkFix(before, after, { only }));

  test.each([
    ['a rule', 'Text: a\n\n--$0--\n\nb, c\nd: e', 'Text: a\n\n\\----\n\nb, c\nd: e'],
    ['an underline', 'Text: x\n\nHead\n--$0---\nNote: b', 'Text: x\n\nHead\n\\-----\nNote: b'],
    ['a table', 'Text: a | b\n--$0-- | ----\n1 | 2', 'Text: a | b\n\\---- | ----\n1 | 2'],
    [
      'rules in a row',
      'Text: a\n\n------\n\n---$0---\n\nb, c: d',
      'Text: a\n\n\\------\n\n\\------\n\nb, c: d',
    ],
    ['two rules', 'Text: a\n\n--$0--\n\n----\n\nb, c: d', 'Text: a\n\n\\----\n\n\\----\n\nb, c: d'],
  ])('hides: %s', (_name, before, after) => checkFix(before, after, { only }));

  test('offers to hide hyphens before what may be a field', () =>
    checkFix('Text: a\n\n--$0---\n\nNote: b', 'Text: a\n\n\\-----\n\nNote: b', {
      only,
      title: 'Put a backslash before the hyphens, so that the text stays in "Text"',
    }));

  test('hides unasked what can be no divider', () =>
    checkFixAll(
      'Text:\n\na | b\n---- | ----\n1 | 2\n\nHead\n------\n\nNo key.\n\n----\n\nNo key, or: one',
      'Text:\n\na | b\n\\---- | ----\n1 | 2\n\nHead\n\\------\n\nNo key.\n\n----\n\nNo key, or: one',
    ));

  test('puts no text behind JSON', async () => {
    const { findings } = runRules(await contextOf('Blocks: []\n\n------\n\nA text.'));
    expect(findings.flatMap(({ problem }) => problem.fixes?.() ?? [])).toEqual([]);
  });
});
