import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed } from '../../../server/src/kirby/json/changed.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import {
  isArray,
  isObject,
  type JsonPath,
  type JsonValue,
  valueAt,
} from '../../../server/src/kirby/json/value.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { plainText } from '../../../server/src/kirby/text/mapped-text.ts';
import { editYaml, type YamlChange } from '../../../server/src/kirby/yaml/edit.ts';
import { readYaml, type YamlHandler } from '../../../server/src/kirby/yaml/read.ts';
import { writeYaml } from '../../../server/src/kirby/yaml/write.ts';
import { yamlTexts } from './yaml-texts.ts';

const handlers = ['spyc', 'symfony'] as const;

/** The text after a change, or why there was none. */
function edited(text: string, handler: YamlHandler, change: YamlChange): string {
  const edit = editYaml(plainText(text, 0), handler, change);
  return edit.ok ? (applied(text, edit.edits) ?? 'contradicting edits') : edit.reason;
}

const rows = '- \n  text: one\n  file: a.jpg\n- \n  text: two\n  file: b.jpg';
const inline = '- text: one\n  file: a.jpg # first\n\n- text: two';

describe.each(handlers)('%s', (handler) => {
  test.each<[what: string, text: string, path: JsonPath, value: JsonValue, result: string]>([
    ['a plain text', rows, [0, 'text'], 'once', rows.replace('one', 'once')],
    ['a text with a colon', '- a: b', [0, 'a'], 'c: d', "- a: 'c: d'"],
    [
      'a text in its quotation marks',
      '- a: "b" # x',
      [0, 'a'],
      'say "c"',
      '- a: "say \\"c\\"" # x',
    ],
    ['a text with an apostrophe', "- 'b'", [0], "it's", "- 'it''s'"],
    [
      'a text that looks like a number',
      'a: x',
      ['a'],
      '12',
      handler === 'spyc' ? 'a: "12"' : "a: '12'",
    ],
    [
      'a text that looks like a date',
      'a: x',
      ['a'],
      '2020-01-01',
      handler === 'spyc' ? 'a: 2020-01-01' : "a: '2020-01-01'",
    ],
    ['a hash', 'a: x', ['a'], '#fff', "a: '#fff'"],
    [
      'lines of a file with two characters at the end of each',
      'b: c\r\nbio: |\r\n  one\r\n  two',
      ['bio'],
      'one\nmore\ntwo',
      'b: c\r\nbio: |\r\n  one\r\n  more\r\n  two',
    ],
    [
      'escapes between two changes',
      'a: "one \\t \\" two"',
      ['a'],
      handler === 'spyc' ? 'ONE \\t " TWO' : 'ONE \t " TWO',
      'a: "ONE \\t \\" TWO"',
    ],
    [
      'a backslash in quotation marks',
      'a: "x \\" z"',
      ['a'],
      'x " \\y z',
      handler === 'spyc' ? 'a: "x \\" \\y z"' : 'a: "x \\" \\\\y z"',
    ],
    [
      'lines in the place of a text',
      '-\n  a: x\n  b: c',
      [0, 'a'],
      'one\ntwo',
      `-\n  a: |${handler === 'spyc' ? '' : '-'}\n    one\n    two\n  b: c`,
    ],
    ['a blank at the end of the field', 'a: |\n  one', ['a'], 'one ', "a: 'one '"],
    ['a number', 'a: x', ['a'], 3, 'a: 3'],
    ['an empty value', 'a:\nb: c', ['a'], 'x', 'a: x\nb: c'],
    ['an item of a flow list', '[a, "b"]', [1], 'c', '[a, "c"]'],
    [
      'a line of a block',
      'a: |\n  one\n  two\nb: c',
      ['a'],
      `one\nthree${handler === 'spyc' ? '' : '\n'}`,
      'a: |\n  one\n  three\nb: c',
    ],
    [
      'a folded text',
      'a: >\n  one two\n  three\nb: c',
      ['a'],
      `one four\nthree${handler === 'spyc' ? '' : '\n'}`.replace('\n', ' ').replace(/ $/, '\n'),
      'a: >\n  one four\n  three\nb: c',
    ],
    ['a key that is not there', rows, [0, 'alt'], 'x', rows.replace('a.jpg', 'a.jpg\n  alt: x')],
    [
      'a key of a row on the line of its dash',
      inline,
      [1, 'file'],
      'b.jpg',
      `${inline}\n  file: b.jpg`,
    ],
    ['a key of a flow map', '- {a: 1}', [0, 'b'], 'x', '- {a: 1, b: x}'],
    ['nothing at all', 'a: x', ['a'], '', handler === 'spyc' ? 'a: ' : "a: ''"],
  ])('sets %s', (_, text, path, value, result) => {
    if (isArray(value) || isObject(value)) return;
    expect(edited(text, handler, { kind: 'set', path, value })).toBe(result);
  });

  test.each<[what: string, text: string, path: JsonPath, result: string]>([
    ['the first row', rows, [0], '- \n  text: two\n  file: b.jpg'],
    ['the last row', rows, [1], '- \n  text: one\n  file: a.jpg'],
    ['an entry', rows, [0, 'file'], rows.replace('\n  file: a.jpg', '')],
    ['the entry on the line of the dash', inline, [0, 'text'], inline.replace('text: one\n  ', '')],
    [
      'an entry with its comment',
      inline,
      [0, 'file'],
      inline.replace('\n  file: a.jpg # first', ''),
    ],
    ['the only item', '- a', [0], ''],
    ['the first item of a flow list', '[a, "b", c]', [0], '["b", c]'],
    ['the last item of a flow list', '[a, "b", c]', [2], '[a, "b"]'],
    ['a quoted key', '{a: 1, "b": 2}', ['a'], handler === 'spyc' ? '{"b": 2}' : '{"b": 2}'],
    ['an entry with a list', 'a:\n  - x\n  - z\nb: c', ['a'], 'b: c'],
    ['a block', 'a: |\n  x\n\n  z\n\nb: c', ['a'], '\nb: c'],
  ])('removes %s', (_, text, path, result) => {
    if (handler === 'spyc' && text.startsWith('{')) return;
    expect(edited(text, handler, { kind: 'remove', path })).toBe(result);
  });

  test.each<[what: string, text: string, path: JsonPath, key: string, result: string]>([
    ['a key', rows, [1, 'text'], 'title', rows.replace('text: two', 'title: two')],
    ['a quoted key', '"a: b": 1', ['a: b'], 'a: c', '"a: c": 1'],
  ])('renames %s', (_, text, path, key, result) => {
    expect(edited(text, handler, { kind: 'rename', path, key })).toBe(result);
  });

  test.each<
    [what: string, text: string, path: JsonPath, index: number, value: JsonValue, result: string]
  >([
    ['an item at the start', '- a\n- b', [], 0, 'x', '- x\n- a\n- b'],
    ['an item at the end', '- a\n- b', [], 2, 'x', '- a\n- b\n- x'],
    ['an item in a deeper list', 'l:\n  - a\nb: c', ['l'], 1, 'x', 'l:\n  - a\n  - x\nb: c'],
    ['an item in a flow list', '[a, "b"]', [], 1, 'x', '[a, x, "b"]'],
    ['an item in an empty field', '', [], 0, 'x', '- x'],
    [
      'a row',
      inline,
      [],
      2,
      { text: 'three', file: 'c.jpg' },
      `${inline}\n- text: three\n  file: c.jpg`,
    ],
    ['a row between', inline, [], 1, { text: 'x' }, inline.replace('\n\n-', '\n\n- text: x\n-')],
  ])('inserts %s', (_, text, path, index, value, result) => {
    expect(edited(text, handler, { kind: 'insert', path, index, value })).toBe(result);
  });

  test('keeps the line breaks of Windows', () => {
    expect(edited('- a\r\n- b', handler, { kind: 'insert', path: [], index: 2, value: 'c' })).toBe(
      '- a\r\n- b\r\n- c',
    );
    expect(edited('- a\r\n- b\r\n- c', handler, { kind: 'remove', path: [2] })).toBe('- a\r\n- b');
  });

  test('refuses what it cannot do', () => {
    expect(edited('a: b: c', 'symfony', { kind: 'set', path: ['a'], value: 'x' })).toBe(
      'The text cannot be read.',
    );
    expect(edited('a: b', handler, { kind: 'remove', path: ['c'] })).toBe(
      'The place does not exist.',
    );
    expect(edited('- a: b', handler, { kind: 'rename', path: [0, 'a'], key: 'a\nb' })).toBe(
      'No edit would change the place that was meant and nothing else.',
    );
    expect(edited('a: b', handler, { kind: 'set', path: ['a'], value: 'x\n----\ny' })).not.toMatch(
      /^----/m,
    );
  });

  test('edits stand in the file', () => {
    const text = 'Title: A\n\n----\n\nRows:\n\n- a: b\n- a: c\n\n----\n\nX: y\n';
    const source = parseContent(text).fields[1]?.value ?? plainText('', 0);
    const edit = editYaml(source, handler, { kind: 'set', path: [1, 'a'], value: 'd' });
    expect(edit.ok && applied(text, edit.edits)).toBe(text.replace('a: c', 'a: d'));
  });

  test('no edit ends the field, one with a hidden divider neither', () => {
    const source = parseContent('Rows:\n\na: x\n\\----b: y').fields[0]?.value ?? plainText('', 0);
    const changes: readonly YamlChange[] = [
      { kind: 'rename', path: ['a'], key: '----a' },
      { kind: 'set', path: ['----c'], value: 'z' },
    ];
    for (const change of changes) {
      const edit = editYaml(source, handler, change);
      const result = edit.ok ? applied('Rows:\n\na: x\n\\----b: y', edit.edits) : undefined;
      expect(result === undefined ? 1 : parseContent(result).fields.length).toBe(1);
      expect(result ?? '').not.toMatch(/^----/m);
    }
  });

  test('writes no half characters', () => {
    for (const path of [['a'], ['b'], ['c']]) {
      const change = { kind: 'set', path, value: 'x\ud83d' } as const;
      expect(editYaml(plainText('a: x\nb: "y"', 0), handler, change).ok).toBe(false);
    }
  });

  const word = fc.constantFrom(
    'one',
    'two words',
    'a.jpg',
    'c: d',
    "it's",
    '12',
    'x#y',
    'no',
    '- a',
    '',
    'é😀',
  );
  const change = fc.record({
    nth: fc.nat(),
    kind: fc.constantFrom('set', 'remove', 'rename', 'insert', 'add'),
    value: word,
  });

  test('changes what was meant and nothing else, or refuses', () => {
    fc.assert(
      fc.property(yamlTexts, change, (text, picked) => {
        const read = readYaml(text, handler);
        if (!read.ok) return;
        const meant = changeOf(read.value, picked);
        if (meant === undefined) return;
        const edit = editYaml(plainText(text, 0), handler, meant);
        if (!edit.ok) return;
        const result = readYaml(applied(text, edit.edits) ?? '', handler);
        expect(result.ok && sorted(result.value)).toEqual(
          sorted(changed(read.value, meant) ?? null),
        );
      }),
      { numRuns: 1000 },
    );
  });

  const value = fc.constantFrom('one', 'two words', 'a.jpg', "it's", 'a, b', 'a\nb', '12', 'é');
  const row = fc.dictionary(fc.constantFrom('text', 'file', 'alt', 'list'), value, {
    minKeys: 2,
    noNullPrototype: true,
  });
  const written = fc.oneof(
    fc.array(row, { minLength: 1, maxLength: 4 }),
    row,
    fc.array(value, { minLength: 1, maxLength: 4 }),
  );

  test('refuses nothing in what Kirby writes', () => {
    fc.assert(
      fc.property(written, change, (content, picked) => {
        const text = writeYaml(content, handler).trim();
        const meant = changeOf(content, picked);
        // Spyc has no way to write `- a` as a text.
        if (meant === undefined || picked.value === '- a') return;
        const edit = editYaml(plainText(text, 0), handler, meant);
        expect(edit.ok || [text, meant, edit.reason]).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** A change at one of the places of a value. */
function changeOf(
  value: JsonValue,
  picked: { readonly nth: number; readonly kind: string; readonly value: string },
): YamlChange | undefined {
  const places = [...placesIn(value, [])];
  const path = places[picked.nth % places.length] ?? [];
  const step = path.at(-1);
  switch (picked.kind) {
    case 'set':
      return typeof valueAt(value, path) === 'object'
        ? undefined
        : { kind: 'set', path, value: picked.value };
    case 'remove':
      return step === undefined ? undefined : { kind: 'remove', path };
    case 'rename':
      return typeof step === 'string' ? { kind: 'rename', path, key: 'renamed' } : undefined;
    case 'insert':
      return typeof step === 'number'
        ? { kind: 'insert', path: path.slice(0, -1), index: step, value: picked.value }
        : undefined;
    default:
      return typeof step === 'string'
        ? { kind: 'set', path: [...path.slice(0, -1), 'added'], value: picked.value }
        : undefined;
  }
}

function* placesIn(value: JsonValue, path: JsonPath): Iterable<JsonPath> {
  if (path.length > 0) yield path;
  if (isArray(value))
    for (const [index, item] of value.entries()) yield* placesIn(item, [...path, index]);
  if (isObject(value))
    for (const [key, item] of Object.entries(value)) yield* placesIn(item, [...path, key]);
}

/** With `[]` for every kind of emptiness. */
function sorted(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return entries.length === 0 ? [] : Object.fromEntries(entries);
}
