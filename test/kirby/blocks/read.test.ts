import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../server/src/kirby/blocks/read.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';
import { valueAt } from '../../../server/src/kirby/json/value.ts';
import { vectors } from '../../support/vectors.ts';

describe('Kirby’s own answers', () => {
  interface Answer {
    readonly error?: unknown;
    readonly blocks?: readonly { readonly content: unknown }[];
  }

  it.each(vectors('blocks').map((one) => [one.name, one] as const))(
    'content of: %s',
    (_name, { request, result }) => {
      const answer = result as Answer;
      const reading = readBlocks((request['data'] ?? request['value'] ?? null) as JsonValue);
      expect(reading.ok).toBe(answer.error === undefined);
      if (reading.ok) {
        expect(reading.blocks.map(({ content }) => content)).toEqual(
          answer.blocks?.map(({ content }) => content),
        );
      }
    },
  );
});

const layout = [
  { columns: [{ blocks: [{ type: 'line', id: 'a' }] }, { blocks: [{ type: 'line', id: 'b' }] }] },
  { columns: null },
  { columns: [{ blocks: [{ type: 'line', id: 'c' }] }] },
];

describe('the place of a block', () => {
  it.each<readonly [string, JsonValue, readonly string[]]>([
    ['in a list', [{ type: 'line' }, { type: 'line' }], ['0', '1']],
    ['in an object with numbers as keys', { 0: { type: 'line' } }, ['0']],
    [
      'in a layout',
      layout,
      ['0/columns/0/blocks/0', '0/columns/1/blocks/0', '2/columns/0/blocks/0'],
    ],
    [
      'of list items that become one block',
      [
        { type: 'ul', content: 'a' },
        { type: 'ul', content: 'b' },
        { type: 'ol', content: 'c' },
        { type: 'hr', content: '' },
      ],
      ['0', '2', '3'],
    ],
    ['in a text that is no JSON', 'Hello', ['']],
  ])('%s', (_name, value, paths) => {
    const reading = readBlocks(value);
    expect(reading.ok && reading.blocks.map(({ path }) => path.join('/'))).toEqual(paths);
  });

  it('leads to the block that was read', () => {
    const reading = readBlocks(layout);
    const ids = reading.ok && reading.blocks.map(({ path }) => valueAt(layout, [...path, 'id']));
    expect(ids).toEqual(['a', 'b', 'c']);
  });
});

describe('older formats', () => {
  it.each<readonly [string, JsonValue, unknown]>([
    ['paragraph', { type: 'paragraph', content: 'a' }, { text: '<p>a</p>' }],
    ['a type in other letter case', { type: 'Paragraph', content: 'a' }, { text: '<p>a</p>' }],
    ['blockquote', { type: 'blockquote', content: 'a' }, { text: 'a' }],
    ['kirbytext', { type: 'kirbytext', content: 'a' }, { text: 'a' }],
    ['heading without a level', { type: 'heading', content: 'a' }, { level: 'h1', text: 'a' }],
    [
      'code',
      { type: 'code', content: 'a', attrs: { language: 'js' } },
      { language: 'js', code: 'a' },
    ],
    [
      'video',
      { type: 'video', content: '', attrs: { src: 'https://youtu.be/x' } },
      { caption: null, url: 'https://youtu.be/x' },
    ],
    [
      'an image of the site',
      { type: 'image', content: '', attrs: { id: 'a.jpg', src: 'b' } },
      { alt: null, caption: null, image: 'a.jpg', location: 'kirby', ratio: null },
    ],
    ['the builder plugin', { _key: 'text', _uid: '1', Text: 'a' }, { text: 'a' }],
  ])('%s', (_name, block, content) => {
    const reading = readBlocks([block]);
    expect(reading.ok && reading.blocks[0]?.content).toEqual(content);
  });

  it('keep their id when a current block comes first', () => {
    const reading = readBlocks([{ type: 'line' }, { type: 'h2', content: 'a', id: 'kept' }]);
    expect(reading.ok && reading.blocks[1]).toMatchObject({ id: 'kept', type: 'heading' });
  });

  it('lose it when an old block comes first', () => {
    const reading = readBlocks([{ type: 'h2', content: 'a', id: 'lost' }]);
    expect(reading.ok && reading.blocks[0]?.id).toBeUndefined();
  });
});

describe('an import of HTML', () => {
  it.each([
    [
      'a list in a list',
      '<ul><li>a<ul><li>b</ul></ul>',
      [{ text: '<ul><li>a<ul><li>b</li></ul></li></ul>' }],
    ],
    ['texts side by side', 'a <b>b</b><p>c</p>', [{ text: 'a <b>b</b><p>c</p>' }]],
    [
      'texts around a block',
      'a <b>b</b><hr><p>c</p>d',
      [{ text: '<p>a <b>b</b></p>' }, {}, { text: '<p>c</p> <p>d</p>' }],
    ],
    [
      'a video',
      '<iframe src="https://player.vimeo.com/video/12"></iframe>',
      [{ caption: null, url: 'https://vimeo.com/12' }],
    ],
    ['a frame of anything else', '<iframe src="https://example.org"></iframe>', []],
    ['a script', '<hr><script>alert(1)</script>', [{}]],
    [
      'a captioned image with a dangerous link',
      '<figure><a href="javascript:x"><img src="a.jpg"></a><figcaption>C</figcaption></figure>',
      [{ alt: null, caption: 'C', link: null, location: 'web', src: 'a.jpg' }],
    ],
    ['a heading with an id', '<h3 id="x">T</h3>', [{ id: 'x', level: 'h3', text: 'T' }]],
    [
      'code with its language',
      '<pre><code class="language-js">a &lt; b</code></pre>',
      [{ code: 'a < b', language: 'js' }],
    ],
  ])('%s', (_name, text, contents) => {
    const reading = readBlocks(text);
    expect(reading.ok && reading.blocks.map(({ content }) => content)).toEqual(contents);
  });
});

describe('any value', () => {
  const json = fc.jsonValue({ maxDepth: 5 });
  const keyed = fc.array(
    fc.dictionary(
      fc.constantFrom('type', 'id', 'content', 'isHidden', 'attrs', 'columns', 'blocks', '_key'),
      fc.oneof(json, fc.constantFrom('text', 'ul', 'custom', 'heading', 'block')),
    ),
  );

  it('is read or refused with a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(json, keyed, fc.string()), (value) => {
        const reading = readBlocks(value as JsonValue);
        if (!reading.ok) expect(reading.reason).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });

  it('has no two blocks of one id', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ type: fc.constant('line'), id: fc.constantFrom('a', 'b', 'c') })),
        (value) => {
          const reading = readBlocks(value);
          const ids = reading.ok ? reading.blocks.map(({ id }) => id) : [];
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });
});
