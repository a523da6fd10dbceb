import { describe, test } from 'vitest';
import { checkDiagnostics, type CheckOptions } from '../support/check.ts';

const only = ['missing-blueprint'];
const path = 'content/1_news/artcle.txt';
const templates = { 'site/templates/default.php': '', 'site/templates/article.php': '' };

describe('missing-blueprint', () => {
  test('finds a template with a slip, once', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ information missing-blueprint: The site has no blueprint and no template "artcle". The Panel shows no fields of this page, and Kirby prints it with the default template; rename the file to "article.txt", or add a blueprint.
----
Text: B
`,
      { only, path, files: templates },
    ));

  test('keeps the language when it tells a name', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ information missing-blueprint: The site has no blueprint and no template "artcle". The Panel shows no fields of this page, and Kirby prints it with the default template; rename the file to "article.de.txt", or add a blueprint.
`,
      {
        only,
        path: 'content/1_news/artcle.de.txt',
        files: {
          ...templates,
          'site/languages/de.php': "<?php return ['code' => 'de', 'default' => true];",
        },
      },
    ));

  test('finds one that is like no other', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ information missing-blueprint: The site has no blueprint and no template "gallery". The Panel shows no fields of this page, and Kirby prints it with the default template; rename the file, or add a blueprint.
`,
      { only, path: 'content/1_news/gallery.txt', files: templates },
    ));

  test.each<[string, CheckOptions]>([
    ['a page with a blueprint', { path: 'content/1_news/article.txt' }],
    ['one that cannot be read', { files: { 'site/blueprints/pages/artcle.yml': 'a: [' } }],
    ['a default blueprint', { files: { 'site/blueprints/pages/default.yml': 'title: Default' } }],
    ['a template without a blueprint', { files: { 'site/templates/artcle.php': '' } }],
    ['a model without a blueprint', { files: { 'site/models/artcle.php': '<?php' } }],
    ['a site with plugins', { files: { 'site/plugins/any/index.php': '' } }],
    ['the error page', { path: 'content/error/artcle.txt' }],
    ['a file', { path: 'content/1_news/a.jpg.txt', files: { 'content/1_news/a.jpg': '' } }],
  ])('accepts %s', (_name, { files = {}, ...options }) =>
    checkDiagnostics('Title: A', { only, path, ...options, files: { ...templates, ...files } }),
  );

  test('accepts all where no templates are there', () =>
    checkDiagnostics('Title: A', { only, path }));
});
