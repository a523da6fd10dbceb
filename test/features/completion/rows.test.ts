import { describe, expect, test } from 'vitest';
import { completionIn } from '../../support/completion.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  people:
    type: structure
    fields:
      name:
        type: text
        label: Full name
      role:
        type: select
        options:
          author: Author
          'yes': Says yes
      photos:
        type: files
      contact:
        type: object
        fields:
          email:
            type: email
          public:
            type: toggle
  address:
    type: object
    fields:
      street:
        type: text
      since:
        type: date
  text:
    type: textarea
`,
};

const row = (text: string): string => `People:\n\n${text}\n\n----\n\nTitle: A`;

async function offeredIn(marked: string, kind: string): Promise<readonly string[]> {
  const { items } = await completionIn(marked, { files });
  return items.filter((item) => item.kind === kind).map(({ label }) => label);
}

describe('keys', () => {
  test.each([
    ['of a row', '- $0', ['name', 'role', 'photos', 'contact']],
    ['of a row in Spyc’s form', '- \n  $0', ['name', 'role', 'photos', 'contact']],
    ['that the row lacks', '- \n  name: A\n  $0\n  role: author', ['photos', 'contact']],
    ['of the second row', '- \n  name: A\n- \n  ro$0', ['name', 'role', 'photos', 'contact']],
    ['of an object in a row', '- \n  name: A\n  contact:\n    $0', ['email', 'public']],
  ])('%s', async (_, text, expected) => {
    expect(await offeredIn(row(text), 'key')).toEqual(expected);
  });

  test('of an object', async () => {
    expect(await offeredIn('Address:\n\nstreet: x\n$0', 'key')).toEqual(['since']);
  });

  test('are written with their colon', async () => {
    const offered = await completionIn(row('- \n  na$0'), { files });
    expect(offered.accept('name')).toBe(row('- \n  name: '));
    expect(offered.items.find(({ label }) => label === 'name')?.detail).toBe('Full name · text');
    const list = await completionIn(row('- \n  ph$0'), { files });
    expect(list.accept('photos')).toBe(row('- \n  photos:'));
  });

  test('over one that has its colon already', async () => {
    const offered = await completionIn(row('- \n  na$0me: x'), { files });
    expect(offered.accept('role')).toBe(row('- \n  role: x'));
  });

  test('nowhere else', async () => {
    expect(await offeredIn('Text:\n\nsome\n$0', 'key')).toEqual([]);
    expect(await offeredIn(row('- \n  name: A b $0'), 'key')).toEqual([]);
  });
});

describe('values', () => {
  test('are the choices of the field', async () => {
    expect(await offeredIn(row('- \n  role: $0'), 'value')).toEqual(['author', 'yes']);
    expect(await offeredIn(row('- \n  contact:\n    public: $0'), 'value')).toEqual([
      'true',
      'false',
    ]);
  });

  test('are quoted where YAML would read something else', async () => {
    const offered = await completionIn(row('- \n  role:$0'), { files });
    expect(offered.accept('author')).toBe(row('- \n  role: author'));
    expect(offered.accept('yes')).toBe(row("- \n  role: 'yes'"));
  });

  test('of a date begin with today', async () => {
    const offered = await completionIn('Address:\n\nsince: $0', { files });
    expect(offered.accept('2026-03-14')).toBe("Address:\n\nsince: '2026-03-14'");
  });
});
