import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
sections:
  one:
    type: fields
    fields:
      intro:
        type: headline
      note:
        type: info
      typo:
        type: textaera
      mystery:
        type: code-editor
      twice:
        type: text
  two:
    type: fields
    fields:
      twice:
        type: text
      body:
        type: blocks
        fieldsets:
          card:
            fields:
              rule:
                type: line
`,
};
const options = { files, only: ['unsaved-field'] };

describe('unsaved-field', () => {
  test('finds values that the next save deletes', async () => {
    await checkDiagnostics(
      `
Intro: x
^^^^^ warning unsaved-field: In the blueprint this field is of the type "headline", which has no value of its own. The next save in the Panel deletes what stands here; keep it under another name, or have the blueprint changed.

----

Note: x
^^^^ warning unsaved-field: In the blueprint this field is of the type "info"…

----

Typo: x
^^^^ warning unsaved-field: In the blueprint this field is of the type "textaera", which Kirby does not know ("textarea" may be meant)…

----

Twice: x
^^^^^ warning unsaved-field: The blueprint has two fields of this name, and Kirby takes neither of them…

----

Body: [{"type":"card","content":{"rule":"x"}}]
                                 ^^^^^^ warning unsaved-field: In the blueprint this field is of the type "line"…
`,
      options,
    );
  });

  test('leaves alone what is inside of a field and of which the mixin is not there', () =>
    checkDiagnostics('Rows:\n\n- name: "x"\n  text: y', {
      files: {
        'site/blueprints/pages/article.yml':
          'fields:\n  rows:\n    type: structure\n    fields:\n      name: fields/elsewhere\n      text: text',
      },
      only: options.only,
    }));

  test('takes what is empty, and what a plugin may know', async () => {
    await checkDiagnostics('Intro: \n----\nMystery: x\n----\nOther: x', options);
    const plugin = { 'site/plugins/any/index.php': "<?php Kirby::plugin('a/b', []);" };
    await checkDiagnostics('Typo: x', { ...options, files: { ...files, ...plugin } });
  });
});
