import { describe, expect, test } from 'vitest';
import { insertFiles } from '../../../server/src/features/insertion/insert-files.ts';
import { insertLink } from '../../../server/src/features/insertion/insert-link.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { applied, type TextEdit } from '../../../server/src/kirby/json/text-edit.ts';
import { given, insertionAt } from '../../support/insertion.ts';

/** A bit of everything, in the styles that people and versions of Kirby have. */
const text = `Title: One

----

Text:

Hello (image: own.jpg alt: x) \`code\` <b>b</b>

\\---- not a divider

----

Hat: A line

----

Cover: - file://ownownownownown1

----

Gallery:

- file://ownownownownown1
- file://logologologologo

----

Writer: <p>One <a href="https://a.b">two</a> &amp; <em>three</em></p>

----

Button:

----

Blocks: [{"content":{"text":"<p>\\u00e9 <b>b<\\/b><\\/p>"},"id":"1","isHidden":false,"type":"text"},{"content":{"location":"kirby","image":["file:\\/\\/x"],"alt":"\\u00e9"},"id":"2","type":"image"},{"content":{"text":"a \\"b\\" (link: x)\\nc"},"type":"markdown"}]

----

Layout:

[
    {
        "attrs": [],
        "columns": [
            {
                "blocks": [
                    {"content": {"images": [], "caption": "x"}, "id": "3", "type": "gallery"}
                ],
                "id": "4",
                "width": "1/1"
            }
        ],
        "id": "5"
    }
]

----

Rows:

- note: Hello you
  pictures:
    - file://ownownownownown1
- note: >
    Folded
    text
  pictures: [ ]

----

Other: Several words that are prose, no blueprint knows them
`;

const documents = [
  ['with the line breaks of Unix', text],
  [
    'with the line breaks of Windows and a byte order mark',
    `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  ],
] as const;

/** Checks that a change keeps to the field that it is in, and to what can be read. */
function checkEdits(before: string, edits: readonly TextEdit[], offset: number): string {
  const after = applied(before, edits) ?? '';
  const [old, changed] = [parseContent(before), parseContent(after)];
  expect(changed.fields.map(({ name }) => name)).toEqual(old.fields.map(({ name }) => name));
  expect(changed.dropped).toHaveLength(old.dropped.length);
  const other = old.fields.flatMap(({ value }, index) =>
    value.text === changed.fields[index]?.value.text ? [] : [index],
  );
  expect(other).toHaveLength(1);
  const field = old.fields[other[0] ?? 0];
  expect(field?.nameSpan.end).toBeLessThanOrEqual(offset);
  const value = changed.fields[other[0] ?? 0]?.value.text ?? '';
  if (/^(?:blocks|layout)$/.test(field?.name ?? '')) JSON.parse(value);
  // Nothing but line breaks of the document's own kind comes in.
  if (before.includes('\r\n') && field?.name !== 'rows') expect(after).not.toMatch(/[^\r]\n/);
  return after;
}

describe.each(documents)('every place of a document %s', (_, content) => {
  test.each([
    [
      'one new file',
      3,
      ['new.jpg'],
      ['new.jpg', 'uuid'],
      ['text', 'cover', 'gallery', 'blocks', 'layout', 'rows', 'other'],
    ],
    [
      'two new files',
      7,
      ['new.jpg', 'new.png'],
      ['new.jpg', 'uuid'],
      ['text', 'gallery', 'blocks', 'layout', 'rows', 'other'],
    ],
    [
      'a file of the page',
      5,
      ['content/1_blog/own.jpg'],
      ['own.jpg', 'ownownownownown1'],
      ['text', 'gallery', 'blocks', 'layout', 'rows', 'other'],
    ],
    [
      'a document',
      5,
      ['new.pdf'],
      ['new.pdf', 'uuid'],
      ['text', 'cover', 'blocks', 'rows', 'other'],
    ],
  ])('takes %s, or nothing', async (_name, step, names, mentions, places) => {
    const { context } = await insertionAt(content);
    const fields = new Set<string>();
    for (let at = 0; at <= content.length; at += step) {
      let made = 0;
      const fresh = { ...context, newUuid: () => `uuid${String(++made)}` };
      const found = insertFiles(fresh, { start: at, end: at }, names.map(given));
      if (found === undefined) continue;
      const after = checkEdits(content, found.edits, at);
      expect(mentions.some((mention) => count(after, mention) > count(content, mention))).toBe(
        true,
      );
      expect(found.copies).toHaveLength(names[0]?.startsWith('new') === true ? names.length : 0);
      fields.add(context.document.fields.findLast(({ span }) => span.start <= at)?.name ?? '');
    }
    expect([...fields]).toEqual(places);
  });

  test('can be the text of a link, or not', async () => {
    const { context } = await insertionAt(content);
    const fields = new Set<string>();
    for (let start = 0; start < content.length; start += 3) {
      for (const length of [1, 5, 17]) {
        const span = { start, end: Math.min(start + length, content.length) };
        const found = insertLink(context, span, 'https://example.org/"é"?a&b');
        if (found === undefined) continue;
        const after = checkEdits(content, found.edits, start);
        expect(count(after, 'example.org')).toBe(1);
        fields.add(
          context.document.fields.findLast(({ span: own }) => own.start <= start)?.name ?? '',
        );
      }
    }
    expect([...fields]).toEqual(['text', 'writer', 'blocks', 'layout', 'rows', 'other']);
  });
});

function count(whole: string, part: string): number {
  return whole.split(part).length - 1;
}
