import { expect, test } from 'vitest';
import { startClient } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const site = {
  ...smallSite,
  'site/blueprints/pages/article.yml':
    'fields:\n  tint: { type: color }\n  text: { type: textarea }\n',
};

test('colours are shown and replaced in the field’s own notation', async () => {
  const client = await startClient({ files: site });
  const file = await client.open(article, content({ Tint: '#000000' }));
  const range = file.rangeOf('#000000');
  const color = { red: 0, green: 0, blue: 0, alpha: 1 };
  expect(await file.ask('textDocument/documentColor', {})).toEqual([{ range, color }]);
  expect(
    await file.ask('textDocument/colorPresentation', { range, color: { ...color, blue: 1 } }),
  ).toEqual([{ label: '#0000ff', textEdit: { range, newText: '#0000ff' } }]);
});

test('fields fold, and selections grow from a line to the file', async () => {
  const client = await startClient({ files: site });
  const file = await client.open(article, 'Title: x\n\n----\n\nText:\n\nOne\n\nTwo');
  expect(await file.ask('textDocument/foldingRange', {})).toEqual([{ startLine: 4, endLine: 8 }]);
  expect(
    await file.ask('textDocument/selectionRange', { positions: [file.positionOf('Two', 1)] }),
  ).toMatchObject([
    {
      range: file.rangeOf('Two'),
      parent: {
        range: file.rangeOf('One\n\nTwo'),
        parent: {
          range: file.rangeOf('Text:\n\nOne\n\nTwo'),
          parent: { range: file.rangeOf(file.text) },
        },
      },
    },
  ]);
});
