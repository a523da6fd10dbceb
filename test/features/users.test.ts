import { describe, expect, test } from 'vitest';
import { definitionAt } from '../../server/src/features/definition.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { highlightsAt } from '../../server/src/features/highlights.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { subjectAt } from '../../server/src/features/references.ts';
import { renameableAt } from '../../server/src/features/rename/rename.ts';
import { contextOf } from '../support/check.ts';
import { completionIn } from '../support/completion.ts';

const files = {
  'content/site.txt': 'Title: Site',
  'site/accounts/adaAda01/index.php':
    "<?php return ['email' => 'ada@example.com', 'name' => 'Ada', 'role' => 'admin'];",
  'site/accounts/gracegra/index.php': "<?php return ['email' => 'grace@example.com'];",
  'site/blueprints/pages/article.yml': `
fields:
  author:
    type: users
  reviewer:
    type: users
    store: id
  blocks:
    type: blocks
    fieldsets:
      card:
        fields:
          by:
            type: users
`,
};

describe('users', () => {
  test.each([
    ['by their names', 'Author: $0', ['Ada', 'grace@example.com'], 'Author: - user://adaAda01'],
    ['by a piece of the name', 'Author:\n\n- ad$0', ['Ada'], 'Author:\n\n- user://adaAda01'],
    ['by their addresses', 'Author: - user://ada@$0', ['Ada'], 'Author: - user://adaAda01'],
    [
      'as the field stores them',
      'Reviewer: - $0',
      ['Ada', 'grace@example.com'],
      'Reviewer: - adaAda01',
    ],
    [
      'in blocks',
      'Blocks: [{"type":"card","content":{"by":["$0"]}}]',
      ['Ada', 'grace@example.com'],
      'Blocks: [{"type":"card","content":{"by":["user://adaAda01"]}}]',
    ],
  ])('are offered %s', async (_name, marked, labels, accepted) => {
    const offered = await completionIn(marked, { files });
    expect(offered.labels).toEqual(labels);
    expect(offered.accept('Ada')).toBe(accepted);
  });

  test.each([
    ['Author: - user://ada|Ada01', 'user://adaAda01'],
    ['Author:\n\n- user://gone\n- ada@|example.com', 'ada@example.com'],
    ['Blocks: [{"type":"card","content":{"by":["adaA|da01"]}}]', 'adaAda01'],
  ])('are explained and lead to their account: %s', async (marked, mention) => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const context = await contextOf(text, { files });
    const span = { start: text.indexOf(mention), end: text.indexOf(mention) + mention.length };
    expect(hover(context, offset)).toMatchObject({
      markdown: '**Ada**\n\nUser `adaAda01`, role `admin`\n\n`ada@example.com`',
      span,
    });
    expect(definitionAt(context, offset)).toEqual({
      span,
      places: [{ path: 'site/accounts/adaAda01/index.php', at: undefined }],
    });
  });

  test('are highlighted in whatever form they are written', async () => {
    const text =
      'Author: - user://adaAda01\n----\nReviewer: - adaAda01\n- ada@example.com\n- gracegra';
    const context = await contextOf(text, { files });
    const spans = highlightsAt(context, text.indexOf('ada@')) ?? [];
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'user://adaAda01',
      'adaAda01',
      'ada@example.com',
    ]);
  });

  test('have their names behind their ids, and need none behind an address', async () => {
    const text = 'Author: - user://adaAda01\n----\nReviewer: - gracegra\n- ada@example.com';
    const context = await contextOf(text, { files });
    const hints = inlayHints(context, { start: 0, end: text.length });
    expect(hints.map(({ offset, label }) => [text.slice(0, offset).slice(-4), label])).toEqual([
      ['da01', 'Ada'],
      ['egra', 'grace@example.com'],
    ]);
    expect(documentLinks(context).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'user://adaAda01',
      'gracegra',
      'ada@example.com',
    ]);
  });

  test('are not renamed', async () => {
    const context = await contextOf('Author: - user://adaAda01', { files });
    expect(subjectAt(context, 20)?.target).toMatchObject({ kind: 'user', id: 'adaAda01' });
    expect(renameableAt(context, 20)).toBeUndefined();
  });

  test('are known by their ids where no accounts are there', async () => {
    const text = 'Author: - user://adaAda01\n- adaAda01\n- ada@example.com';
    const accounts = (path: string): boolean => path.startsWith('site/accounts/');
    const others = Object.entries(files).filter(([path]) => !accounts(path));
    const context = await contextOf(text, { files: Object.fromEntries(others) });
    expect(highlightsAt(context, 12)).toHaveLength(2);
    expect(hover(context, 12)?.markdown).toBe('User `adaAda01`');
    expect(hover(context, text.length - 3)).toBeUndefined();
    expect(definitionAt(context, 12)).toBeUndefined();
    expect(documentLinks(context)).toEqual([]);
    expect(inlayHints(context, { start: 0, end: text.length })).toEqual([]);
  });

  test('who are not there are nobody', async () => {
    const context = await contextOf('Author: - user://gone', { files });
    expect(hover(context, 12)).toBeUndefined();
    expect(definitionAt(context, 12)).toBeUndefined();
  });
});
