import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['wrong-nesting'];

describe('wrong-nesting', () => {
  test.each([
    [
      'a text where the columns belong',
      `
Layout: [{"columns":"x"}]
                    ^^^ wrong-nesting: Expected a list of columns here, found a text. Kirby cannot build the page and shows an error instead.
`,
    ],
    [
      'null among the blocks',
      `
Layout: [{"columns":[{"blocks":[null]}]}]
                                ^^^^ wrong-nesting: Expected a block here, found null. Kirby cannot build the page…
`,
    ],
    [
      'null among the rows',
      `
Layout: [{"columns":[]},null]
                        ^^^^ wrong-nesting: Expected a row here, found null. …
`,
    ],
    [
      'one block object in place of a list of blocks',
      `
Layout: [{"columns":[{"blocks":{"type":"line"}}]}]
                               ^ wrong-nesting: Expected a list of blocks here, found a single object. …
`,
    ],
    [
      'one column in place of a list of columns',
      `
Layout: [{"columns":{"blocks":[],"width":"1/1"}}]
                    ^ wrong-nesting: Expected a list of columns here, found a single object. …
`,
    ],
    [
      'row settings that are a text',
      `
Layout: [{"attrs":"x","columns":[]}]
                  ^^^ wrong-nesting: Expected the row settings here, found a text. …
`,
    ],
    [
      'an id that is an object',
      `
Layout: [{"columns":[{"id":{}}]}]
                           ^ wrong-nesting: Expected an id in quotes here, found a single object. …
`,
    ],
    [
      'a width that is a list',
      `
Layout: [{"columns":[{"width":["1/2"]}]}]
                              ^ wrong-nesting: Expected a width like "1/2" here, found a list. …
`,
    ],
    [
      'a list in place of a row, which Kirby reads as an empty row',
      `
Layout: [[{"columns":[]}]]
         ^ wrong-nesting: Expected a row here, found a list. Kirby drops it without a message.
`,
    ],
    [
      'a number in a layout field',
      `
Layout: 5
        ^ wrong-nesting: Expected a list of rows here, found a number. Kirby shows nothing for this field, and the next save in the Panel empties it.
`,
    ],
    [
      'null in a blocks field, which Kirby prints',
      `
Blocks: null
        ^^^^ wrong-nesting: Expected a list of blocks here, found null. Kirby takes the value for text and shows its source on the page.
`,
    ],
    [
      'one block in place of a list in a blocks field',
      `
Blocks: {"type":"line"}
        ^ wrong-nesting: Expected a list of blocks here, found a single object. Kirby cannot build the page…
`,
    ],
  ])('finds %s', (_name, text) => checkDiagnostics(text, { only }));

  test.each([
    'Layout: [{"attrs":[],"columns":{"a":{"blocks":[]}}}]',
    'Layout: [{"attrs":null,"columns":null}]',
    'Layout: [{}]',
    'Layout: {"columns":[]}',
    'Layout: {"id":"x"}',
    'Layout: {"0":{"columns":[]}}',
    'Layout: [{"columns":[{"blocks":null,"id":7}]}]',
    'Layout: [{"columns":[[]]}]',
    'Layout: [{"type":"line"}]',
    'Layout: []',
    'Layout: null',
    'Blocks: {}',
    'Blocks: {"0":{"type":"line"}}',
    'Blocks: [{"columns":[{"blocks":[{"type":"line"}]}]}]',
    'Text: [1, 2]',
  ])('accepts what Kirby accepts: %s', (text) => checkDiagnostics(text, { only }));

  test('puts a single block in a list', () =>
    checkFix(
      'Layout: [{"columns":[{"blocks":$0{"type":"line"}}]}]',
      'Layout: [{"columns":[{"blocks":[{"type":"line"}]}]}]',
    ));

  test('leaves the block in that list as it is spelled', () =>
    checkFix(
      'Layout: [{"columns":[{"blocks":$0{ "type":"text","content":{"text":"caf\\u00e9 é"}}}]}]',
      'Layout: [{"columns":[{"blocks":[{ "type":"text","content":{"text":"caf\\u00e9 é"}}]}]}]',
    ));

  test('removes null from a list of blocks', () =>
    checkFix(
      'Layout: [{"columns":[{"blocks":[{"type":"line"},$0null]}]}]',
      'Layout: [{"columns":[{"blocks":[{"type":"line"}]}]}]',
    ));

  test('takes the first width of a list', () =>
    checkFix(
      'Layout: [{"columns":[{"blocks":[],"width":$0["1\\/2"]}]}]',
      'Layout: [{"columns":[{"blocks":[],"width":"1\\/2"}]}]',
    ));
});
