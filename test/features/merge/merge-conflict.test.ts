import { describe, expect, test } from 'vitest';
import { mergeConflict } from '../../../server/src/features/merge/merge-conflict.ts';
import type { Choice } from '../../../server/src/features/merge/difference.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';

const block = (id: string, text: string): string =>
  `{"content":{"text":"${text}"},"id":"${id}","isHidden":false,"type":"text"}`;
const blocks = (...all: readonly string[]): string => `Blocks: [${all.join(',')}]`;
const marked = (ours: string, theirs: string, base?: string): string =>
  [
    '<<<<<<< HEAD',
    ours,
    ...(base === undefined ? [] : ['||||||| 1234567', base]),
    '=======',
    theirs,
    '>>>>>>> other',
    '',
  ].join('\n');
const before = 'Title: One \\/ “deux”\n\n----\n\n';
const after = '\n----\n\nUuid: abc\n';

const base = blocks(block('a', 'A'), block('b', 'B'), block('c', 'C'));
const ours = blocks(block('a', 'A\\u00e9 <b>1</b>'), block('b', 'B'), block('c', 'C'));
const theirs = blocks(block('a', 'A'), block('c', 'Cé'), block('d', '1\\/2'));
const both = blocks(block('a', 'A\\u00e9 <b>1</b>'), block('c', 'Cé'), block('d', '1\\/2'));

function mergeAt(text: string, baseText?: string, mark = '<<<<<<<') {
  const document = parseContent(text);
  return mergeConflict(
    { document, site: undefined, file: undefined },
    text.indexOf(mark),
    baseText,
  );
}

function resolved(
  text: string,
  {
    baseText,
    choices = {},
  }: { baseText?: string; choices?: Readonly<Record<string, Choice>> } = {},
): string | undefined {
  const merge = mergeAt(text, baseText);
  if (!merge.ok) return merge.reason;
  let count = 0;
  const edits = merge.resolve(new Map(Object.entries(choices)), () => `new${String(++count)}`);
  expect(edits?.length).toBe(1);
  return edits && applied(text, edits);
}

describe('a field whose whole line is in conflict', () => {
  const file = before + marked(ours, theirs, base) + after;

  test('is merged block by block, in the spelling of each side, and nothing around it changes', () => {
    expect(resolved(file)).toBe(`${before}${both}\n${after}`);
  });

  test('tells what differs', () => {
    const merge = mergeAt(file);
    expect(merge.ok ? merge.differences : merge.reason).toEqual([
      {
        id: 'blocks block content a',
        title: 'Changed: Text',
        ours: 'Aé 1',
        theirs: 'A',
        preset: 'ours',
        isDecided: true,
        canBoth: true,
      },
      {
        id: 'blocks block presence b',
        title: 'Removed: Text',
        ours: 'B',
        theirs: 'Not there',
        preset: 'theirs',
        isDecided: true,
        canBoth: false,
      },
      {
        id: 'blocks block content c',
        title: 'Changed: Text',
        ours: 'C',
        theirs: 'Cé',
        preset: 'theirs',
        isDecided: true,
        canBoth: true,
      },
      {
        id: 'blocks block presence d',
        title: 'Added: Text',
        ours: 'Not there',
        theirs: '1/2',
        preset: 'theirs',
        isDecided: true,
        canBoth: false,
      },
    ]);
  });

  test('is merged with the version that git knows where the file does not hold it', () => {
    const text = before + marked(ours, theirs) + after;
    expect(resolved(text, { baseText: `${before}${base}\n${after}` })).toBe(
      `${before}${both}\n${after}`,
    );
    expect(resolved(text)).toBe(
      `${before}${blocks(block('a', 'A\\u00e9 <b>1</b>'), block('b', 'B'), block('c', 'C'), block('d', '1\\/2'))}\n${after}`,
    );
  });

  test('is as it is chosen', () => {
    const choices = {
      'blocks block content a': 'both',
      'blocks block presence b': 'ours',
      'blocks block content c': 'ours',
    } as const;
    expect(resolved(file, { choices })).toBe(
      `${before}${blocks(block('a', 'A\\u00e9 <b>1</b>'), block('new1', 'A'), block('b', 'B'), block('c', 'C'), block('d', '1\\/2'))}\n${after}`,
    );
  });

  test('keeps the line breaks of Windows', () => {
    expect(resolved(file.replaceAll('\n', '\r\n'))).toBe(
      `${before}${both}\n${after}`.replaceAll('\n', '\r\n'),
    );
  });

  test('keeps a byte order mark, and other conflicts as they are', () => {
    const other = `\n----\n\n${marked('Note: a', 'Note: b')}`;
    expect(resolved(`\uFEFF${file}${other}`)).toBe(`\uFEFF${before}${both}\n${after}${other}`);
  });
});

test('several conflicts in one field with line breaks are resolved together', () => {
  const pretty = (a: string, c: string): string =>
    `Blocks:\n\n${JSON.stringify(
      JSON.parse(`[${block('a', 'A')},${block('b', 'B')},${block('c', 'C')}]`),
      null,
      4,
    )
      .replace('"text": "A"', a)
      .replace('"text": "C"', c)}\n`;
  const conflict = (key: string, one: string, two: string): string =>
    `\n${marked(`            "text": "${one}"`, `            "text": "${two}"`, `            "text": "${key}"`).trimEnd()}`.trimStart();
  const flat = before + pretty('"text": "A1"', '"text": "C2"') + after;
  const text = (before + pretty('@A', '@C') + after)
    .replace(/ *@A/u, conflict('A', 'A1', 'A'))
    .replace(/ *@C/u, conflict('C', 'C', 'C2'));
  expect(resolved(text)).toBe(flat);
});

test('a field beside it in the same conflict is chosen as well', () => {
  const date = (day: string): string => `\n\n----\n\nDate: 2026-01-${day}`;
  const text = before + marked(ours + date('01'), theirs + date('02'), base + date('01')) + after;
  const merge = mergeAt(text);
  expect(merge.ok && merge.fields).toEqual(['Blocks', 'Date']);
  expect(merge.ok && merge.differences.at(-1)).toMatchObject({
    id: 'date',
    title: 'Field "Date"',
    ours: '2026-01-01',
    theirs: '2026-01-02',
    preset: 'theirs',
  });
  expect(resolved(text)).toBe(`${before}${both}${date('02')}\n${after}`);
});

test('long texts are shown from their difference on', () => {
  const long =
    'une phrase qui commence comme l’autre, et qui continue encore et encore, sans un point, puis finit ';
  const merge = mergeAt(
    before + marked(blocks(block('a', `${long}ici`)), blocks(block('a', `${long}là-bas`))),
  );
  expect(merge.ok && merge.differences[0]).toMatchObject({
    ours: '…sans un point, puis finit ici',
    theirs: '…sans un point, puis finit là-bas',
    isDecided: false,
  });
});

describe('is not merged, but a side may be kept:', () => {
  const reasonAndSides = (text: string): readonly (string | undefined)[] => {
    const merge = mergeAt(text);
    if (merge.ok) return ['merged'];
    const { keep } = merge;
    return [
      merge.reason,
      ...(['ours', 'theirs'] as const).map((side) => keep && applied(text, keep(side))),
    ];
  };

  test.each([
    [
      'a side that is no JSON',
      ours,
      `${theirs.slice(0, -1)},`,
      'Their side of the field "Blocks" cannot be read as rows or blocks.',
    ],
    [
      'a list that holds other things',
      'Blocks: [{"content":1},3]',
      theirs,
      'Your side of the field "Blocks" cannot be read as rows or blocks.',
    ],
    [
      'rows and blocks',
      'Blocks: [{"attrs":[],"columns":[],"id":"r"}]',
      theirs,
      'One side of the field "Blocks" holds rows, the other one blocks.',
    ],
    [
      'a field that only one side has',
      ours,
      `Note: x\n\n----\n\n${theirs}`,
      'The two sides differ in more than the values of fields, so they cannot be merged block by block.',
    ],
    ['other fields', 'Text: a', 'Text: b', 'No Layout or Blocks field is in this conflict.'],
  ])('%s', (_, one, other, reason) => {
    expect(reasonAndSides(before + marked(one, other) + after)).toEqual([
      reason,
      `${before}${one}\n${after}`,
      `${before}${other}\n${after}`,
    ]);
  });

  test('nothing without a conflict', () => {
    expect(mergeAt(before + ours, undefined, 'Title')).toEqual({
      ok: false,
      reason: 'There is no merge conflict here.',
    });
  });
});
