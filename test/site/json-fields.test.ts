import { describe, expect, it } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { jsonFields } from '../../server/src/site/json-fields.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';

const row = '{"attrs":[],"columns":[{"blocks":[],"id":"c","width":"1/1"}],"id":"r"}';
const block = '{"content":{"text":"x"},"id":"b","isHidden":false,"type":"text"}';

function kindOf(value: string): string | undefined {
  return jsonFields(parseContent(`Text: ${value}`), undefined, undefined)[0]?.kind;
}

describe('with a blueprint', () => {
  it('goes by the types of the fields, also of empty and broken ones', async () => {
    const path = sitePath('content/1_note/note.txt');
    const content = ['Rows:', 'My-Blocks: [{"type"', `Text: [${row}]`, `Unknown: [${block}]`].join(
      '\n\n----\n\n',
    );
    const site = await siteFrom({
      'site/blueprints/pages/note.yml':
        'fields:\n  rows:\n    type: layout\n  my-blocks:\n    type: blocks\n  text:\n    type: textarea\n',
      [path]: content,
    });
    const fields = jsonFields(parseContent(content), site, site.contentFile(path));
    expect(
      fields.map(({ field, kind, definition }) => [field.name, kind, definition?.type]),
    ).toEqual([
      ['rows', 'layout', 'layout'],
      ['my_blocks', 'blocks', 'blocks'],
      ['unknown', 'blocks', undefined],
    ]);
  });
});

describe('without a blueprint', () => {
  it.each([
    ['a layout', `[${row}]`],
    [
      'a pretty layout',
      '[\n    {\n        "attrs": {\n            "color": "#fff"\n        },\n        "columns": []',
    ],
    ['a row with its columns first', '[{"columns":[],"id":"r"}]'],
    ['a row with its id first', '[{"id":"r","columns":[]}]'],
    ['a single row', row],
    ['a layout that is cut', `[${row.slice(0, 30)}`],
    ['a layout in a list too many', `[[${row}]]`],
    ['a layout with single quotes', `[${row.replaceAll('"', "'")}]`],
    ['a layout with typographic quotes', `[${row.replace('"attrs"', '“attrs”')}]`],
    ['a layout whose first key lacks a quote', `[${row.replace('"attrs"', '"attrs')}]`],
    ['a row that has settings only so far', '[{"attrs":{"color":"#fff'],
  ])('tells %s', (_name, value) => {
    expect(kindOf(value)).toBe('layout');
  });

  it.each([
    ['blocks', `[${block}]`],
    ['a block with its type first', '[{"type":"text","content":{}}]'],
    ['a block with its id first', '[{"id":"b","type":"text","content":{}}]'],
    ['an old editor block', '[{"attrs":{"src":"x"},"content":"","id":"b","type":"image"}]'],
    ['blocks that are cut', `[${block.slice(0, 20)}`],
    ['a block whose text names columns', '[{"content":{"columns":"2"},"type":"grid"}]'],
  ])('tells %s', (_name, value) => {
    expect(kindOf(value)).toBe('blocks');
  });

  it.each([
    ['a link in Markdown', '[Text](https://example.org)'],
    ['a reference in Markdown', '[1]: https://example.org'],
    ['a list of numbers', '[1, 2, 3]'],
    ['a list of texts', '["a", "b"]'],
    ['an object of something else', '{"lat":1,"lon":2}'],
    ['an empty list', '[]'],
    ['nothing', ''],
    ['text', 'The "columns": three'],
    ['a KirbyTag', '(image: a.jpg)'],
  ])('leaves %s alone', (_name, value) => {
    expect(kindOf(value)).toBeUndefined();
  });

  it('answers the same for the same document', () => {
    const document = parseContent(`Text: [${row}]`);
    expect(jsonFields(document, undefined, undefined)).toBe(
      jsonFields(document, undefined, undefined),
    );
  });
});
