import { expect, test } from 'vitest';
import { slice } from '../../server/src/kirby/text/span.ts';
import { applyEdits } from '../../server/src/features/fixes.ts';
import { htmls, kirbytexts } from '../../server/src/rules/texts.ts';
import { contextOf } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  text:
    type: textarea
  intro:
    type: writer
  layout:
    type: layout
    settings:
      fields:
        note:
          type: textarea
    fieldsets:
      steps:
        fields:
          rows:
            type: structure
            fields:
              what:
                type: textarea
          more:
            type: object
            fields:
              points:
                type: list
`,
};
const text = `Title: (image: no)
----
Text: one \\(a
----
Intro: <p>two</p>
----
Layout: [{"attrs":{"Note":"thr\\u00e9e"},"columns":[{"blocks":[{"type":"steps","content":{"rows":[{"what":"four"},{"what":"five\\n"}],"more":{"points":"<ul>six"}}},{"type":"steps","content":"no"}]}]}]`;

test('finds the texts of a document and the way back from each', async () => {
  const context = await contextOf(text, { files });
  const found = [...kirbytexts(context), ...htmls(context)];
  expect(found.map((one) => one.text)).toEqual([
    'one \\(a',
    'thrée',
    'four',
    'five\n',
    '<p>two</p>',
    '<ul>six',
  ]);
  const sources = found.map((one) => slice(text, one.toSpan({ start: 3, end: one.text.length })));
  expect(sources).toEqual([' \\(a', '\\u00e9e', 'r', 'e\\n', 'two</p>', '>six']);
  const third = text.indexOf('four');
  expect(found.map((one) => one.offsetIn(third + 2))).toEqual([
    undefined,
    undefined,
    2,
    undefined,
    undefined,
    undefined,
  ]);
});

test('edits a text in the style of what is around it, or refuses', async () => {
  const context = await contextOf(text, { files });
  const [first, second] = kirbytexts(context);
  const edits = second?.replaced([{ span: { start: 0, end: 3 }, text: '"é' }]);
  expect(applyEdits(text, edits ?? [])).toBe(text.replace('thr\\u00e9e', '\\"\\u00e9\\u00e9e'));
  expect(first?.replaced([{ span: { start: 0, end: 3 }, text: '\n----\nb: c' }])).toBeUndefined();
});

test('finds none while the Panel has unsaved changes', async () => {
  const path = 'content/1_article/_changes/article.txt';
  expect(kirbytexts(await contextOf(text, { files, path }))).toEqual([]);
});
