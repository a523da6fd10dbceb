import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const required = (rest = ''): string => `
fields:
  kind:
    type: select
    options: [web, print]
${rest}`;

const name = required(`
  name:
    type: text
    required: true
`);
const withBlueprint = (
  blueprint: string,
): { readonly files: Record<string, string>; readonly only: readonly string[] } => ({
  files: { 'site/blueprints/pages/article.yml': blueprint },
  only: ['required-field'],
});
const options = withBlueprint(name);

describe('required-field', () => {
  test('finds a field that is empty', async () => {
    await checkDiagnostics(
      `
Title: Hello

----

Name:
^^^^ error required-field: "Name" must not be empty. The Panel refuses to save this page until it is filled in.
`,
      options,
    );
  });

  test('finds a field that is missing, at the title', async () => {
    await checkDiagnostics(
      `
Kind: web

----

Title: Hello
^^^^^ error required-field: The field "Name" is missing here, and it must not be empty. The Panel refuses to save this page until it is filled in.
`,
      options,
    );
  });

  test('takes a field that is filled in', async () => {
    await checkDiagnostics('Name: 0', options);
  });

  test('only warns of drafts, and of what is no page', async () => {
    await checkDiagnostics(
      `
Name:
^^^^ warning required-field: "Name" must not be empty. The Panel does not publish this page until it is filled in.
`,
      { ...options, path: 'content/_drafts/article/article.txt' },
    );
    await checkDiagnostics(
      `
Name:
^^^^ warning required-field: "Name" must not be empty. The Panel refuses to save anything here until it is filled in.
`,
      { files: { 'site/blueprints/site.yml': name }, only: options.only, path: 'content/site.txt' },
    );
  });

  test.each([
    ['tags', '', 'min: 1', true],
    ['tags', '', 'min: 0', false],
    ['structure', '', 'min: 1', true],
    ['structure', '', 'required: true', true],
    ['structure', '[]', 'required: true', true],
    ['blocks', '[]', 'required: true', true],
    ['files', '', 'required: "no"', true],
    ['files', '', 'required: false', false],
    ['text', '', 'required: true, disabled: true', false],
    ['toggle', 'true', 'required: true', false],
    ['number', '0', 'required: true', false],
    ['writer', '<p></p>', 'required: true', false],
    ['headline', '', 'required: true', false],
    ['plugin-field', '', 'required: true', false],
  ])('of a field %s with %j and %s', async (type, value, props, isFound) => {
    const mark = isFound ? '\n^^^^ required-field: …' : '';
    await checkDiagnostics(
      `Name: ${value}${mark}`,
      withBlueprint(`fields:\n  name: { type: ${type}, ${props} }`),
    );
  });

  describe('with a condition', () => {
    const shown = withBlueprint(
      required('  name: { type: text, required: true, when: { kind: web } }'),
    );

    test.each([
      ['Kind: web', true],
      ['Kind: print', false],
      ['Kind: other', false],
      ['Kind: ', false],
    ])('%j', async (kind, isFound) => {
      const mark = isFound ? '\n^^^^ required-field: …' : '';
      await checkDiagnostics(`${kind}\n----\nName:${mark}`, shown);
    });
  });

  test('whose condition is a number is never asked for: Kirby holds it as a float', async () => {
    const shown = withBlueprint(`fields:
  count: { type: number }
  name: { type: text, required: true, when: { count: 5 } }
`);
    await checkDiagnostics('Count: 5\n----\nName:', shown);
  });

  test('is not asked for in a file that Kirby does not read', async () => {
    const files = {
      'site/blueprints/pages/article.yml': required('  name: { type: text, required: true }'),
      'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
      'content/1_article/article.en.txt': 'Name: A',
    };
    const stray = { files, only: options.only, path: 'content/1_article/article.txt' };
    await checkDiagnostics('Title: A', stray);
  });

  describe('in forms inside', () => {
    const inside = withBlueprint(`
fields:
  body:
    type: blocks
    fieldsets:
      image:
        extends: blocks/image
      card:
        fields:
          name: { type: text, required: true, default: Card }
  rows:
    type: structure
    fields:
      name: { type: text, required: true }
      text: true
`);

    test('finds what blocks and rows lack', async () => {
      await checkDiagnostics(
        `
Body: [{"type":"card","content":{"name":""}},{"type":"card","content":{}}]
                                 ^^^^^^ error required-field: "Name" must not be empty…
                                             ^ error required-field: The field "Name" is missing here…

----

Rows:

-
  name:
  ^^^^ error required-field: "Name" must not be empty…
-
  text: x
  ^ error required-field: The field "Name" is missing here…
`,
        inside,
      );
    });

    test('takes image blocks without a location', async () => {
      await checkDiagnostics('Body: [{"type":"image","content":{"image":["a.jpg"]}}]', inside);
    });

    test('sets the default', async () => {
      await checkFix(
        'Body: [{"type":"card","content":{"na$0me":""}}]',
        'Body: [{"type":"card","content":{"name":"Card"}}]',
        inside,
      );
      await checkFix(
        'Body: [$0{"type":"card","content":{}}]',
        'Body: [{"type":"card","content":{"name":"Card"}}]',
        inside,
      );
    });
  });

  describe('the default of the blueprint', () => {
    const withDefault = (given: string): ReturnType<typeof withBlueprint> =>
      withBlueprint(
        `fields:\n  kind: { type: select, options: [web, print], required: true, default: ${given} }`,
      );

    test('is put where nothing stands', async () => {
      await checkFix('Ki$0nd: ', 'Kind: web', withDefault('web'));
      await checkFix('Ti$0tle: A', 'Title: A\n\n----\n\nKind: web', withDefault('web'));
    });

    test.each(['"{{ page.slug }}"', 'other', '[web]', '""'])(
      'is not, when it is %s',
      async (given) => {
        const offered = checkFix('Ki$0nd: ', '', withDefault(given));
        await offered.then(
          () => {
            throw new Error('A fix was offered.');
          },
          () => undefined,
        );
      },
    );
  });

  describe('in translations', () => {
    const files = {
      'site/blueprints/pages/article.yml': required(`
  name: { type: text, required: true }
  place: { type: text, required: true, translate: false }
  shown: { type: text, required: true, when: { kind: web } }
`),
      'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
      'site/languages/de.php': "<?php return ['code' => 'de'];",
      'content/1_article/article.en.txt': 'Name: A',
    };
    const german = { files, only: options.only, path: 'content/1_article/article.de.txt' };

    test('what is missing comes from the default language', async () => {
      await checkDiagnostics('Title: Hallo\n----\nPlace:\n----\nShown:', german);
    });

    test('what is there and empty does not', async () => {
      await checkDiagnostics(
        `
Name:
^^^^ error required-field: "Name" must not be empty…
`,
        german,
      );
    });
  });

  test('waits while JSON is broken, which may have swallowed the field', async () => {
    const broken = withBlueprint(
      'fields:\n  body: { type: blocks }\n  name: { type: text, required: true }',
    );
    await checkDiagnostics('Body: [{"type":"text"', broken);
  });
});
