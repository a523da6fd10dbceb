import { describe, expect, test } from 'vitest';
import { conflictsIn, keep } from '../../../server/src/kirby/json/conflict.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';

const kept = (text: string, side: 'ours' | 'theirs'): string | undefined =>
  applied(
    text,
    conflictsIn(text).flatMap((conflict) => keep(conflict, side)),
  );

describe('conflictsIn', () => {
  const plain = 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd';
  const withAncestor = 'a\n<<<<<<< HEAD\nb\n||||||| old\no\n=======\nc\n>>>>>>> x\nd';

  test.each([
    ['our side', plain, 'ours', 'a\nb\nd'],
    ['their side', plain, 'theirs', 'a\nc\nd'],
    ['our side beside an ancestor', withAncestor, 'ours', 'a\nb\nd'],
    ['their side beside an ancestor', withAncestor, 'theirs', 'a\nc\nd'],
    ['a side that is empty', '<<<<<<< a\n=======\nc\n>>>>>>> b', 'ours', ''],
    ['one side of each of two', `${plain}\n${plain}`, 'theirs', 'a\nc\nd\na\nc\nd'],
    ['line breaks of Windows', plain.replaceAll('\n', '\r\n'), 'ours', 'a\r\nb\r\nd'],
  ] as const)('lets keep %s', (_, text, side, expected) => {
    expect(kept(text, side)).toBe(expected);
  });

  test.each([
    ['marks that are not at the beginning of a line', 'a <<<<<<<\n b =======\n c >>>>>>>'],
    ['a mark without the others', '<<<<<<< HEAD\na\n=======\nb'],
    ['a heading underlined with equals signs', 'Title\n=======\nText'],
  ])('finds nothing in %s', (_, text) => {
    expect(conflictsIn(text)).toEqual([]);
  });
});
