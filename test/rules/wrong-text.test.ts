import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const spyc = {
  only: ['wrong-text'],
  files: {
    'site/blueprints/pages/article.yml': `
fields:
  rows:
    type: structure
    fields:
      name: { type: text }
      about: { type: writer }
      tags: { type: tags }
      free: { type: locator }
  blocks:
    type: blocks
    fieldsets:
      heading: true
      box:
        fields:
          about: { type: textarea }
          rows:
            type: structure
            fields:
              name: { type: text }
`,
  },
};

const symfony = {
  ...spyc,
  files: {
    ...spyc.files,
    'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];",
  },
};

describe('wrong-text', () => {
  test.each([spyc, symfony])('finds lists and maps in rows', (options) =>
    checkDiagnostics(
      `
Rows:

- 
  name: [draft]
        ^ error wrong-text: A field of type "text" holds a text, and Kirby reads a list here. It shows nothing in its place, or an error; put the text in quotation marks.
  about:
    - one
      ^ wrong-text: A field of type "writer" holds a text, and Kirby reads a list here. …
- 
  name:
    first: Ada
    ^ wrong-text: A field of type "text" holds a text, and Kirby reads fields with names here. …
`.replaceAll('^ wrong-text', '^ error wrong-text'),
      options,
    ),
  );

  test('finds what Spyc makes of a colon', () =>
    checkDiagnostics(
      `
Rows:

- name: Note: read this
        ^ error wrong-text: A field of type "text" holds a text, and Kirby reads fields with names here. …
`,
      spyc,
    ));

  test('finds lists and objects in blocks', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"heading","content":{"text":["one"]}},{"type":"box","content":{"about":{"text":"two"},"rows":[{"name":["a","b"]}]}}]
                                             ^ wrong-text: A field of type "writer" holds a text, and Kirby finds a list here. It shows nothing in its place, or an error; write one text in quotation marks.
                                                                                        ^ wrong-text: A field of type "textarea" holds a text, and Kirby finds fields with names here. …
                                                                                                                       ^ wrong-text: …
`,
      spyc,
    ));

  test('leaves alone what is empty, a text, or in another field', () =>
    checkDiagnostics(
      `
Rows:

- 
  name: "[draft]"
  about: '[a] b'
  tags: [a, b]
  free: [a]
- 
  name: b [a] b
- 
  name:
  about: []
----
Blocks: [{"type":"heading","content":{"text":[]}},{"type":"other","content":{"text":["a"]}}]
`,
      spyc,
    ));

  test.each([
    ['- \n  name: $0[draft]\n  about: a', "- \n  name: '[draft]'\n  about: a"],
    ['- \n  name: $0{a: b}', "- \n  name: '{a: b}'"],
  ])('quotes %j', (before, after) => checkFix(`Rows:\n\n${before}`, `Rows:\n\n${after}`, spyc));

  test.each([
    ['- \n  name: $0[draft] # a note\n  about: a', "- \n  name: '[draft]' # a note\n  about: a"],
    ['- \n  name: $0[draft] #1', "- \n  name: '[draft] #1'"],
  ])('leaves a comment out of the quotation marks: %j', (before, after) =>
    checkFix(`Rows:\n\n${before}`, `Rows:\n\n${after}`, symfony),
  );

  test('takes the only text out of a list', () =>
    checkFix(
      'Blocks: [{"type":"heading","content":{"text":$0["one"]}}]',
      'Blocks: [{"type":"heading","content":{"text":"one"}}]',
      spyc,
    ));
});
