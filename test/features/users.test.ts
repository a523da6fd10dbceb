import { describe, expect, test } from 'vitest';
import { definitionAt } from '../../server/src/features/definition.ts';
import { hover } from '../../server/src/features/hover.ts';
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
    ['Blocks: [{"type":"card","content":{"by":["adaA|da01"]}}]', '"adaAda01"'],
  ])('are explained and lead to their account: %s', async (marked, mention) => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const context = await contextOf(text, { files });
    const span = { start: text.indexOf(mention), end: text.indexOf(mention) + mention.length };
    expect(hover(context, offset)).toEqual({
      markdown: '**Ada**\n\nUser `adaAda01`, role `admin`\n\n`ada@example.com`',
      span,
    });
    expect(definitionAt(context, offset)).toEqual({
      span,
      places: [{ path: 'site/accounts/adaAda01/index.php', at: undefined }],
    });
  });

  test('who are not there are nobody', async () => {
    const context = await contextOf('Author: - user://gone', { files });
    expect(hover(context, 12)).toBeUndefined();
    expect(definitionAt(context, 12)).toBeUndefined();
  });
});
