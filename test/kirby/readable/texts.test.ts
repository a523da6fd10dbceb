import { describe, expect, test } from 'vitest';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { readableTexts } from '../../../server/src/kirby/readable/texts.ts';

/** Each text with what it stands for in the file. */
function read(content: string): readonly (readonly [text: string, source: string])[] {
  const document = parseContent(content);
  return readableTexts(document).map(({ text }) => {
    const span = text.toSource({ start: 0, end: text.text.length });
    return [text.text, content.slice(span.start, span.end)];
  });
}

const textsOf = (content: string): readonly string[] => read(content).map(([text]) => text);

describe('what a reader sees', () => {
  test('of plain fields, with entities and without tags', () => {
    expect(
      read('Title: M&eacute;diation &amp; co\n----\nText: a <b>b</b>old <br> x &unknown; < y'),
    ).toEqual([
      ['Médiation & co', 'M&eacute;diation &amp; co'],
      ['a bold \n x &unknown; < y', 'a <b>b</b>old <br> x &unknown; < y'],
    ]);
  });

  test('of tags with attributes, each by itself', () => {
    expect(
      read('Text: see <a href="https://example.org" title="&Eacute;t&eacute;">here</a>'),
    ).toEqual([
      ['see here', 'see <a href="https://example.org" title="&Eacute;t&eacute;">here'],
      [
        '<a href="https://example.org" title="Été">',
        '<a href="https://example.org" title="&Eacute;t&eacute;">',
      ],
    ]);
  });

  test('of JSON at any depth, without the ids and types of its parts', () => {
    const layout = [
      {
        id: 'row',
        attrs: { class: 'wide', id: 'anchor' },
        columns: [
          {
            width: '1/1',
            id: 'column',
            blocks: [
              {
                content: {
                  text: '<p>M\u00e9<b>dia</b>tion</p>',
                  images: ['a.jpg'],
                  rows: [{ type: 'Wort' }],
                },
                id: 'x',
                type: 'text',
              },
            ],
          },
        ],
      },
    ];
    const json = JSON.stringify(layout)
      .replace('\u00e9', String.raw`\u00e9`)
      .replaceAll('/', String.raw`\/`);
    const found = readableTexts(parseContent(`Layout: ${json}`));
    expect(found.map(({ text, key, part }) => [text.text, key, part?.type])).toEqual([
      ['wide', 'class', undefined],
      ['anchor', 'id', undefined],
      ['\nMédiation\n', 'text', 'text'],
      ['a.jpg', 'images', 'text'],
      ['Wort', 'type', 'text'],
    ]);
  });

  test('of JSON in a string of JSON', () => {
    const inner = String.raw`[{\"content\":{\"text\":\"caf\\u00e9\"},\"type\":\"text\"}]`;
    expect(textsOf(`Blocks: [{"content":{"rows":"${inner}"},"type":"a"}]`)).toEqual(['café']);
  });

  test('of YAML in single quotes, whose apostrophes are doubled', () => {
    expect(read("Rows:\n\n- \n  name: 'l''été, d''''un'\n  none: ''")).toEqual([
      ["- \n  name: 'l'été, d''un'\n  none: ''", "- \n  name: 'l''été, d''''un'\n  none: ''"],
    ]);
    expect(textsOf("Text: - 5'' and 6''")).toEqual(["- 5'' and 6''"]);
    const json = String.raw`[{"content":{"rows":"- name: 'l''été'\n"},"type":"a"}]`;
    expect(textsOf(`Blocks: ${json}`)).toEqual(["- name: 'l'été'\n"]);
  });

  test('of JSON that is broken', () => {
    expect(textsOf(String.raw`Blocks: [{"content":{"text":"caf\u00e9"`)).toEqual([
      '[{"content":{"text":"café"',
    ]);
  });

  test('of YAML', () => {
    expect(textsOf('Rows: - \n  name: "caf\\u00e9 \\"x\\""\n  other: a\\u00e9')).toEqual([
      '- \n  name: "café "x""\n  other: aé',
    ]);
    expect(textsOf(String.raw`Text: as it is, "C:\new"`)).toEqual([String.raw`as it is, "C:\new"`]);
  });

  test.each(['<a ', '<!-- ', '&', '&a', '[', '{"a":', '[{"', '"\\', '<b '])(
    'is quick on many of %j',
    (piece) => {
      const from = performance.now();
      textsOf(`Text: [${piece.repeat(40_000)}`);
      textsOf(`Text: ${piece.repeat(40_000)}`);
      expect(performance.now() - from).toBeLessThan(3_000);
    },
  );
});
