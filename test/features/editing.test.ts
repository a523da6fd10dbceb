import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colorPresentations, colorsIn } from '../../server/src/features/colors.ts';
import { foldingSpans } from '../../server/src/features/folding.ts';
import { selectionSpans } from '../../server/src/features/selection-spans.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { applied } from '../../server/src/kirby/json/text-edit.ts';
import { contextOf } from '../support/check.ts';
import type { SiteFiles } from '../support/site.ts';

const files: SiteFiles = {
  'site/blueprints/pages/article.yml': `fields:
  hex: { type: color }
  clear: { type: color, alpha: true }
  rgb: { type: color, format: rgb }
  hsl: { type: color, format: hsl }
  text: { type: textarea }
  rows:
    type: structure
    fields:
      tint: { type: color }
  layout:
    type: layout
    settings:
      fields:
        background: { type: color }
`,
};

const orange = { red: 1, green: 0.5333, blue: 0, alpha: 0.5 };

describe('colours', () => {
  test.each([
    ['Hex: #123456', '#123456', 'Hex: #ff8800'],
    ['Clear: #123456', '#123456', 'Clear: #ff880080'],
    ['Rgb: rgb(1, 2, 3)', 'rgb(1, 2, 3)', 'Rgb: rgb(255, 136, 0)'],
    ['Hsl: hsl(1, 2%, 3%)', 'hsl(1, 2%, 3%)', 'Hsl: hsl(32, 100%, 50%)'],
    ['Rows:\n\n- \n  tint: "#123456"', '#123456', 'Rows:\n\n- \n  tint: "#ff8800"'],
    [
      String.raw`Layout: [{"attrs":{"background":"#123456"},"columns":[],"id":"\u00e9"}]`,
      '#123456',
      String.raw`Layout: [{"attrs":{"background":"#ff8800"},"columns":[],"id":"\u00e9"}]`,
    ],
  ])('%s are shown and picked', async (text, shown, after) => {
    const context = await contextOf(text, { files });
    const [found, ...more] = colorsIn(context);
    expect(more).toEqual([]);
    expect(text.slice(found?.span.start, found?.span.end)).toBe(shown);
    const [presentation] =
      found === undefined ? [] : colorPresentations(context, found.span, orange);
    expect(presentation && applied(text, [presentation.edit])).toBe(after);
  });

  test.each(['Text: #123456', 'Hex: none', 'Hex: '])('%s is none', async (text) => {
    expect(colorsIn(await contextOf(text, { files }))).toEqual([]);
  });
});

test('fields over several lines fold to their names', () => {
  const text = 'Title: x\n\n----\n\nText:\n\nOne\n\nTwo\n\n----\n\nEnd: y';
  expect(foldingSpans(parseContent(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Text:\n\nOne\n\nTwo',
  ]);
});

describe('a selection grows', () => {
  async function steps(marked: string): Promise<readonly string[]> {
    const text = marked.replace('|', '');
    const context = await contextOf(text, { files });
    return selectionSpans(context, marked.indexOf('|')).map(({ start, end }) =>
      text.slice(start, end),
    );
  }

  test('from a string to its block, column, row, value, field and file', async () => {
    const block = '{"type":"text","content":{"text":"<p>One</p>"}}';
    const row = `{"columns":[{"blocks":[${block}]}]}`;
    const text = `Title: x\n----\nLayout: [${row}]`;
    expect(await steps(text.replace('One', 'O|ne'))).toEqual([
      '<p>One</p>',
      '"<p>One</p>"',
      '{"text":"<p>One</p>"}',
      block,
      `[${block}]`,
      `{"blocks":[${block}]}`,
      `[{"blocks":[${block}]}]`,
      row,
      `[${row}]`,
      `Layout: [${row}]`,
      text,
    ]);
  });

  test('from a line to its paragraph, value, field and file', async () => {
    expect(await steps('Text:\n\nOne\nT|wo\n\nThree')).toEqual([
      'Two',
      'One\nTwo',
      'One\nTwo\n\nThree',
      'Text:\n\nOne\nTwo\n\nThree',
    ]);
  });

  test('wherever it begins, and each step holds the one before', async () => {
    const text =
      'Title: x\r\n\r\n----\r\n\r\nText:\r\n\r\na\r\n\r\nb\r\n\r\n----\r\n\r\nLayout: [{"columns":[{"blocks":[{"type":"text","content":{"text":"a\\u00e9"}}]}]}';
    const context = await contextOf(text, { files });
    fc.assert(
      fc.property(fc.nat({ max: text.length }), (offset) => {
        const spans = selectionSpans(context, offset);
        expect(spans.at(-1)).toEqual({ start: 0, end: text.length });
        let last = { start: offset, end: offset };
        for (const span of spans) {
          expect(span.start).toBeLessThanOrEqual(last.start);
          expect(span.end).toBeGreaterThanOrEqual(last.end);
          last = span;
        }
      }),
    );
  });
});
