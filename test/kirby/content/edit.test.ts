import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentDocument, Field } from '../../../server/src/kirby/content/document.ts';
import {
  insertField,
  removeField,
  renameField,
  setFieldValue,
} from '../../../server/src/kirby/content/edit.ts';
import { fieldNamed, parseContent } from '../../../server/src/kirby/content/parse.ts';
import { applied, type TextEdit } from '../../../server/src/kirby/json/text-edit.ts';
import { phpTrim } from '../../../server/src/kirby/text/php.ts';

type Edits = readonly TextEdit[] | undefined;

/** What an edit of one field makes of a text; `undefined` when it is refused. */
function edited(
  text: string,
  name: string,
  edit: (document: ContentDocument, field: Field) => Edits,
): string | undefined {
  const document = parseContent(text);
  const field = fieldNamed(document, name);
  const edits = field === undefined ? undefined : edit(document, field);
  return edits === undefined ? undefined : applied(text, edits);
}

describe('removeField', () => {
  test.each([
    ['the first', 'a', 'A: 1\n\n----\n\nB: 2', 'B: 2'],
    ['one between', 'b', 'A: 1\n\n----\n\nB: 2\n\n----\n\nC: 3\n', 'A: 1\n\n----\n\nC: 3\n'],
    ['the last', 'b', 'A: 1\n\n----\n\nB: 2', 'A: 1'],
    ['the last, not the end of the file', 'b', 'A: 1\n----\nB: 2\n\n', 'A: 1\n\n'],
    ['the only one', 'a', 'A: 1\n', '\n'],
    ['an empty one', 'b', 'A: 1\n\n----\n\nB: \n\n----\n\nC: 3', 'A: 1\n\n----\n\nC: 3'],
    ['the last, with its blanks', 'b', 'A: 1\n\n----\n\nB:   \n', 'A: 1\n'],
    ['the last, behind an empty one', 'b', 'A: \n\n----\n\nB: 2', 'A: '],
    ['one with CRLF', 'b', 'A: 1\r\n\r\n----\r\n\r\nB: 2\r\n', 'A: 1\r\n'],
    ['the first behind a byte order mark', 'a', '\uFEFFA: 1\n----\nB: 2', '\uFEFFB: 2'],
    ['one of several lines', 'b', 'A: 1\n----\nB:\n\nx\n\\----\ny\n----\nC: 3', 'A: 1\n----\nC: 3'],
    ['one before a stray divider', 'a', 'A: 1\n----\n----\nB: 2', '----\nB: 2'],
    ['one behind dropped text', 'b', 'no colon\n----\nB: 2\n', 'no colon\n'],
  ])('removes %s', (_name, name, before, after) => {
    expect(edited(before, name, removeField)).toBe(after);
  });
});

describe('setFieldValue', () => {
  const set = (value: string) => (document: ContentDocument, field: Field) =>
    setFieldValue(document, field, value);

  test.each([
    ['beside its key', 'A: 1\n----\nB: 2', '3', 'A: 3\n----\nB: 2'],
    ['below its key', 'A:\n\n1\n----\nB: 2', '3', 'A:\n\n3\n----\nB: 2'],
    ['where there was none', 'A:\n----\nB: 2', '3', 'A: 3\n----\nB: 2'],
    ['where a blank waits', 'A: \n----\nB: 2', '3', 'A: 3\n----\nB: 2'],
    ['several lines, below', 'A: 1\n----\nB: 2', 'x\ny', 'A:\n\nx\ny\n----\nB: 2'],
    ['several lines, where they were', 'A: x\ny\n----\nB: 2', 'x\nz', 'A: x\nz\n----\nB: 2'],
    ['several lines with CRLF', 'A: 1\r\n----\r\nB: 2', 'x\ny', 'A:\r\n\r\nx\r\ny\r\n----\r\nB: 2'],
    ['hidden dividers', 'A: 1\n----\nB: 2', '----', 'A: \\----\n----\nB: 2'],
    ['hidden dividers inside', 'A:\n\nx\n----\nB: 2', 'x\n----', 'A:\n\nx\n\\----\n----\nB: 2'],
    ['nothing', 'A: 1\n\n----\n\nB: 2', '', 'A: \n\n----\n\nB: 2'],
    ['nothing, beside its key', 'A:\n\n1\n\n----\n\nB: 2', '', 'A: \n\n----\n\nB: 2'],
    ['the same', 'A:  1 \n----\nB: 2', '1', 'A:  1 \n----\nB: 2'],
    ['a key with a blank before the colon', 'A : 1\n----\nB: 2', '2', 'A : 2\n----\nB: 2'],
  ])('writes %s', (_name, before, value, after) => {
    expect(edited(before, 'a', set(value))).toBe(after);
  });

  test('replaces only what differs, and whole characters', () => {
    const document = parseContent('A: see \u{1F600} there');
    const [field] = document.fields;
    if (field === undefined) throw new Error('a field');
    expect(setFieldValue(document, field, 'see \u{1F601} there')).toEqual([
      { span: { start: 7, end: 9 }, text: '\u{1F601}' },
    ]);
  });

  test('refuses what no file can hold: a backslash before the hyphens is taken off', () => {
    expect(edited('A: 1', 'a', set('\\----'))).toBeUndefined();
  });
});

describe('renameField', () => {
  const rename = (key: string) => (document: ContentDocument, field: Field) =>
    renameField(document, field, key);

  test('leaves the value alone', () => {
    expect(edited('A:\n\n1\n----\nB: 2', 'a', rename('My-field'))).toBe(
      'My-field:\n\n1\n----\nB: 2',
    );
  });

  test.each(['B', 'x: y', '', '0'])('refuses %j', (key) => {
    expect(edited('A: 1\n----\nB: 2', 'a', rename(key))).toBeUndefined();
  });
});

describe('insertField', () => {
  const inserted = (
    text: string,
    value: string,
    place: 'start' | 'end' | 'a' = 'end',
  ): string | undefined => {
    const document = parseContent(text);
    const after = fieldNamed(document, 'a');
    const where = place !== 'a' ? place : after === undefined ? 'end' : { after };
    const edits = insertField(document, 'New', value, where);
    return edits === undefined ? undefined : applied(text, edits);
  };

  test.each([
    ['at the end', 'A: 1', '2', 'end', 'A: 1\n\n----\n\nNew: 2'],
    ['before the last line break', 'A: 1\n', '2', 'end', 'A: 1\n\n----\n\nNew: 2\n'],
    ['behind a last divider', 'A: 1\n\n----\n\n', '2', 'end', 'A: 1\n\n----\n\nNew: 2'],
    ['in the style of the file', 'A: 1\n----\nB: 2', '3', 'end', 'A: 1\n----\nB: 2\n----\nNew: 3'],
    ['with CRLF', 'A: 1\r\n', 'x\ny', 'end', 'A: 1\r\n\r\n----\r\n\r\nNew:\r\n\r\nx\r\ny\r\n'],
    ['in an empty file', '', '2', 'end', 'New: 2'],
    ['behind a byte order mark', '\uFEFF\n', '2', 'start', '\uFEFFNew: 2\n'],
    ['first', 'A: 1\n----\nB: 2', '3', 'start', 'New: 3\n----\nA: 1\n----\nB: 2'],
    ['behind another', 'A: \n----\nB: 2', '3', 'a', 'A: \n----\nNew: 3\n----\nB: 2'],
    ['with hidden dividers', 'A: 1', 'x\n----', 'end', 'A: 1\n\n----\n\nNew:\n\nx\n\\----'],
  ] as const)('adds a field %s', (_name, before, value, place, after) => {
    expect(inserted(before, value, place)).toBe(after);
  });

  test('refuses a second field of the name', () => {
    expect(inserted('New: 1', '2')).toBeUndefined();
  });
});

describe('whatever the text is', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '----',
      '\n----\n',
      '\\----',
      ':',
      'A: ',
      'b:',
      ' ',
      '\r\n',
      '\uFEFF',
      '\f',
    ),
    fc.string({ maxLength: 4 }),
  );
  const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const pairs = (text: string): (readonly [string, string])[] =>
    parseContent(text).fields.map(({ name, value }) => [name, value.text]);

  /** Runs an edit on one field of any text, and compares the fields with those before. */
  function check(
    edit: (document: ContentDocument, field: Field, value: string) => Edits,
    expected: (
      before: (readonly [string, string])[],
      index: number,
      value: string,
    ) => (readonly [string, string])[],
    refusals: number,
  ): void {
    let asked = 0;
    let refused = 0;
    fc.assert(
      fc.property(anyText, fc.nat(), anyText, (text, seed, value) => {
        // Another mark would become the file's own when it moves to the front.
        if (text.lastIndexOf('\uFEFF') > 0) return;
        const document = parseContent(text);
        const index = seed % Math.max(1, document.fields.length);
        const field = document.fields[index];
        if (field === undefined) return;
        asked++;
        const edits = edit(document, field, value);
        if (edits === undefined) {
          refused++;
          return;
        }
        const plain = (list: (readonly [string, string])[]): string =>
          JSON.stringify(list).replaceAll('\\r\\n', '\\n');
        expect(plain(pairs(applied(text, edits) ?? ''))).toBe(
          plain(expected(pairs(text), index, value)),
        );
      }),
      { numRuns: 1000 },
    );
    expect(refused / asked).toBeLessThanOrEqual(refusals);
  }

  test('a field is removed alone, and always', () => {
    check(removeField, (before, index) => before.toSpliced(index, 1), 0);
  });

  test('a value is set alone', () => {
    check(
      setFieldValue,
      (before, index, value) =>
        before.map(([name, old], at) => [name, at === index ? phpTrim(value) : old]),
      0.5,
    );
  });

  test('a field is added alone', () => {
    check(
      (document, after, value) => insertField(document, 'Quite-new', value, { after }),
      (before, index, value) => before.toSpliced(index + 1, 0, ['quite_new', phpTrim(value)]),
      0.5,
    );
  });

  test('what is set can be set back', () => {
    fc.assert(
      fc.property(anyText, fc.string(), (text, value) => {
        const document = parseContent(text);
        const [field] = document.fields;
        const edits = field && setFieldValue(document, field, value);
        if (field === undefined || edits === undefined) return;
        const after = parseContent(applied(text, edits) ?? '');
        const [changed] = after.fields;
        const back = changed && setFieldValue(after, changed, field.value.text);
        if (back === undefined) return;
        const restored = parseContent(applied(after.text, back) ?? '');
        expect(restored.fields[0]?.value.text.replaceAll('\r\n', '\n')).toBe(
          field.value.text.replaceAll('\r\n', '\n'),
        );
      }),
      { numRuns: 500 },
    );
  });
});
