import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  kind:
    type: select
    options:
      web: On the web
      print: Printed matter
  size:
    type: radio
    options: ['1', '2']
  align:
    type: toggles
    options: [left, right]
  empty:
    type: select
    options: []
  remote:
    type: select
    options: api
    api: https://example.com/options.json
  marks:
    type: checkboxes
    options: [red, green, blue]
  topics:
    type: multiselect
    separator: ;
    accept: all
    options: [wood, metal]
  free:
    type: tags
    options: [wood, metal]
  strict:
    type: tags
    accept: options
    options: [wood, metal]
  rows:
    type: structure
    fields:
      kind:
        type: select
        options: [a, b]
  body:
    type: blocks
    fieldsets:
      heading:
        extends: blocks/heading
      card:
        fields:
          marks:
            type: checkboxes
            options: [red, green]
`,
};
const options = { files, only: ['unknown-option'] };

describe('unknown-option', () => {
  test('finds a choice that is none', async () => {
    await checkDiagnostics(
      `
Kind: radio
      ^^^^^ error unknown-option: "radio" is not among the options of this field. The Panel shows it empty, and the next save deletes the value; choose "web", "print".
`,
      options,
    );
    await checkDiagnostics(
      `
Align: middle
       ^^^^^^ unknown-option: "middle" is not among…
`,
      options,
    );
  });

  test('knows what was meant', async () => {
    await checkDiagnostics(
      `
Kind: Wep
      ^^^ unknown-option: "Wep" is not among the options of this field. The Panel shows it empty, and the next save deletes the value; did you mean "web" (On the web)?
`,
      options,
    );
  });

  test.each([
    'Kind: web',
    'Kind: ',
    'Size: 1',
    'Size: 01',
    'Size: 2.0',
    'Empty: anything',
    'Remote: anything',
    'Marks: red, blue',
    'Marks: ',
    'Free: paper',
    'Strict: wood, metal',
    'Topics: wood; metal',
  ])('takes %j', async (text) => {
    await checkDiagnostics(text, options);
  });

  test('underlines the item alone', async () => {
    await checkDiagnostics(
      `
Marks: red, gren, blue
            ^^^^ error unknown-option: "gren" is not among the options of this field. The next save in the Panel removes it; did you mean "green"?

----

Topics: wood; paper
              ^^^^^ error unknown-option: "paper" is not…

----

Strict: wool, metal
        ^^^^ error unknown-option: "wool" is not…
`,
      options,
    );
  });

  test('compares items by type and case', async () => {
    await checkDiagnostics(
      `
Marks: Red
       ^^^ unknown-option: "Red" is not…
`,
      options,
    );
  });

  test('looks into rows and blocks', async () => {
    await checkDiagnostics(
      `
Rows:

-
  kind: c
        ^ unknown-option: "c" is not…

----

Body: [{"type":"card","content":{"marks":["red","gren"]}},{"type":"card","content":{"marks":"blue"}}]
                                                ^^^^^^ unknown-option: "gren" is not…
                                                                                             ^^^^ unknown-option: "blue" is not…
`,
      options,
    );
  });

  test('leaves what is no level of a heading to heading-level', async () => {
    await checkDiagnostics('Body: [{"type":"heading","content":{"level":"2"}}]', options);
  });

  test('takes the nearest option, by its text, too', async () => {
    await checkFix('Kind: Printed$0 matter', 'Kind: print', options);
    await checkFix('Kind: WEB$0', 'Kind: web', options);
    await checkFix('Marks: red, gr$0en, blue', 'Marks: red, green, blue', options);
    await checkFix(
      'Body: [{"type":"card","content":{"marks":["red","gr$0en"]}}]',
      'Body: [{"type":"card","content":{"marks":["red","green"]}}]',
      options,
    );
    await checkFix('Rows:\n\n-\n  kind: A$0', 'Rows:\n\n-\n  kind: a', options);
  });

  test.each([
    ['Marks: bl$0ack, red', 'Marks: red', 'black'],
    ['Marks: red, bl$0ack', 'Marks: red', 'black'],
    ['Marks: red, bl$0ack,  blue', 'Marks: red,  blue', 'black'],
    ['Marks: bl$0ack', 'Marks: ', 'black'],
  ])('removes the item of %j', async (before, after, item) => {
    await checkFix(before, after, { ...options, title: `Remove "${item}"` });
  });
});
