import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  rows:
    type: structure
    fields:
      body: { type: blocks, fieldsets: [line, box] }
      grid: { type: layout, fieldsets: [line] }
  one:
    type: object
    fields:
      grid: { type: layout, fieldsets: [line] }
  blocks:
    type: blocks
    fieldsets:
      line: true
      box:
        fields:
          parts: { type: blocks, fieldsets: [line] }
  layout:
    type: layout
    fieldsets: [line]
    settings:
      fields:
        extras: { type: blocks, fieldsets: [line] }
`,
  'site/blueprints/blocks/box.yml':
    'name: Box\nfields:\n  parts: { type: blocks, fieldsets: [line] }',
};

describe('Layout and Blocks fields inside of other values', () => {
  test('equal ids in rows, objects, blocks and settings', () =>
    checkDiagnostics(
      `
Rows:

- body: '[{"id":"a","type":"line"},{"id":"a","type":"line"}]'
                                         ^^^ duplicate-id: This block has the id of an earlier block beside it. …
- body:
    - id: a
      type: line
    - id: a
          ^ duplicate-id: …
      type: line
----
One:

grid: '[{"columns":[{"id":"c"},{"id":"c"}]}]'
                                     ^^^ duplicate-id: This column has …
----
Blocks: [{"type":"box","content":{"parts":[{"id":"a","type":"line"},{"id":"a","type":"line"}]}},{"type":"box","content":{"parts":"[{\\"id\\":7,\\"type\\":\\"line\\"},{\\"id\\":7,\\"type\\":\\"line\\"}]"}}]
                                                                          ^^^ duplicate-id: …
                                                                                                                                                                        ^ duplicate-id: …
----
Layout: [{"attrs":{"extras":[{"id":"a","type":"line"},{"id":"a","type":"line"}]},"columns":[]}]
                                                            ^^^ duplicate-id: …
`,
      { files, only: ['duplicate-id'] },
    ));

  test('equal ids in different fields never meet', () =>
    checkDiagnostics(
      `
Rows:

- body: '[{"id":"a","type":"line"}]'
- body: '[{"id":"a","type":"line"},{"id":"b","type":"box","content":{"parts":[{"id":"a","type":"line"}]}}]'
`,
      { files },
    ));

  test('wrong nesting', () =>
    checkDiagnostics(
      `
Rows:

- body: '[null]'
          ^^^^ wrong-nesting: Expected a block here, found null. …
- body: '{"type":"line"}'
         ^ wrong-nesting: Expected a list of blocks here, found a single object. …
- grid: '[{"columns":"x"}]'
                     ^^^ wrong-nesting: Expected a list of columns here, found a text. …
- grid: '[{"columns":[]},{"type":"line"}]'
                         ^ stray-block: This block stands among the rows. …
- grid: '[{"columns":[{"width":"half","blocks":[]}]}]'
                               ^^^^^^ column-width: "half" is no width. …
`,
      { files, only: ['wrong-nesting', 'stray-block', 'column-width'] },
    ));

  test('what is wrong with a single block', () =>
    checkDiagnostics(
      `
Rows:

- body: '[{"type":"line","attrs":{"a":1}}]'
                                 ^^^^^^^ outdated-block: A block has no "attrs"; …
- body: '[{"type":"line","isHidden":"false"}]'
                                    ^^^^^^^ hidden-flag: …
- body: '[{"type":"line","content":[1]}]'
                                   ^ ignored-content: …
- body: '[{"type":"lime"}]'
                  ^^^^^^ unknown-block: …
- body: '[{"type":"line","type":"box"}]'
           ^^^^^^ duplicate-key: "type" stands here twice; …
`,
      {
        files,
        only: [
          'outdated-block',
          'hidden-flag',
          'ignored-content',
          'unknown-block',
          'duplicate-key',
        ],
      },
    ));

  test('is mended through all layers', async () => {
    const inBlock = (parts: string): string =>
      `Blocks: [{"type":"box","content":{"parts":"${parts}"}}]`;
    await checkFix(
      inBlock(String.raw`[$0null,{\"type\":\"line\"}]`),
      inBlock(String.raw`[{\"type\":\"line\"}]`),
      { files, only: ['wrong-nesting'] },
    );
    const inRow = (grid: string): string => `Rows:\n\n- grid: '${grid}'`;
    await checkFix(
      inRow('[{"columns":[{"width":$0["1/2"]}]}]'),
      inRow('[{"columns":[{"width":"1/2"}]}]'),
      { files, only: ['wrong-nesting'] },
    );
    await checkFix(inRow('{"columns":$0{"width":"1/2"}}'), inRow('{"columns":[{"width":"1/2"}]}'), {
      files,
      only: ['wrong-nesting'],
    });
  });
});
