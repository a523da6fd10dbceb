import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../server/src/kirby/yaml/read.ts';
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
      plan:
        type: files
        store: id
      link:
        type: link
      tags:
        type: tags
        options: [red, light green, "R&B: soul"]
      skills:
        type: multiselect
        separator: ";"
        options: [draw, "sing, loud"]
      note:
        type: textarea
      parts:
        type: blocks
        fieldsets:
          card:
            fields:
              size:
                type: select
                options: ["it's big", small]
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
  days:
    type: entries
    field: date
  kinds:
    type: entries
    field:
      type: select
      options: [big, small]
  text:
    type: textarea
  blocks:
    type: blocks
    fieldsets:
      card:
        fields:
          rows:
            type: structure
            fields:
              role:
                type: select
                options: [author, "yes"]
              photos:
                type: files
          cover:
            type: files
`,
  'content/1_article/sea.jpg': '',
  'content/1_article/sea.jpg.txt': 'Uuid: SeaSeaSeaSea0001',
  'content/1_article/plan.pdf': '',
  'content/2_other/other.txt': 'Title: Other\n----\nUuid: OtherOther000001',
};

const row = (text: string): string => `People:\n\n${text}\n\n----\n\nTitle: A`;

const all = [
  'name',
  'role',
  'photos',
  'plan',
  'link',
  'tags',
  'skills',
  'note',
  'parts',
  'contact',
];

async function offeredIn(marked: string, kind: string): Promise<readonly string[]> {
  const { items } = await completionIn(marked, { files });
  return items.filter((item) => item.kind === kind).map(({ label }) => label);
}

describe('keys', () => {
  test.each([
    ['of a row', '- $0', all],
    ['of a row in Spyc’s form', '- \n  $0', all],
    [
      'that the row lacks',
      '- \n  name: A\n  $0\n  role: author',
      all.filter((key) => key !== 'name' && key !== 'role'),
    ],
    ['of the second row', '- \n  name: A\n- \n  ro$0', all],
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

describe('files and pages', () => {
  test.each([
    ['as an item', 'photos:\n    - $0', 'sea.jpg', 'photos:\n    - file://SeaSeaSeaSea0001'],
    ['behind a bare dash', 'photos:\n    -$0', 'sea.jpg', 'photos:\n    - file://SeaSeaSeaSea0001'],
    ['with the dash', 'photos:\n    $0', 'sea.jpg', 'photos:\n    - file://SeaSeaSeaSea0001'],
    [
      'over a begun one',
      'photos:\n    - se$0',
      'sea.jpg',
      'photos:\n    - file://SeaSeaSeaSea0001',
    ],
    [
      'over another one',
      'photos:\n    - a\n    - file://SeaSe$0aSeaSea0001\n  name: A',
      'sea.jpg',
      'photos:\n    - a\n    - file://SeaSeaSeaSea0001\n  name: A',
    ],
    ['as the field stores it', 'plan:\n    - $0', 'plan.pdf', 'plan:\n    - plan.pdf'],
    ['behind the key', 'photos: $0', 'sea.jpg', 'photos:\n    - file://SeaSeaSeaSea0001'],
    [
      'before those below the key',
      'photos: se$0\n   - a',
      'sea.jpg',
      'photos:\n   - file://SeaSeaSeaSea0001\n   - a',
    ],
    ['in a link', 'link: $0', 'Other', 'link: page://OtherOther000001'],
    ['in a link with a scheme', 'link: file://$0', 'sea.jpg', 'link: file://SeaSeaSeaSea0001'],
    ['in a link in quotation marks', "link: '$0'", 'Other', "link: 'page://OtherOther000001'"],
  ])('%s', async (_, text, label, expected) => {
    const offered = await completionIn(row(`- \n  ${text}`), { files });
    expect(offered.accept(label)).toBe(row(`- \n  ${expected}`));
  });

  test('with their picture', async () => {
    const { items } = await completionIn(row('- \n  photos:\n    - $0'), { files });
    expect(items[0]).toMatchObject({ label: 'plan.pdf' });
    expect(items[1]).toMatchObject({ picture: 'content/1_article/sea.jpg' });
  });

  test('below the key, where Symfony takes them', async () => {
    const symfony = {
      ...files,
      'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];",
    };
    const text = row('- name: A\n  photos:\n  - $0');
    expect((await completionIn(text, { files: symfony })).labels).toContain('sea.jpg');
    expect((await completionIn(text, { files })).labels).not.toContain('sea.jpg');
  });

  test('not in a text of several lines', async () => {
    expect(await offeredIn(row('- \n  name: |\n    - $0'), 'file')).toEqual([]);
    expect(await offeredIn(row('- \n  name: |\n    $0'), 'key')).toEqual([]);
  });
});

describe('lists of choices', () => {
  test.each([
    ['in one text', 'tags: $0', ['red', 'light green', 'R&B: soul']],
    ['without those that are there', 'tags: red, $0', ['light green', 'R&B: soul']],
    ['without those behind', 'tags: $0, light green', ['red', 'R&B: soul']],
    ['with the one at the cursor', 'tags: re$0d, light green', ['red', 'R&B: soul']],
    ['in quotation marks', "tags: 'red, $0'", ['light green', 'R&B: soul']],
    ['with a separator of their own', 'skills: draw; $0', ['sing, loud']],
    ['with a dash each', 'tags:\n    - red\n    - $0\n    - light green', ['R&B: soul']],
  ])('%s', async (_, text, expected) => {
    expect(await offeredIn(row(`- \n  ${text}`), 'value')).toEqual(expected);
  });

  test.each([
    ['as the first', 'tags: $0', 'light green', 'tags: light green'],
    ['as the last', 'tags: red, $0', 'light green', 'tags: red, light green'],
    ['before others', 'tags: $0, red', 'light green', 'tags: light green, red'],
    ['over one of them', 'tags: a, li$0ght, b', 'light green', 'tags: a, light green, b'],
    ['alone in quotation marks', 'tags: R$0', 'R&B: soul', "tags: 'R&B: soul'"],
    [
      'with quotation marks around all',
      "tags: it's, $0, b",
      'R&B: soul',
      "tags: 'it''s, R&B: soul, b'",
    ],
    ['in quotation marks', "tags: 'a, $0, b'", 'R&B: soul', "tags: 'a, R&B: soul, b'"],
    ['in double ones', 'tags: "a, $0"', 'red', 'tags: "a, red"'],
    ['in such as are not closed', "tags: 'a, $0", 'red', "tags: 'a, red'"],
    [
      'with a separator of their own',
      'skills: draw; s$0',
      'sing, loud',
      "skills: 'draw; sing, loud'",
    ],
  ])('are written %s', async (_, text, label, expected) => {
    const offered = await completionIn(row(`- \n  ${text}`), { files });
    expect(offered.accept(label)).toBe(row(`- \n  ${expected}`));
  });
});

const symfony = { 'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];" };

describe.each([
  ['spyc' as const, {}],
  ['symfony' as const, symfony],
])('lists in brackets, as %s reads them,', (engine, config) => {
  const inEngine = { files: { ...files, ...config } };

  test.each([
    ['all', 'tags: [$0]', ['red', 'light green', 'R&B: soul']],
    ['without those that are there', "tags: [red, $0, 'R&B: soul']", ['light green']],
    ['with the one at the cursor', 'tags: [re$0d, light green]', ['red', 'R&B: soul']],
    ['before the list is closed', 'tags: [red, $0', ['light green', 'R&B: soul']],
    ['not behind them', 'tags: [red] $0', []],
    ['not between an item and its comma', "tags: ['red' $0]", []],
    ['not in a list of lists', 'tags: [[$0]]', []],
    ['not where Kirby reads a text', 'role: [$0]', []],
  ])('offer %s: %s', async (_, text, expected) => {
    const { items } = await completionIn(row(`- \n  ${text}`), inEngine);
    expect(items.filter(({ kind }) => kind === 'value').map(({ label }) => label)).toEqual(
      expected,
    );
  });

  test.each([
    ['tags: [$0]', 'red', 'tags: [red]'],
    ['tags: [red,$0]', 'light green', 'tags: [red, light green]'],
    ['tags: [$0, red]', 'light green', 'tags: [light green, red]'],
    ['tags: [a, li$0ght, b]', 'light green', 'tags: [a, light green, b]'],
    ['tags: [red, R$0]', 'R&B: soul', "tags: [red, 'R&B: soul']"],
    ['tags: ["r$0"]', 'red', 'tags: ["red"]'],
    ["tags: ['r$0, b]", 'red', "tags: ['red', b]"],
    ['skills: [draw, $0]', 'sing, loud', "skills: [draw, 'sing, loud']"],
    ['photos: [$0]', 'sea.jpg', 'photos: [file://SeaSeaSeaSea0001]'],
    ['photos: [a, "file://S$0"]', 'sea.jpg', 'photos: [a, "file://SeaSeaSeaSea0001"]'],
    ['plan: [a.pdf,$0]', 'plan.pdf', 'plan: [a.pdf, plan.pdf]'],
  ])('take a value: %s', async (text, label, expected) => {
    const offered = await completionIn(row(`- \n  ${text}`), inEngine);
    expect(offered.accept(label)).toBe(row(`- \n  ${expected}`));
  });

  test.each([
    ['Kinds: [big, $0]', 'small', 'Kinds: [big, small]'],
    ['Days: [$0]', '2026-03-14', "Days: ['2026-03-14']"],
    [
      'Blocks: [{"content":{"cover":"[plan.pdf, $0]"},"type":"card"}]',
      'sea.jpg',
      'Blocks: [{"content":{"cover":"[plan.pdf, file://SeaSeaSeaSea0001]"},"type":"card"}]',
    ],
  ])('are the whole of a value: %s', async (text, label, expected) => {
    const offered = await completionIn(text, inEngine);
    expect(offered.accept(label)).toBe(expected);
  });

  test.each([["it's"], ['a, b'], ['[x]'], ['#fff'], ['yes'], ['1e3'], ['~']])(
    'hold %s as it is',
    async (value) => {
      const blueprint = `fields:\n  rows:\n    type: structure\n    fields:\n      tags:\n        type: multiselect\n        separator: ";"\n        options: [${JSON.stringify(value)}]\n`;
      const site = { ...config, 'site/blueprints/pages/article.yml': blueprint };
      const offered = await completionIn('Rows:\n\n- \n  tags: [$0]', { files: site });
      const written = offered.accept(value).slice('Rows:'.length).trim();
      const read = readYaml(written, engine);
      expect(read).toEqual({ ok: true, value: [{ tags: [value] }] });
    },
  );
});

describe('entries', () => {
  test.each([
    ['Kinds:\n\n- big\n- $0', 'small', 'Kinds:\n\n- big\n- small'],
    ['Kinds:\n\n-$0', 'small', 'Kinds:\n\n- small'],
    ['Kinds: $0', 'small', 'Kinds: - small'],
    ['Kinds:$0', 'small', 'Kinds: - small'],
    ['Kinds:\n\n- bi$0g\n- big', 'small', 'Kinds:\n\n- small\n- big'],
    ['Days:\n\n- $0', '2026-03-14', "Days:\n\n- '2026-03-14'"],
  ])('%j', async (marked, label, expected) => {
    expect((await completionIn(marked, { files })).accept(label)).toBe(expected);
  });
});

describe('YAML in a string of a block', () => {
  const block = (yaml: string): string => `Blocks: [{"content":{${yaml}},"type":"card"}]`;
  test.each([
    ['keys', '"rows":"- $0"', 'role', '"rows":"- role: "'],
    ['choices', '"rows":"- \\n  role: $0"', 'yes', '"rows":"- \\n  role: \'yes\'"'],
    [
      'files',
      '"rows":"- \\n  photos:\\n    - $0\\n- \\n  role: author"',
      'sea.jpg',
      '"rows":"- \\n  photos:\\n    - file://SeaSeaSeaSea0001\\n- \\n  role: author"',
    ],
    [
      'a list',
      '"cover":"- plan.pdf\\n- $0"',
      'sea.jpg',
      '"cover":"- plan.pdf\\n- file://SeaSeaSeaSea0001"',
    ],
  ])('%s', async (_, before, label, after) => {
    const offered = await completionIn(block(before), { files });
    expect(offered.accept(label)).toBe(block(after));
  });
});

describe('in a text of a row', () => {
  test.each([
    ['plain', 'note: See (image: se$0)', 'sea.jpg', 'note: See (image: sea.jpg)'],
    [
      'of several lines',
      'note: |\n    It is\n    (image: se$0 alt: x)',
      'sea.jpg',
      'note: |\n    It is\n    (image: sea.jpg alt: x)',
    ],
    [
      'an attribute',
      "note: 'See (image: sea.jpg al$0)'",
      'alt',
      "note: 'See (image: sea.jpg alt: )'",
    ],
    ['a tag', 'note: See (ima$0', 'image', 'note: See (image: '],
  ])('KirbyTags, %s', async (_, before, label, after) => {
    const offered = await completionIn(row(`- \n  ${before}`), { files });
    expect(offered.accept(label)).toContain(after);
  });

  const card = (size: string): string => `'[{"content":{"size":"${size}"},"type":"card"}]'`;
  test.each([
    ['in quotation marks', card('$0'), card("it''s big")],
    [
      'on lines of its own',
      '|\n    [{"content":{"size":"$0"},"type":"card"}]',
      '|\n    [{"content":{"size":"it\'s big"},"type":"card"}]',
    ],
    [
      'that are not closed',
      `'[{"type":"card","content":{"size":"$0'`,
      `'[{"type":"card","content":{"size":"it''s big"'`,
    ],
  ])('blocks %s', async (_, before, after) => {
    const offered = await completionIn(row(`- \n  parts: ${before}`), { files });
    expect(offered.accept("it's big")).toBe(row(`- \n  parts: ${after}`));
  });
});
