import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const blueprint = `
fields:
  rows:
    type: structure
    fields:
      name: { type: text }
      zip: { type: text }
      about: { type: textarea }
      phone: { type: tel }
      size: { type: number }
      wide: { type: toggle }
      free: { type: hidden }
      inner:
        type: object
        fields:
          name: { type: text }
  entries:
    type: entries
    field: text
  blocks:
    type: blocks
    fieldsets:
      box:
        fields:
          name: { type: text }
          rows:
            type: structure
            fields:
              name: { type: text }
`;
const spyc = {
  only: ['misread-text'],
  files: { 'site/blueprints/pages/article.yml': blueprint },
};
const symfony = {
  ...spyc,
  files: {
    ...spyc.files,
    'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];",
  },
};

describe('misread-text', () => {
  test('finds what Spyc takes for a number or a truth', () =>
    checkDiagnostics(
      `
Rows:

- name: no
        ^^ error misread-text: Without quotation marks Kirby takes the word "no" for false and shows nothing in its place; put it in quotation marks.
  zip: 01234
       ^^^^^ warning misread-text: Without quotation marks Kirby reads 01234 as the number 1234, and the next save in the Panel writes that; put it in quotation marks.
  about: Yes
         ^^^ warning misread-text: Without quotation marks Kirby takes the word "Yes" for true and shows "1" in its place; put it in quotation marks.
  phone: +4930123456
         ^^^^^^^^^^^ warning misread-text: Without quotation marks Kirby reads +4930123456 as the number 4930123456, …
  inner:
    name: 1e3
          ^^^ warning misread-text: Without quotation marks Kirby reads 1e3 as the number 1000, …
----
Entries:

- 007
  ^^^ warning misread-text: …
- on
  ^^ warning misread-text: …
`,
      spyc,
    ));

  test('finds what Symfony takes for a number or a truth', () =>
    checkDiagnostics(
      `
Rows:

- name: 1_000
        ^^^^^ warning misread-text: Without quotation marks Kirby reads 1_000 as the number 1000, …
  zip: 1.0
       ^^^ warning misread-text: …
  about: false
         ^^^^^ error misread-text: …
`,
      symfony,
    ));

  test('leaves what is cut at a # to be quoted as a whole', () =>
    checkFixAll(
      'Rows:\n\n- name: y#1\n  zip: 01 #2\n  about: no # not\n  phone: 01# b\n',
      "Rows:\n\n- name: 'y#1'\n  zip: '01 #2'\n  about: 'no' # not\n  phone: '01# b'\n",
      { ...spyc, only: ['misread-text', 'cut-comment'] },
    ));

  test('finds it in YAML in a block', () =>
    checkDiagnostics(
      String.raw`
Blocks: [{"type":"box","content":{"rows":"- name: 01"}}]
                                                  ^^ misread-text: …
`,
      spyc,
    ));

  test('leaves alone what stays the same text, what is quoted, and fields of other types', () =>
    checkDiagnostics(
      `
Rows:

- name: 2024
  zip: "01234"
  about: 'no'
  phone: 0049 30
  size: 01234
  wide: no
  free: no
- name: 1.5
  zip: 1.50
  about: ~
  phone: 1_000
  unknown: no
- name: |
    no
  zip: no way
  about: 12345678901234567890
  phone: 340434161094042557
- name: -1234567890123456789
----
Entries:

- 12
- null
----
Blocks: [{"type":"box","content":{"name":true,"rows":[{"name":7}]}}]
`,
      spyc,
    ));

  test('leaves alone what Symfony reads as it is written', () =>
    checkDiagnostics(
      'Rows:\n\n- name: no\n  zip: 01234\n  about: 2020-01-01\n  phone: 340434161094042557',
      symfony,
    ));

  test.each([
    ['- name: n$0o\n  zip: a', "- name: 'no'\n  zip: a"],
    ['- zip: 0$01234 # the zip', "- zip: '01234' # the zip"],
  ])('quotes %j', (before, after) => checkFix(`Rows:\n\n${before}`, `Rows:\n\n${after}`, spyc));
});
