import { describe, expect, test } from 'vitest';
import { diagnoseJson } from '../../../server/src/kirby/json/diagnose.ts';
import type { Cause } from '../../../server/src/kirby/json/faults/index.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { vectors } from '../../support/vectors.ts';
import { textBlock, cases, isJson } from './fault-cases.ts';

/** The text after the repairs of all faults; `undefined` when one of them has none. */
function mended(text: string): string | undefined {
  const repairs = diagnoseJson(text).map((fault) => fault.repair());
  const edits = repairs.flatMap((repair) => repair?.edits ?? []);
  return repairs.includes(undefined) ? undefined : applied(text, edits);
}

describe('one cause gives one fault, on the token that is wrong, and a repair', () => {
  test.each(Object.entries(cases))('%s', (_, { cause, before, marks, title, after, safe }) => {
    const faults = diagnoseJson(before);
    expect(faults.map((fault) => fault.cause)).toEqual([cause]);
    const [fault] = faults;
    expect(before.slice(fault?.span.start, fault?.span.end)).toBe(marks);
    expect(fault?.repair()?.title).toBe(title);
    expect(fault?.repair()?.safe).toBe(safe ?? true);
    expect(mended(before)).toBe(after);
    expect(diagnoseJson(after.split('\n\n----')[0] ?? '')).toEqual([]);
    expect(fault?.message).toMatch(/^[A-Z"].*\.$/u);
  });

  test('covers every cause that has a repair', () => {
    const covered = new Set(Object.values(cases).map(({ cause }) => cause));
    expect([...covered].sort()).toEqual(
      (
        [
          'bad-escape',
          'bad-number',
          'comment',
          'control-character',
          'cut-escape',
          'cut-text',
          'doubled-backslash',
          'extra-bracket',
          'extra-comma',
          'extra-quote',
          'line-break',
          'lone-surrogate',
          'missing-bracket',
          'missing-comma',
          'missing-divider',
          'missing-quote',
          'missing-value',
          'stray-text',
          'text-after-end',
          'unescaped-quote',
          'unknown-word',
          'unquoted-text',
          'wrong-bracket',
          'wrong-colon',
          'wrong-quotes',
        ] satisfies Cause[]
      ).sort(),
    );
  });
});

describe('several faults', () => {
  test('are found and repaired one by one', () => {
    const sound = `[${textBlock('a <b id=\\"x\\">b</b>')},${textBlock('two')},${textBlock('three')}]`;
    const broken = sound
      .replace('id=\\"x', 'id="x')
      .replace('"isHidden":false', '"isHidden":False')
      .replace('},{', '}{')
      .replace('"three"', '"three');
    expect(diagnoseJson(broken).map(({ cause }) => cause)).toEqual([
      'unescaped-quote',
      'unknown-word',
      'missing-comma',
      'missing-quote',
    ]);
    expect(mended(broken)).toBe(sound);
    for (const fault of diagnoseJson(broken)) {
      const once = applied(broken, fault.repair()?.edits ?? []) ?? '';
      expect(diagnoseJson(once)).toHaveLength(3);
    }
  });

  test('are never more than a hundred', () => {
    const text = `[${Array.from({ length: 300 }, () => '{"content":{"x":.5,},"type":"line"}').join()}]`;
    expect(diagnoseJson(text).length).toBeLessThanOrEqual(100);
  });
});

describe('says nothing about JSON that PHP reads', () => {
  const layout = [
    { attrs: [], columns: [{ blocks: [{ content: { text: 'é "q" /' }, type: 'text' }] }] },
  ];
  test.each([
    ['minified', JSON.stringify(layout)],
    ['indented', JSON.stringify(layout, null, 4)],
    ['with escapes', JSON.stringify(layout).replaceAll('/', '\\/').replaceAll('é', '\\u00e9')],
    ['with blanks everywhere', ' [ { "a" : [ 1 , -2.5e+3 , null , true ] , "b" : { } } ] '],
    ['a scalar', '12'],
    ['an empty value', ''],
    ['a pair of surrogates', '["\\ud83d\\ude00"]'],
  ])('%s', (_, text) => {
    expect(diagnoseJson(text)).toEqual([]);
  });

  test.each(
    ['layout', 'blocks'].flatMap((name) =>
      vectors(name).flatMap(({ name: title, request }) => {
        const { value } = request;
        // Half a surrogate pair is no JSON to PHP.
        const isSound =
          typeof value === 'string' && isJson(value) && !title.includes('lone surrogate');
        return isSound ? [[title, value] as const] : [];
      }),
    ),
  )('recorded value: %s', (_, value) => {
    expect(diagnoseJson(value)).toEqual([]);
  });
});

test.each(
  vectors('layout').flatMap(({ name, request: { value } }) =>
    typeof value === 'string' && value.trim() !== '' && !isJson(value)
      ? [[name, value] as const]
      : [],
  ),
)('finds one fault in what Kirby could not read: %s', (_, value) => {
  expect(diagnoseJson(value)).toHaveLength(1);
});
