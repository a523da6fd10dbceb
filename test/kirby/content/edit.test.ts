import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../../server/src/kirby/content/document.ts';
import { removeField, renameField, setFieldValue } from '../../../server/src/kirby/content/edit.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { encodeContent } from '../../../server/src/kirby/content/write.ts';
import { applied, type TextEdit } from '../../../server/src/kirby/json/text-edit.ts';

type Change = (
  document: ReturnType<typeof parseContent>,
  field: Field,
) => readonly TextEdit[] | undefined;

/** The text after a change of the field of this name. */
function after(text: string, name: string, change: Change): string | undefined {
  const document = parseContent(text);
  const field = document.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`There is no ${name}.`);
  const edits = change(document, field);
  return edits === undefined ? undefined : applied(text, edits);
}

const set =
  (value: string): Change =>
  (document, field) =>
    setFieldValue(document, field, value);

describe('a value', () => {
  test.each([
    ['in place', 'A: 1\n\n----\n\nB: 2', '3', 'A: 3\n\n----\n\nB: 2'],
    ['behind the colon', 'A:\n\n----\n\nB: 2', '3', 'A: 3\n\n----\n\nB: 2'],
    [
      'of several lines below the key',
      'A: 1\n\n----\n\nB: 2',
      'x\ny',
      'A:\n\nx\ny\n\n----\n\nB: 2',
    ],
    ['that looks like a divider', 'A: 1', 'x\n----\ny', 'A:\n\nx\n\\----\ny'],
    ['to nothing', 'A: 1\n\n----\n\nB: 2', '', 'A: \n\n----\n\nB: 2'],
    [
      'in its own line endings',
      'A:\r\n\r\nx\r\ny\r\n\r\n----\r\n\r\nB: 2',
      'x\nz',
      'A:\r\n\r\nx\r\nz\r\n\r\n----\r\n\r\nB: 2',
    ],
  ])('%s', (_, text, value, expected) => {
    expect(after(text, 'a', set(value))).toBe(expected);
  });

  test('changes only the characters that differ', () => {
    const document = parseContent('A: 2024-02-30');
    const [field] = document.fields;
    expect(field && setFieldValue(document, field, '2024-02-28')).toEqual([
      { span: { start: 11, end: 13 }, text: '28' },
    ]);
  });

  test('is set, and all else stays, whatever stands there', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', '-', '\n', '\\', ':', '😀', ' ', '----'),
    });
    fc.assert(
      fc.property(value, value, value, (one, two, wanted) => {
        const text = encodeContent([
          ['a', one],
          ['b', two],
        ]);
        // Kirby hides dividers before it trims: what it writes is not always what it reads.
        fc.pre(parseContent(text).fields.length === 2);
        const result = after(text, 'a', set(wanted));
        if (result === undefined) return;
        const fields = parseContent(result).fields;
        expect(fields.map(({ name }) => name)).toEqual(['a', 'b']);
        expect(fields[0]?.value.text.trim()).toBe(wanted.trim());
        expect(fields[1]?.value.text).toBe(parseContent(text).fields[1]?.value.text);
      }),
    );
  });
});

describe('a field', () => {
  test.each([
    ['in the middle', 'b', 'A: 1\n\n----\n\nC: 3\n'],
    ['at the start', 'a', 'B: 2\n\n----\n\nC: 3\n'],
    ['at the end', 'c', 'A: 1\n\n----\n\nB: 2\n'],
  ])('is removed %s', (_, name, expected) => {
    const text = 'A: 1\n\n----\n\nB: 2\n\n----\n\nC: 3\n';
    expect(after(text, name, removeField)).toBe(expected);
  });

  test('that stands alone leaves nothing', () => {
    expect(after('A: 1', 'a', removeField)).toBe('');
  });

  test('is renamed', () => {
    expect(after('Old-name: 1', 'old_name', (_document, field) => renameField(field, 'New'))).toBe(
      'New: 1',
    );
  });
});
