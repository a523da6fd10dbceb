import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits, fixesAt } from '../../server/src/features/fixes.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import type { RuleContext } from '../../server/src/rules/rule.ts';
import { checkDiagnostics, checkFix, checkFixAll, contextOf } from '../support/check.ts';
import { sharedFolder } from '../support/shared.ts';

const only = ['broken-json'];

const inLayout =
  'Kirby cannot read the field "Layout" and shows nothing of it; saving the page in the Panel makes that permanent.';
const inBlocks =
  'Kirby cannot read the field "Blocks" and shows its source as text; saving the page in the Panel makes that permanent.';

const block = (text: string, id = '1'): string =>
  `{"content":{"text":"${text}"},"id":"b-${id}","isHidden":false,"type":"text"}`;
const row = (text: string, id = '1'): string =>
  `{"attrs":[],"columns":[{"blocks":[${block(text, id)}],"id":"c-${id}","width":"1/1"}],"id":"r-${id}"}`;

describe('broken-json', () => {
  test('marks the one quote that is not escaped, and says what becomes of the field', () => {
    const line = `Layout: [${row('<b>one" two</b>')}]`;
    return checkDiagnostics(
      `${line}
${' '.repeat(line.indexOf('one') + 3)}^ error broken-json: This quote ends the text too early. Inside of a text a quote is written \\". ${inLayout}`,
      { only },
    );
  });

  test('says of a blocks field that its source is shown', () =>
    checkDiagnostics(
      `Blocks: [${block('one')}${block('two', '2')}]
${' '.repeat(`Blocks: [${block('one')}`.length - 1)}^ broken-json: A comma is missing after this. ${inBlocks}`,
      { only },
    ));

  test('says in the title of the fix what the field holds afterwards', () =>
    checkFix(
      `Layout: [${row('a')},${row('<b id=$0"x">b</b>', '2')}]`,
      `Layout: [${row('a')},${row('<b id=\\"x\\">b</b>', '2')}]`,
      { only, title: 'Escape the 2 quotes (2 rows, 2 blocks)' },
    ));

  test('repairs each of several faults by itself, and all of them together', async () => {
    const broken = `Layout: [${row('a').replace('"isHidden":', '"isHidden"$0')}${row('b', '2')},]`;
    const context = await contextOf(broken.replace('$0', ''));
    expect(diagnostics(context, {}).filter(({ rule }) => rule.code === 'broken-json')).toHaveLength(
      3,
    );
    await checkFix(broken, broken.replace('$0', ':'), {
      only,
      title: 'Insert the colon (1 of 3 faults)',
    });
    await checkFix(broken, `Layout: [${row('a')},${row('b', '2')}]`, {
      only,
      title: 'Repair all 3 faults (2 rows, 2 blocks)',
    });
    await checkFixAll(broken.replace('$0', ''), `Layout: [${row('a')},${row('b', '2')}]`);
  });

  test('gives a field back its divider, with every other byte as it was', () =>
    checkFix(
      `Layout: [${row('a')}]\n\nDictio$0nary: - one\n\n----\n\nText: two`,
      `Layout: [${row('a')}]\n\n----\n\nDictionary: - one\n\n----\n\nText: two`,
      { only, title: 'Insert the divider "----" (1 row, 1 block)' },
    ));

  test('marks the name of the field whose divider is missing', () =>
    checkDiagnostics(
      `
Layout: []

Dictionary: - one
^^^^^^^^^^^ broken-json: The divider before the field "Dictionary" is missing, so that the field belongs to this one. ${inLayout}
`,
      { only },
    ));

  const pretty = JSON.stringify(JSON.parse(`[${row('a')},${row('b', '2')}]`), null, 4);

  test('removes a divider that stands inside of indented JSON', async () => {
    const broken = `Layout:\n\n${pretty.replace('\n    {\n', '\n----\n    {\n')}\n\n----\n\nText: x`;
    const mended = `Layout:\n\n${pretty}\n\n----\n\nText: x`;
    await checkFix(broken.replace('----', '--$0--'), mended, {
      only,
      title: 'Remove the divider "----" (2 rows, 2 blocks)',
    });
  });

  test('marks nothing but the divider there', () =>
    checkDiagnostics(
      `
Layout: [
----
^^^^ broken-json: Four hyphens at the beginning of a line end the field, in the middle of its JSON. ${inLayout}
${row('a')}]

----

Text: x
`,
      { only },
    ));

  test('keeps hyphens that stand inside of a text, as the text they are', () =>
    checkFix(
      `Layout: [${row('one\n--$0--\ntwo')}]\n\n----\n\nText: x`,
      `Layout: [${row('one\\n----\\ntwo')}]\n\n----\n\nText: x`,
      { only },
    ));

  test('does not take the next field for the rest of one that was cut', () =>
    checkDiagnostics(
      `
Layout: [{"attrs":[],"columns":[]
${' '.repeat(32)}^ broken-json: The field ends before its brackets are closed; what came after it is not there. ${inLayout}

----

Text: x
`,
      { only },
    ));

  describe('a merge conflict', () => {
    const conflict = `<<<<<<< HEAD\nLayout: [${row('ours')}]\n=======\nLayout: [${row('theirs')},${row('x', '2')}]\n>>>>>>> draft\n\n----\n\nText: x`;

    test('is one problem, on its first mark', () =>
      checkDiagnostics(
        conflict.replace('\n', '\n^^^^^^^ broken-json: A merge left its marks here: …\n'),
        { only },
      ));

    test('is settled for either side, which says what it holds', async () => {
      const marked = `$0${conflict}`;
      await checkFix(marked, `Layout: [${row('ours')}]\n\n----\n\nText: x`, {
        only,
        title: 'Keep yours (1 row, 1 block)',
      });
      await checkFix(marked, `Layout: [${row('theirs')},${row('x', '2')}]\n\n----\n\nText: x`, {
        only,
        title: 'Keep theirs (2 rows, 2 blocks)',
      });
    });

    test('offers only a side that can be read', async () => {
      const context = await contextOf(conflict.replace('"theirs"', '"theirs'));
      const titles = fixesAt(context, { start: 0, end: 0 }, {}).map(({ fix }) => fix.title);
      expect(titles).toEqual(['Keep yours (1 row, 1 block)']);
    });

    test('is nothing to settle unasked', () => checkFixAll(conflict, conflict));

    test('inside of indented JSON is settled as well', () =>
      checkFix(
        `Layout: [\n$0<<<<<<< HEAD\n${row('a')}\n=======\n${row('b', '2')}\n>>>>>>> x\n]`,
        `Layout: [\n${row('b', '2')}\n]`,
        { only, title: 'Keep theirs (1 row, 1 block)' },
      ));

    test('of other fields is not about JSON', () =>
      checkDiagnostics('Text: <<<<<<<\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> x', { only }));
  });

  describe('says nothing about', () => {
    test.each([
      ['an empty field', 'Layout: \n\n----\n\nBlocks:'],
      ['an empty list', 'Layout: []\n\n----\n\nBlocks: {}'],
      ['one line', `Layout: [${row('a')}]`],
      ['indented JSON', `Layout:\n\n${pretty}`],
      ['CRLF', `Layout:\r\n\r\n${pretty.replaceAll('\n', '\r\n')}\r\n`],
      [
        'escapes',
        String.raw`Blocks: [{"type":"text","content":{"text":"\ud83d\ude00 \u00e9 \/"}}]`,
      ],
      ['a blocks field that holds HTML, which Kirby imports', 'Blocks: <p>Hello</p>'],
      ['a blocks field that holds plain text', 'Blocks: Hello world'],
      ['a text that begins with a bracket', 'Text: [not JSON, "but a text]'],
      ['a text that begins with a link', 'Text: [{link}](https://example.org)'],
    ])('%s', (_, text) => checkDiagnostics(text, { only }));

    test('a field that no blueprint knows and that only looks a little like JSON', () =>
      checkDiagnostics('Other: [1, 2, three]', { only }));
  });

  test('is found in a field that no blueprint knows by its shape', () =>
    checkDiagnostics(
      `
Other: [{"type":"text","content":{"text":"a"}},]
                                              ^ broken-json: Nothing follows this comma before the "]"; …
`,
      { only },
    ));

  test('marks half an emoji, which PHP refuses although JavaScript does not', () =>
    checkDiagnostics(
      String.raw`
Blocks: [{"type":"text","content":{"text":"a \ud83d b"}}]
                                             ^^^^^^ broken-json: "\ud83d" is one half of a character whose other half is missing. …
`,
      { only },
    ));

  test('says of a layout field that holds text that this is no JSON', () =>
    checkDiagnostics(
      `
Layout: Hello world
        ^^^^^ broken-json: This is text where Kirby expects JSON. ${inLayout}
`,
      { only },
    ));
});

const seedFolder = sharedFolder('seed');

describe.skipIf(seedFolder === undefined)('the real article, which is not on this machine', () => {
  const seed = seedFolder === undefined ? '' : readFileSync(`${seedFolder}/article.txt`, 'utf8');

  const looseContext = async (text: string): Promise<RuleContext> =>
    contextOf(text, { inSite: false });

  test('has no broken JSON', async () => {
    const found = diagnostics(await looseContext(seed), {});
    expect(found.filter(({ rule }) => rule.code === 'broken-json')).toEqual([]);
  });

  test('comes back byte for byte, with one click, from every quote that lost its backslash', async () => {
    const quotes = [...seed.matchAll(/\\"/g)].map(({ index }) => index);
    expect(quotes.length).toBeGreaterThan(5);
    for (const at of quotes) {
      const broken = seed.slice(0, at) + seed.slice(at + 1);
      const context = await looseContext(broken);
      const found = diagnostics(context, {}).filter(({ severity }) => severity === 'error');
      expect(found.map(({ problem }) => problem.span)).toEqual([{ start: at, end: at + 1 }]);
      const [offered] = fixesAt(context, { start: at, end: at }, {});
      expect(offered?.fix.title).toBe('Escape the quote (15 rows, 19 blocks)');
      expect(offered?.fix.safe).toBe(true);
      expect(applyEdits(broken, offered?.fix.edits ?? [])).toBe(seed);
    }
  });
});

describe('JSON inside of other values', () => {
  const options = {
    files: {
      'site/blueprints/pages/article.yml': `
fields:
  rows:
    type: structure
    fields:
      body: { type: blocks }
      grid: { type: layout }
  blocks:
    type: blocks
    fieldsets:
      box:
        fields:
          parts: { type: blocks, label: Parts }
`,
    },
    only: ['broken-json'],
  };
  const box = (parts: string): string =>
    `Blocks: [{"type":"box","content":{"parts":${JSON.stringify(parts)}}}]`;

  test('is found in rows of structures', () =>
    checkDiagnostics(
      `
Rows:

- body: '[{"type":"line"]'
                       ^ error broken-json: …
  grid: '[{"columns":[]]'
                      ^ error broken-json: …
`,
      options,
    ));

  test('is found in blocks, and mended in the string', async () => {
    await checkFix(
      box('[{"type":"text","content":{"text":"a "b" c"}}]').replace('\\"b', '\\"$0b'),
      box('[{"type":"text","content":{"text":"a \\"b\\" c"}}]'),
      options,
    );
  });

  test.each(['', '[]', '[{"type":"line"}]', '<p>HTML</p>'])('accepts %j', (parts) =>
    checkDiagnostics(box(parts), options),
  );
});
