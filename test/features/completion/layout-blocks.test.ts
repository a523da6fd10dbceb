import { describe, expect, test } from 'vitest';
import { completionIn } from '../../support/completion.ts';
import { inLayout, inBlocks, layoutWith, blocksWith, column } from './layout-json.ts';

describe('block types', () => {
  const allowed = ['heading', 'text', 'image', 'card'];
  test.each([
    ['in quotes', column('{"content":{},"id":"b","isHidden":false,"type":"$0"}'), allowed],
    ['without quotes', column('{"content":{},"type":$0}'), allowed],
    ['in a string that is not closed', column('{"content":{},"type":"te$0,"id":"b"}'), allowed],
    ['in a file cut off here', '[{"columns":[{"blocks":[{"content":{},"type":"$0', allowed],
    ['not before a value that is there', column('{"type":$0"text"}'), []],
    ['not in a text', column('{"content":{"text":"$0"},"type":"text"}'), []],
  ])('%s', async (_, json, expected) => {
    expect((await inLayout(json)).labels).toEqual(expected);
  });

  test('of a blocks field are its own', async () => {
    expect((await inBlocks('[{"type":"$0"}]')).labels).toEqual(['text', 'card']);
  });

  test('inside of a block are the inner field’s', async () => {
    const json = column('{"content":{"inner":[{"type":"$0"}]},"type":"card"}');
    expect((await inLayout(json)).labels).toEqual(['text']);
  });

  test('without a blueprint are Kirby’s', async () => {
    const { labels } = await completionIn('Body: [{"content":{"text":"a"},"id":"b","type":"$0"}]', {
      inSite: false,
    });
    expect(labels).toContain('quote');
    expect(labels).not.toContain('card');
  });

  test.each([
    ['an empty string', '[{"type":"$0"}]', '[{"type":"card"}]'],
    ['a begun string', '[{"type":"ca$0"}]', '[{"type":"card"}]'],
    ['all of a word', '[{"type":"te$0xt"}]', '[{"type":"card"}]'],
    ['a string that is not closed', '[{"type":"te$0,"id":"b"}]', '[{"type":"card","id":"b"}]'],
    ['nothing', '[{"type":$0}]', '[{"type":"card"}]'],
    ['a bare word', '[{"type":ca$0}]', '[{"type":"card"}]'],
  ])('replace %s', async (_, json, expected) => {
    expect(await blocksWith(json, 'card')).toBe(expected);
  });

  test.each([
    [
      'an empty list',
      '[$0]',
      '[{"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"}]',
    ],
    [
      'a list before another',
      '[$0{"type":"card"}]',
      '[{"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"},{"type":"card"}]',
    ],
    [
      'a list behind another',
      '[{"type":"card"}$0]',
      '[{"type":"card"},{"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"}]',
    ],
    [
      'a list behind a comma',
      '[{"type":"card"}, $0]',
      '[{"type":"card"}, {"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"}]',
    ],
  ])('come as a whole block into %s', async (_, json, expected) => {
    expect(await blocksWith(json, 'text')).toBe(expected);
  });

  test('of an image come with its defaults', async () => {
    expect(await layoutWith(column('$0'), 'image')).toContain(
      '{"content":{"location":"kirby","image":[],"src":"","alt":"","caption":"","link":"","ratio":"","crop":"false"},"id":"new-3","isHidden":false,"type":"image"}',
    );
  });
});
