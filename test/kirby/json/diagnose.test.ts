import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseJson } from '../../../server/src/kirby/json/diagnose.ts';
import type { Cause } from '../../../server/src/kirby/json/faults/index.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { isArray, isObject, type JsonValue } from '../../../server/src/kirby/json/value.ts';
import { sharedFolder } from '../../support/shared.ts';
import { vectors } from '../../support/vectors.ts';

/** The text after the repairs of all faults; `undefined` when one of them has none. */
function mended(text: string): string | undefined {
  const repairs = diagnoseJson(text).map((fault) => fault.repair());
  const edits = repairs.flatMap((repair) => repair?.edits ?? []);
  return repairs.includes(undefined) ? undefined : applied(text, edits);
}

/** One fault: its cause, what is underlined, what its fix is called and what it makes of the text. */
interface Case {
  readonly cause: Cause;
  readonly before: string;
  readonly marks: string;
  readonly title: string;
  readonly after: string;
  readonly safe?: boolean;
}

const block = (content: string, rest = ',"id":"b1","isHidden":false,"type":"text"'): string =>
  `{"content":${content}${rest}}`;
const textBlock = (text: string): string => block(`{"text":"${text}"}`);

const cases: Readonly<Record<string, Case>> = {
  'a quote in a text': {
    cause: 'unescaped-quote',
    before: `[${textBlock('see "this\\" word')}]`,
    marks: '"',
    title: 'Escape the quote',
    after: `[${textBlock('see \\"this\\" word')}]`,
  },
  'a pasted link with its four quotes': {
    cause: 'unescaped-quote',
    before: `[${textBlock('<a href="https://example.org" target="_blank">x</a>')}]`,
    marks: '"',
    title: 'Escape the 4 quotes',
    after: `[${textBlock('<a href=\\"https://example.org\\" target=\\"_blank\\">x</a>')}]`,
  },
  'a quotation with a comma behind it': {
    cause: 'unescaped-quote',
    before: `[${textBlock('he said "hello", and went')}]`,
    marks: '"',
    title: 'Escape the 2 quotes',
    after: `[${textBlock('he said \\"hello\\", and went')}]`,
  },
  'a quote at the beginning of a text': {
    cause: 'unescaped-quote',
    before: `[${textBlock('"one\\" two')}]`,
    marks: '"',
    title: 'Escape the quote',
    after: `[${textBlock('\\"one\\" two')}]`,
  },
  'a quote at the end of a text': {
    cause: 'unescaped-quote',
    before: `[${textBlock('two \\"one"')}]`,
    marks: '"',
    title: 'Escape the quote',
    after: `[${textBlock('two \\"one\\"')}]`,
  },
  'a backslash escaped in front of a quote': {
    cause: 'doubled-backslash',
    before: `[${textBlock('a \\\\"b\\" c')}]`,
    marks: '\\\\',
    title: 'Remove the backslash',
    after: `[${textBlock('a \\"b\\" c')}]`,
  },
  'the closing quote of a text lost': {
    cause: 'missing-quote',
    before: '[{"content":{"text":"one},"id":"b1","type":"text"}]',
    marks: 'e',
    title: 'Insert the closing quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'the opening quote of a text lost': {
    cause: 'missing-quote',
    before: '[{"content":{"text":one, two"},"id":"b1","type":"text"}]',
    marks: 'o',
    title: 'Insert the opening quote',
    after: '[{"content":{"text":"one, two"},"id":"b1","type":"text"}]',
  },
  'the closing quote of a key lost': {
    cause: 'missing-quote',
    before: '[{"content":{"text:"one"},"id":"b1","type":"text"}]',
    marks: 't',
    title: 'Insert the closing quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'the opening quote of a key lost': {
    cause: 'missing-quote',
    before: '[{"content":{"text":"one"},id":"b1","type":"text"}]',
    marks: 'id',
    title: 'Insert the opening quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'the quote of an empty text lost': {
    cause: 'missing-quote',
    before: '[{"content":{"src":","alt":"","caption":""},"id":"b1","type":"image"}]',
    marks: '"',
    title: 'Insert the closing quote',
    after: '[{"content":{"src":"","alt":"","caption":""},"id":"b1","type":"image"}]',
  },
  'a quote typed twice': {
    cause: 'extra-quote',
    before: '[{"content":{"text":""one"},"id":"b1","type":"text"}]',
    marks: '"',
    title: 'Remove the quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'typographic quotes': {
    cause: 'wrong-quotes',
    before: '[{“content”:{“text”:“one”},"id":"b1","type":"text"}]',
    marks: '“',
    title: 'Replace them by straight double quotes',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a typographic quote at the end alone': {
    cause: 'wrong-quotes',
    before: '[{"content":{"text":"one”},"id":"b1","type":"text"}]',
    marks: '”',
    title: 'Replace it by a straight double quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'single quotes around a text with double ones': {
    cause: 'wrong-quotes',
    before: `[{'content':{'text':'<b id="x">it\\'s</b>'},'id':'b1','type':'text'}]`,
    marks: "'",
    title: 'Replace them by straight double quotes',
    after: `[{"content":{"text":"<b id=\\"x\\">it's</b>"},"id":"b1","type":"text"}]`,
  },
  'a key without quotes': {
    cause: 'unquoted-text',
    before: '[{content:{"text":"one"},"id":"b1","type":"text"}]',
    marks: 'content',
    title: 'Put the key between quotes',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a text without quotes': {
    cause: 'unquoted-text',
    before: '[{"content":{"text":"one"},"id":"b1","type":text}]',
    marks: 'text',
    title: 'Put the text between quotes',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a word of another language': {
    cause: 'unknown-word',
    before: '[{"content":{"alt":undefined},"id":"b1","type":"image"}]',
    marks: 'undefined',
    title: 'Replace it by null',
    after: '[{"content":{"alt":null},"id":"b1","type":"image"}]',
  },
  'None and True of Python': {
    cause: 'unknown-word',
    before: '[{"content":{"alt":None,"crop":True,"x":NaN},"id":"b1","type":"image"}]',
    marks: 'None',
    title: 'Correct the 3 words',
    after: '[{"content":{"alt":null,"crop":true,"x":null},"id":"b1","type":"image"}]',
  },
  'a number as JSON does not write it': {
    cause: 'bad-number',
    before: '[{"content":{"n":007.50},"id":"b1","type":"x"}]',
    marks: '007.50',
    title: 'Write it as 7.50',
    after: '[{"content":{"n":7.50},"id":"b1","type":"x"}]',
  },
  'no comma between two blocks': {
    cause: 'missing-comma',
    before: `[${textBlock('one')}${textBlock('two')}]`,
    marks: '}',
    title: 'Insert the comma',
    after: `[${textBlock('one')},${textBlock('two')}]`,
  },
  'no comma between two members': {
    cause: 'missing-comma',
    before: '[{"content":{"text":"one"},"id":"b1""type":"text"}]',
    marks: '"',
    title: 'Insert the comma',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a comma left behind before a bracket': {
    cause: 'extra-comma',
    before: `[${textBlock('one')},]`,
    marks: ',',
    title: 'Remove the comma',
    after: `[${textBlock('one')}]`,
  },
  'two commas': {
    cause: 'extra-comma',
    before: `[${textBlock('one')},,${textBlock('two')}]`,
    marks: ',',
    title: 'Remove the comma',
    after: `[${textBlock('one')},${textBlock('two')}]`,
  },
  'no colon after a key': {
    cause: 'wrong-colon',
    before: '[{"content"{"text":"one"},"id":"b1","type":"text"}]',
    marks: '"',
    title: 'Insert the colon',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'two colons': {
    cause: 'wrong-colon',
    before: '[{"content"::{"text":"one"},"id":"b1","type":"text"}]',
    marks: ':',
    title: 'Remove the colon',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'an equals sign for a colon': {
    cause: 'wrong-colon',
    before: '[{"content":{"text":"one"},"id"="b1","type":"text"}]',
    marks: '=',
    title: 'Replace it by a colon',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a key without a value': {
    cause: 'missing-value',
    before: '[{"content":{"alt":,"src":""},"id":"b1","type":"image"}]',
    marks: '"alt"',
    title: 'Insert an empty text',
    after: '[{"content":{"alt":"","src":""},"id":"b1","type":"image"}]',
  },
  'the brace at the end of a block lost': {
    cause: 'missing-bracket',
    before: '[{"content":{"text":"one"},"id":"b1","type":"text",{"content":{},"type":"line"}]',
    marks: '"',
    title: 'Insert the "}"',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"},{"content":{},"type":"line"}]',
  },
  'the brace at the end of the content lost, which shows only at the end of the block': {
    cause: 'missing-bracket',
    before: '[{"content":{"text":"one","id":"b1","isHidden":false,"type":"text"}]',
    marks: '"',
    title: 'Insert the "}"',
    after: '[{"content":{"text":"one"},"id":"b1","isHidden":false,"type":"text"}]',
  },
  'the brace at the beginning of a block lost': {
    cause: 'missing-bracket',
    before: '[{"content":{},"type":"line"},"content":{"text":"one"},"id":"b1","type":"text"}]',
    marks: '"',
    title: 'Insert the "{"',
    after: '[{"content":{},"type":"line"},{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'the bracket at the end of the blocks lost': {
    cause: 'missing-bracket',
    before:
      '[{"columns":[{"blocks":[{"content":{},"id":"b","type":"line"},"id":"c","width":"1/1"}]}]',
    marks: '}',
    title: 'Insert the "]"',
    after:
      '[{"columns":[{"blocks":[{"content":{},"id":"b","type":"line"}],"id":"c","width":"1/1"}]}]',
  },
  'the last bracket lost': {
    cause: 'missing-bracket',
    before: '[{"columns":[]}',
    marks: '}',
    title: 'Insert the "]"',
    after: '[{"columns":[]}]',
  },
  'a brace too many': {
    cause: 'extra-bracket',
    before: '[{"content":{"text":"one"}},"id":"b1","isHidden":false,"type":"text"}]',
    marks: '}',
    title: 'Remove the "}"',
    after: '[{"content":{"text":"one"},"id":"b1","isHidden":false,"type":"text"}]',
  },
  'a bracket after the end': {
    cause: 'extra-bracket',
    before: '[{"columns":[]}]]',
    marks: ']',
    title: 'Remove the "]"',
    after: '[{"columns":[]}]',
  },
  'a bracket for a brace': {
    cause: 'wrong-bracket',
    before: '[{"content":{"text":"one"],"id":"b1","isHidden":false,"type":"text"}]',
    marks: ']',
    title: 'Replace it by "}"',
    after: '[{"content":{"text":"one"},"id":"b1","isHidden":false,"type":"text"}]',
  },
  'a comment': {
    cause: 'comment',
    before: '[{"content":{},/* later */"type":"line"}]',
    marks: '/* later */',
    title: 'Remove the comment',
    after: '[{"content":{},"type":"line"}]',
    safe: false,
  },
  'a comment to the end of its line': {
    cause: 'comment',
    before: '[ // rows\n{"content":{},"type":"line"}]',
    marks: '// rows',
    title: 'Remove the comment',
    after: '[ \n{"content":{},"type":"line"}]',
    safe: false,
  },
  'the next field behind the end': {
    cause: 'missing-divider',
    before: '[{"columns":[]}]\n\nDictionary: - one',
    marks: 'Dictionary:',
    title: 'Insert the divider "----"',
    after: '[{"columns":[]}]\n\n----\n\nDictionary: - one',
  },
  'text behind the end': {
    cause: 'text-after-end',
    before: '[{"columns":[]}] to do',
    marks: 'to',
    title: 'Remove the text after the end',
    after: '[{"columns":[]}]',
    safe: false,
  },
  'a text that was cut': {
    cause: 'cut-text',
    before: '[{"content":{"text":"one two thr',
    marks: 'r',
    title: 'Close the text and the brackets',
    after: '[{"content":{"text":"one two thr"},"type":"text"}]',
    safe: false,
  },
  'a cut in the middle of an escape': {
    cause: 'cut-text',
    before: '[{"content":{"level":"h2","text":"one \\u00',
    marks: '0',
    title: 'Close the text and the brackets',
    after: '[{"content":{"level":"h2","text":"one "},"type":"heading"}]',
    safe: false,
  },
  'a cut in the middle of a key': {
    cause: 'cut-text',
    before: '[{"content":{"text":"one"},"type":"text"},{"cont',
    marks: 't',
    title: 'Close the brackets',
    after: '[{"content":{"text":"one"},"type":"text"}]',
    safe: false,
  },
  'an invisible character between the parts': {
    cause: 'stray-text',
    before: '[{"content":{},\u00a0"type":"line"}]',
    marks: '\u00a0',
    title: 'Remove the invisible character',
    after: '[{"content":{},"type":"line"}]',
  },
  'Enter pressed in a text': {
    cause: 'line-break',
    before: `[${textBlock('<p>one\ntwo</p>')}]`,
    marks: '\n',
    title: 'Write the line break as \\n',
    after: `[${textBlock('<p>one\\ntwo</p>')}]`,
  },
  'several lines pasted into a text': {
    cause: 'line-break',
    before: `[${textBlock('one\r\ntwo\r\n\r\nthree')}]`,
    marks: '\r\n',
    title: 'Write the 3 line breaks as \\n',
    after: `[${textBlock('one\\ntwo\\n\\nthree')}]`,
  },
  'a tab in a text': {
    cause: 'control-character',
    before: `[${textBlock('one\ttwo')}]`,
    marks: '\t',
    title: 'Write the tab as \\t',
    after: `[${textBlock('one\\ttwo')}]`,
  },
  'an apostrophe that is escaped': {
    cause: 'bad-escape',
    before: `[${textBlock("it\\'s")}]`,
    marks: "\\'",
    title: 'Remove the backslash',
    after: `[${textBlock("it's")}]`,
  },
  'a path with backslashes': {
    cause: 'bad-escape',
    before: `[${textBlock('C:\\data\\x')}]`,
    marks: '\\d',
    title: 'Correct the 2 escapes',
    after: `[${textBlock('C:\\\\data\\\\x')}]`,
  },
  'an escape without its u': {
    cause: 'bad-escape',
    before: `[${textBlock('caf\\00e9')}]`,
    marks: '\\0',
    title: 'Insert the "u" of the escape',
    after: `[${textBlock('caf\\u00e9')}]`,
  },
  'an escaped slash without the slash': {
    cause: 'bad-escape',
    before: `[${textBlock('<p>one<\\p>')}]`,
    marks: '\\p',
    title: 'Insert the slash that was escaped',
    after: `[${textBlock('<p>one<\\/p>')}]`,
  },
  'an escaped quote without the quote': {
    cause: 'bad-escape',
    before: `[${textBlock('<a id=\\"x\\>')}]`,
    marks: '\\>',
    title: 'Insert the quote that was escaped',
    after: `[${textBlock('<a id=\\"x\\">')}]`,
  },
  'a cut escape in a word that stands there once more': {
    cause: 'cut-escape',
    before: `[${textBlock('m\\u00e9dia, d\\u00e8s, m\\u00edia')}]`.replace('\\u00ed', '\\u00e'),
    marks: '\\u00e',
    title: 'Complete it to "é", the likeliest letter',
    after: `[${textBlock('m\\u00e9dia, d\\u00e8s, m\\u00e9ia')}]`,
    safe: false,
  },
  'a cut escape of which nothing is known': {
    cause: 'cut-escape',
    before: `[${textBlock('caf\\u00x')}]`,
    marks: '\\u00',
    title: 'Put a replacement character in its place',
    after: `[${textBlock('caf\\ufffdx')}]`,
    safe: false,
  },
  'half an emoji': {
    cause: 'lone-surrogate',
    before: `[${textBlock('a \\ud83d b \\ud83d\\ude00')}]`,
    marks: '\\ud83d',
    title: 'Put a replacement character in its place',
    after: `[${textBlock('a \\ufffd b \\ud83d\\ude00')}]`,
    safe: false,
  },
};

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

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Every place at which one character is taken away or typed twice. */
function* singleFaults(text: string): Iterable<{ name: string; broken: string }> {
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    const isEscape = isInside && char === '\\';
    const isQuote = isEscape ? text[at + 1] === '"' : char === '"';
    if (isQuote || (!isInside && '{}[],:'.includes(char))) {
      const without = text.slice(0, at) + text.slice(at + 1);
      const twice = text.slice(0, at) + char + text.slice(at);
      yield { name: `without ${char} at ${at}`, broken: without };
      if (!isEscape) yield { name: `with a second ${char} at ${at}`, broken: twice };
    }
    if (isEscape) at++;
    else if (char === '"') isInside = !isInside;
  }
}

/** The ids of all blocks, at any depth. */
function idsOf(value: JsonValue | undefined): readonly string[] {
  if (isArray(value)) return value.flatMap(idsOf);
  if (!isObject(value)) return [];
  const own = typeof value['type'] === 'string' ? [JSON.stringify(value['id'])] : [];
  return [...own, ...Object.values(value).flatMap(idsOf)];
}

const seedFolder = sharedFolder('seed');

describe.skipIf(seedFolder === undefined)('the real article, which is not on this machine', () => {
  const file = seedFolder === undefined ? '' : readFileSync(`${seedFolder}/article.txt`, 'utf8');
  const legacy = /^Layout: (.*)$/mu.exec(file)?.[1] ?? '[]';
  const value = JSON.parse(legacy) as JsonValue;

  test.each([
    ['as it is', 1, legacy],
    ['as the present Kirby writes it', 7, JSON.stringify(value)],
    ['indented', 7, JSON.stringify(value, null, 4)],
  ])(
    '%s: a lost or doubled character is one fault, mended to the same bytes',
    (_, step, text) => {
      const failed: string[] = [];
      let count = 0;
      for (const { name, broken } of singleFaults(text)) {
        if (++count % step > 0 || isJson(broken)) continue;
        const [fault, ...others] = diagnoseJson(broken);
        const after = applied(broken, fault?.repair()?.edits ?? []);
        // Kirby trims a value: the line break beside its outermost brackets is not there to keep.
        const isOutermost =
          text.includes('\n') &&
          (name.endsWith('[ at 0') || name.endsWith(`] at ${text.length - 1}`));
        if (others.length > 0 || (after !== text && !isOutermost)) failed.push(name);
      }
      expect(failed).toEqual([]);
    },
    60_000,
  );

  test('cut anywhere, keeps every block that was whole and every block has a type', () => {
    const ends = [...legacy.matchAll(/"type":"\w+"/gu)].map(
      ({ 0: type, index }) => index + type.length,
    );
    for (let cut = 3; cut < legacy.length; cut += 41) {
      const { faults, value: rest } = diagnose(legacy.slice(0, cut));
      expect(faults).toHaveLength(1);
      const ids = idsOf(rest());
      expect(ids.length).toBeGreaterThanOrEqual(ends.filter((end) => end <= cut).length);
      expect(JSON.stringify(rest()).match(/"content":/gu)?.length ?? 0).toBe(
        JSON.stringify(rest()).match(/"type":/gu)?.length ?? 0,
      );
    }
  }, 60_000);
});
