import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const blueprint = `
fields:
  people:
    type: structure
    fields:
      jobs:
        type: structure
        fields:
          name:
            type: text
      contact:
        type: object
        fields:
          street:
            type: text
      marks:
        type: entries
      parts:
        type: blocks
        fieldsets: [card]
  blocks:
    type: blocks
    fieldsets: [card, outer]
`;
const files = {
  'site/blueprints/pages/article.yml': blueprint,
  'site/blueprints/blocks/card.yml': `
fields:
  rows:
    type: structure
    fields:
      name:
        type: text
      more:
        type: structure
        fields:
          name:
            type: text
  thing:
    type: object
    fields:
      name:
        type: text
  entries:
    type: entries
  cover:
    type: files
`,
  'site/blueprints/blocks/outer.yml':
    'fields:\n  inner:\n    type: blocks\n    fieldsets: [card]\n',
};
const symfony = {
  ...files,
  'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];",
};
const only = [
  'wrong-rows',
  'wrong-object',
  'wrong-entries',
  'lost-item',
  'broken-yaml',
  'cut-comment',
  'unquoted-date',
];
const card = (content: string): string => `Blocks: [{"content":{${content}},"type":"card"}]`;

describe('YAML in strings of blocks', () => {
  test('has the shape of its field', () =>
    checkDiagnostics(
      `
Blocks: [{"content":{"rows":"- \\n  name: A\\n- b","thing":"- x","entries":"a: b"},"type":"card"}]
                                              ^ wrong-rows: "b" is no row with fields. …
                                                            ^ wrong-object: An object has fields, …
                                                                          ^ wrong-entries: …
`,
      { only, files },
    ));

  test('is read as the engine reads it', async () => {
    await checkDiagnostics(
      `
Blocks: [{"content":{"rows":"- \\n  name: Number#1","entries":"- a\\n  - b"},"type":"card"}]
                                               ^^ cut-comment: …
                                                                     ^^^ lost-item: …
`,
      { only, files },
    );
    await checkDiagnostics(
      `
Blocks: [{"content":{"rows":"- \\n  name: A: b","entries":"- 2024-01-02"},"type":"card"}]
                                         ^^^^ broken-yaml: The value has a ": " in it, which would make it one more key; put the value in quotation marks. Kirby stops with an error instead of reading the field "rows": …
                                                            ^^^^^^^^^^ unquoted-date: …
`,
      { only, files: symfony },
    );
  });

  test('is found in blocks of blocks and in rows', async () => {
    await checkDiagnostics(
      `
Blocks: [{"content":{"inner":"[{\\"content\\":{\\"rows\\":\\"- b\\"},\\"type\\":\\"card\\"}]"},"type":"outer"}]
                                                          ^ wrong-rows: …
`,
      { only, files },
    );
    await checkDiagnostics(
      `
People:

- 
  parts: '[{"content":{"rows":"- it''s"},"type":"card"}]'
                                 ^^^^^ wrong-rows: "it's" is no row with fields. …
`,
      { only, files },
    );
  });

  test('is nothing to complain of as Kirby and older sites have it', () =>
    checkDiagnostics(
      card(
        '"rows":"- name: A\\n  more:\\n    - name: B","thing":"name: A","entries":"- a","cover":"- photo.jpg"',
      ),
      { only, files },
    ));

  test.each([
    ['Make it a row', card('"rows":"na$0me: A\\nx: B"'), card('"rows":"- name: A\\n  x: B"')],
    [
      'Put the value in quotation marks',
      card('"rows":"- \\n  name: \\u00e9 Number$0#1"'),
      card('"rows":"- \\n  name: \'\\u00e9 Number#1\'"'),
    ],
    ['Align with the line above', card('"entries":"- a\\n  - $0b"'), card('"entries":"- a\\n- b"')],
    ['Take the fields out of the list', card('"thing":"- na$0me: A"'), card('"thing":"name: A"')],
  ])('is mended in the string: %s', (title, before, after) =>
    checkFix(before, after, { only, files, title }),
  );
});

describe('lists and maps of JSON', () => {
  test('have the shape of their field', () =>
    checkDiagnostics(
      `
Blocks: [{"content":{"rows":[{"more":{"name":"A"}},"b",null],"thing":["x"],"entries":[["a"],{"b":"c"},"d"]},"type":"card"}]
                                     ^ wrong-rows: Rows belong into a list: …
                                                   ^^^ wrong-rows: "b" is no row with fields. …
                                                       ^^^^ wrong-rows: An empty item is no row with fields. …
                                                                     ^ wrong-object: An object has fields, written as {"field": "value"}. …
                                                                                      ^ wrong-entries: An entry is one value, and Kirby finds a list of its own here.
                                                                                            ^ wrong-entries: An entry is one value, and Kirby finds fields with names here.
`,
      { only, files },
    ));

  test('are nothing to complain of as Kirby writes them', () =>
    checkDiagnostics(
      card('"rows":[{"name":"A","more":[]},[]],"thing":[],"entries":["a",1],"cover":["a.jpg"]'),
      { only, files },
    ));

  test.each([
    ['"rows":$0{"name":"A"}', '"rows":[{"name":"A"}]'],
    ['"rows":[{"name":"A"},n$0ull]', '"rows":[{"name":"A"}]'],
    ['"thing":$0[{"name":"A"}]', '"thing":{"name":"A"}'],
  ])('are mended: %s', (before, after) => checkFix(card(before), card(after), { only, files }));
});

describe('fields in rows of YAML', () => {
  test('have their shape, too', () =>
    checkDiagnostics(
      `
People:

- 
  jobs:
    - name: A
    - b
      ^ wrong-rows: "b" is no row with fields. …
  contact:
    - x
      ^ wrong-object: …
  marks:
    a: b
    ^ wrong-entries: …
- 
  jobs: c
        ^ wrong-rows: "c" is no row with fields. …
`,
      { only, files },
    ));
});

test(
  'a list of very many entries is not slow',
  () =>
    checkDiagnostics(`Marks:\n\n${'- a mark\n'.repeat(50_000)}`, {
      only: ['misread-text', 'cut-comment', 'wrong-entries'],
      files: { 'site/blueprints/pages/article.yml': 'fields:\n  marks:\n    type: entries\n' },
    }),
  8_000,
);
