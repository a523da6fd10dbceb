import { describe, expect, test } from 'vitest';
import { completionIn } from '../../support/completion.ts';
import { inLayout, layoutWith, row, column } from './layout-json.ts';

describe('in the JSON of a field in a block, which is a string', () => {
  const nested = (inner: string): string =>
    column(`{"content":{"inner":${JSON.stringify(inner)}},"type":"card"}`);

  test.each([
    ['its keys', '[{"content":{$0},"type":"text"}]', ['text']],
    ['its block types', '[{"type":"$0"}]', ['text']],
    ['whole blocks', '[$0]', ['text']],
    ['none of the outer field', '[{"type":"text","content":{"text":"$0"}}]', []],
  ])('%s', async (_, inner, expected) => {
    expect((await inLayout(nested(inner))).labels).toEqual(expected);
  });

  test.each([
    ['a key', '[{"content":{$0},"type":"text"}]', '[{"content":{"text":""},"type":"text"}]'],
    ['a type', '[{"type":"te$0"}]', '[{"type":"text"}]'],
    ['a type in a string that is not closed', '[{"type":"$0}]', '[{"type":"text"}]'],
    ['a block', '[$0]', '[{"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"}]'],
  ])('%s is escaped', async (_, inner, expected) => {
    expect(await layoutWith(nested(inner), 'text')).toBe(nested(expected));
  });

  test('the snippet is escaped for JSON first, then for the editor', async () => {
    const offered = await inLayout(nested('[{"content":{$0},"type":"text"}]'));
    expect(offered.acceptSnippet('text')).toContain('{\\"content\\":{\\\\"text\\\\":\\\\"$1\\\\"}');
  });
});

describe('values', () => {
  test.each([
    ['widths of the field', row('{"blocks":[],"width":"$0"}'), ['1/1', '1/2', '2/3', '1/3']],
    ['whether a block is hidden', column('{"isHidden":$0,"type":"text"}'), ['false', 'true']],
    ['choices of a setting', '[{"attrs":{"background":"$0"},"columns":[]}]', ['light', 'dark']],
    ['a toggle', '[{"attrs":{"wide":"$0"},"columns":[]}]', ['true', 'false']],
    [
      'choices of a block’s field',
      column('{"content":{"ratio":"$0"},"type":"card"}'),
      ['1/1', '16/9'],
    ],
    [
      'choices of Kirby’s own block',
      column('{"content":{"level":"$0"},"type":"heading"}'),
      ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ],
    [
      'of a structure’s field',
      column('{"content":{"rows":[{"open":"$0"}]},"type":"card"}'),
      ['true', 'false'],
    ],
    ['none of a text', column('{"content":{"title":"$0"},"type":"card"}'), []],
    ['none of an id', column('{"id":"$0"}'), []],
  ])('%s', async (_, json, expected) => {
    expect((await inLayout(json)).labels).toEqual(expected);
  });

  test('widths that a pattern has in this column come first', async () => {
    const { items } = await inLayout(row('{"width":"1/2"},{"width":"$0"}'));
    const sorted = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    expect(sorted.map(({ label }) => label)).toEqual(['1/2', '1/3', '1/1', '2/3']);
  });

  test('without a blueprint the usual widths', async () => {
    const { labels } = await completionIn('Body: [{"columns":[{"blocks":[],"width":"$0"}]}]', {
      inSite: false,
    });
    expect(labels).toEqual(['1/1', '1/2', '1/3', '2/3', '1/4', '3/4', '1/6', '5/6']);
  });

  test.each([
    [
      'as the field writes slashes',
      '[{"columns":[{"blocks":[],"width":"1\\/1"},{"width":"$0"}]}]',
      '1/2',
      '[{"columns":[{"blocks":[],"width":"1\\/1"},{"width":"1\\/2"}]}]',
    ],
    ['over a begun one', row('{"width":"1/$0"}'), '1/2', row('{"width":"1/2"}')],
    [
      'over a begun one with an escape',
      '[{"columns":[{"width":"1\\/$0"}]}]',
      '1/2',
      '[{"columns":[{"width":"1\\/2"}]}]',
    ],
    ['true as a bare word', column('{"isHidden":fa$0lse}'), 'true', column('{"isHidden":true}')],
    ['true in place of a string', column('{"isHidden":"$0"}'), 'true', column('{"isHidden":true}')],
    [
      'a choice with its quotes',
      '[{"attrs":{"background":$0}}]',
      'dark',
      '[{"attrs":{"background":"dark"}}]',
    ],
  ])('are written %s', async (_, json, label, expected) => {
    expect(await layoutWith(json, label)).toBe(expected);
  });
});
