import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  documentUnder,
  shownField,
  writtenDocument,
} from '../../../server/src/features/layout-document/document-text.ts';
import { readDocument } from '../../../server/src/features/layout-document/read-document.ts';
import { writeDocument } from '../../../server/src/features/layout-document/write-document.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { jsonOf } from '../../../server/src/kirby/json/json-text.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { type JsonValue, parseJson } from '../../../server/src/kirby/json/value.ts';
import type { RuleContext } from '../../../server/src/rules/rule.ts';
import { jsonFields } from '../../../server/src/site/json-fields.ts';
import { layouts, spellings } from '../../support/layouts.ts';
import {
  contextIn,
  fixtureSite,
  type FolderSite,
  sharedSite,
  sharedSiteNames,
} from '../../support/shared-site.ts';
import { fieldValues, plain } from './values.ts';

const value: JsonValue = [
  {
    attrs: { class: 'wide', note: '<p>a</p>' },
    columns: [
      {
        blocks: [
          {
            content: { level: 'h2', text: 'About us' },
            id: 'b1',
            isHidden: false,
            type: 'heading',
          },
          { content: { text: '<p>One</p><p>Two</p>' }, id: 'b2', isHidden: true, type: 'text' },
          {
            content: { citation: '<p>Me</p>', text: 'To be\n\n  or not' },
            id: 'b3',
            isHidden: false,
            type: 'quote',
          },
          { content: [], id: 'b4', isHidden: false, type: 'line' },
          {
            content: { image: ['file://a'], ratio: null, crop: true },
            id: 'b5',
            isHidden: false,
            type: 'image',
          },
        ],
        id: 'c1',
        width: '1/2',
      },
      { blocks: [], id: 'c2', width: '1/2' },
    ],
    id: 'r1',
  },
];

const shown = `<row id="r1" class="wide">
  <row.note>
    <p>a</p>
  </row.note>
  <column 1/2 id="c1">
    <heading level="h2" id="b1">
      About us
    </heading>
    <text hidden id="b2">
      <p>One</p>
      <p>Two</p>
    </text>
    <quote id="b3">
      <quote.citation>
        <p>Me</p>
      </quote.citation>
      <quote.text>
        To be

          or not
      </quote.text>
    </quote>
    <line id="b4" />
    <image image=["file://a"] ratio=null crop=true id="b5" />
  </column>
  <column 1/2 id="c2">
  </column>
</row>
`;

const spell = (field: JsonValue): string => JSON.stringify(field).replaceAll('é', '\\u00e9');

function contextOf(field: string): RuleContext {
  const text = `Title: One\r\n\r\n----\r\n\r\nLayout: ${field}\r\n\r\n----\r\n\r\nNote: last`;
  return { document: parseContent(text), site: undefined, file: undefined };
}

/** The field after an edit of its document. */
function edited(field: string, before: string, after: string): string | undefined {
  const context = contextOf(field);
  const written = writtenDocument(context, 'layout', before, after);
  if (written.kind !== 'edits') return undefined;
  const text = applied(context.document.text, written.edits) ?? '';
  return parseContent(text).fields[1]?.value.text;
}

describe('a layout as a document', () => {
  test('is written as tags with their texts between them', () => {
    expect(writeDocument(value)).toBe(shown);
    expect(readDocument(shown)).toEqual({ ok: true, value });
  });

  test('reads tags however they are indented, and texts on the line of their tag', () => {
    const text = '<row>\n <column>\n   <heading level="h1">Hi</heading>\n\n</column>\n</row>';
    expect(readDocument(text)).toMatchObject({
      value: [{ columns: [{ width: '1/1', blocks: [{ content: { level: 'h1', text: 'Hi' } }] }] }],
    });
  });

  test.each([
    ['<row>\n  <column>\n</row>', 2, 'Here </column> is expected.'],
    ['<row>', 0, '</row> is missing.'],
    [
      '<text>\n  a\n b\n</text>',
      2,
      '</text> is missing, or this line of the text is not indented by 2 blanks.',
    ],
    ['<text>\n  a', 0, '</text> is missing.'],
    [
      '<text level=h2>\n</text>',
      0,
      'The value of "level" cannot be read. A text stands in "quotes".',
    ],
    ['<column wide>\n</column>', 0, 'The width of a column is a fraction: <column 1/2>.'],
    ['Hello', 0, 'Here a tag is needed, such as <row>, <column 1/2> or <text>.'],
    ['<text a="1" a="2">\n</text>', 0, '"a" stands twice in the tag.'],
    ['<image loud />', 0, '<image> does not know the word "loud".'],
  ])('says what is wrong with %j', (text, line, message) => {
    expect(readDocument(text)).toEqual({ ok: false, line, message });
  });

  test('holds every value, and gives it back', () => {
    fc.assert(
      fc.property(fieldValues, (any) => {
        const read = readDocument(writeDocument(any));
        expect(read.ok && plain(read.value)).toEqual(plain(any));
      }),
      { numRuns: 1500 },
    );
  });

  test('makes no edit while it is not edited, whatever it holds', () => {
    fc.assert(
      fc.property(fieldValues, (any) => {
        const context = contextOf(JSON.stringify(any));
        const text = shownField(context.document.fields[1] ?? never()) ?? '';
        expect(writtenDocument(context, 'layout', text, text)).toMatchObject({ edits: [] });
      }),
      { numRuns: 500 },
    );
  });

  test.each(Object.entries(spellings))('becomes any other one in the style %s', (_, spelled) => {
    fc.assert(
      fc.property(layouts, layouts, (one, other) => {
        const result = edited(spelled(one), writeDocument(one), writeDocument(other));
        expect(JSON.parse(result ?? 'null')).toEqual(other);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an edit of a document', () => {
  const field = spell(value);
  const result = (from: string, to: string): string | undefined =>
    edited(field, shown, shown.replace(from, to));

  test.each([
    ['a word', 'Two', 'Zwei', field.replace('Two', 'Zwei')],
    ['a setting', 'class="wide"', 'class="narrow"', field.replace('wide', 'narrow')],
    ['what is hidden', 'text hidden', 'text', field.replace('isHidden":true', 'isHidden":false')],
    [
      'a paragraph',
      '<p>One</p>\n',
      '<p>One</p>\n      <p>x</p>\n',
      field.replace('<p>One</p>', '<p>One</p><p>x</p>'),
    ],
    [
      'a width',
      '1/2 id="c2"',
      '1/3 id="c2"',
      field.replace('"c2","width":"1/2"', '"c2","width":"1/3"'),
    ],
    [
      'a block less',
      '    <line id="b4" />\n',
      '',
      field.replace('{"content":[],"id":"b4","isHidden":false,"type":"line"},', ''),
    ],
  ])('changes %s and nothing else', (_, from, to, expected) => {
    expect(result(from, to)).toBe(expected);
  });

  test('moves a block to another column as it is spelled', () => {
    const odd = field.replace('"About us"', String.raw`"\u0041bout us"`);
    const block = shown.slice(shown.indexOf('    <heading'), shown.indexOf('    <text hidden'));
    const after = shown.replace(block, '').replace('id="c2">\n', `id="c2">\n${block}`);
    const moved = edited(odd, shown, after);
    expect(moved).toContain(
      String.raw`[{"content":{"level":"h2","text":"\u0041bout us"},"id":"b1","isHidden":false,"type":"heading"}],"id":"c2"`,
    );
    // One comma less: the list that it comes to was empty.
    expect(moved?.length).toBe(odd.length - 1);
  });

  test('moves a row with a block out of a row that goes', () => {
    const rows = spell(
      [value, value].flatMap(
        (list, index) =>
          JSON.parse(JSON.stringify(list).replaceAll('1"', `${index}1"`)) as JsonValue[],
      ),
    );
    const two = writeDocument(parseJson(rows) ?? []);
    const [first = '', second = ''] = two.split(/(?<=<\/row>\n)/u);
    const line = second.slice(second.indexOf('    <line'), second.indexOf('    <image'));
    const after = first.replace('id="c2">\n', `id="c2">\n${line}`);
    const left = edited(rows, two, after);
    expect(left && writeDocument(parseJson(left) ?? [])).toBe(after);
  });

  test('that cannot be read is told, and that somebody else has made as well is joined', () => {
    const context = contextOf(field);
    expect(writtenDocument(context, 'layout', shown, `${shown}x`)).toMatchObject({
      kind: 'refused',
      problem: { line: shown.split('\n').length - 1 },
    });
    const changed = contextOf(field.replace('About us', 'About you'));
    const written = writtenDocument(changed, 'layout', shown, shown.replace('To be', 'To bee'));
    expect(written).toMatchObject({ kind: 'edits', isMerged: true });
    const same = writtenDocument(changed, 'layout', shown, shown.replace('About us', 'About them'));
    expect(same.kind).toBe('changed');
    expect(writtenDocument(contextOf('[{'), 'layout', shown, shown).kind).toBe('lost');
  });

  test('fills an empty field', () => {
    expect(edited('', '', '<text>\n  Hi\n</text>')).toBe(
      '[{"content":{"text":"Hi"},"isHidden":false,"type":"text"}]',
    );
  });

  test('is found at the cursor, or as the only one', () => {
    const context = contextOf(field);
    const at = (offset: number) => documentUnder(context, offset);
    expect(at(0)).toEqual({ field: 'layout', shown, name: 'Layout · One' });
    expect(documentUnder(contextOf('[{'), 30)).toBeUndefined();
  });
});

test('the layouts of the example site are shown, and written back to the byte', async () => {
  expect(checkOn(await fixtureSite('magazine'))).toBeGreaterThan(3);
});

const names = sharedSiteNames();
test.skipIf(names.length === 0)(
  'so are those of real sites',
  async () => {
    for (const name of names) checkOn(await sharedSite(name));
  },
  300_000,
);

function checkOn({ site, contents }: FolderSite): number {
  let count = 0;
  for (const [at, content] of contents) {
    const context = contextIn(site, at, content);
    for (const { field } of jsonFields(context.document, site, context.file)) {
      const held = field.value.text === '' ? undefined : jsonOf(field).value;
      if (held === undefined) continue;
      count++;
      const text = writeDocument(held);
      const read = readDocument(text);
      expect(read.ok && plain(read.value)).toEqual(plain(held));
      expect(writtenDocument(context, field.name, text, text)).toMatchObject({ edits: [] });
      const more = text.replace(/^( +)(?=[^\s<-])/mu, '$1X ');
      const written = writtenDocument(context, field.name, text, more);
      expect(written.kind).toBe('edits');
      const isOnlyX =
        written.kind === 'edits' &&
        written.edits.every(
          (edit) => /^(?:X )?$/.test(edit.text) && edit.span.start === edit.span.end,
        );
      expect(isOnlyX).toBe(true);
    }
  }
  return count;
}

function never(): never {
  throw new Error('The document has this field.');
}
