import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['duplicate-key'];

describe('duplicate-key', () => {
  test('marks the key that Kirby drops', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"text","content":{"text":"one","text":"two"}}]
                                   ^^^^^^ duplicate-key: "text" stands here twice; Kirby reads only the last one, and the next save in the Panel deletes this one. Remove or rename one of them.
`,
      { only },
    ));

  test('is not misled by keys that stand inside a text', () =>
    checkDiagnostics(
      String.raw`Blocks: [{"type":"text","content":{"text":"a \"text\": b, \"text\": c","b\\":1}}]`,
      { only },
    ));

  const files = {
    'site/blueprints/pages/article.yml': `
fields:
  rows:
    type: structure
    fields:
      name: { type: text }
      body: { type: blocks }
  one:
    type: object
    fields:
      name: { type: text }
  blocks:
    type: blocks
    fieldsets: [heading]
`,
  };

  test('finds a field twice in another letter case', () =>
    checkDiagnostics(
      `
Rows:

- Name: one
  ^^^^ error duplicate-key: "Name" and "name" are the same field, whatever the case of their letters. Kirby reads only the last one, …
  name: two
- name: three
  nàme: four
----
Blocks: [{"type":"heading","content":{"text":"a","TEXT":"b","level":"h2","note":1,"Note":2}}]
                                      ^^^^^^ error duplicate-key: "text" and "TEXT" are the same field, …
`,
      { only, files },
    ));

  test('finds a key twice in YAML, as Spyc reads it', () =>
    checkDiagnostics(
      `
Rows:

- name: one
  ^^^^ error duplicate-key: "name" stands here twice; …
  name: two
- 
  name: one
  more: a
- name: one
  other:
    name: two
----
One:

name: one
^^^^ error duplicate-key: …
other: x
name:
  - two
`,
      { only, files },
    ));

  test('leaves Symfony to broken-yaml', () =>
    checkDiagnostics('One:\n\nname: one\nname: two', {
      only,
      files: {
        ...files,
        'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];",
      },
    }));
});
