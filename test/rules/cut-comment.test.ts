import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';
import { symfonySite, yamlSite } from '../support/yaml-site.ts';

const spyc = { only: ['cut-comment'], files: yamlSite };

describe('cut-comment', () => {
  test('finds what Spyc cuts and YAML does not', () =>
    checkDiagnostics(
      `
Rows:

- 
  link: https://a.test#top
                      ^^^^ error cut-comment: Kirby takes "#top" for a comment and drops it; put the value in quotation marks.
  color: #fff
         ^^^^ error cut-comment: Kirby takes "#fff" for a comment and drops it; put the value in quotation marks.
  text: <a href="x">it&#39;s</a> long
                       ^^^^^^^^^^^^^^ error cut-comment: …
  open: "one # two
             ^^^^^ error cut-comment: …
`,
      spyc,
    ));

  test('leaves comments and quotation marks alone', () =>
    checkDiagnostics(
      `
Rows:

# all of them
- a: x # the first
  d: it's # one
  b: "https://a.test#top"
  c: "it&#39;s"
  list: # the best ones
    - a
  # more
  text: |
    a#b
    #c
`,
      spyc,
    ));

  test('leaves a comment alone whose value stands below', () =>
    checkDiagnostics(
      `
Rows:

- #1
  a: x
- #2

  # more
  a: x
-
  list: #old

    - a
- list: #old
    - a
- color: #fff
         ^^^^ error cut-comment: …
  a: x
-
  color: #eee
         ^^^^ error cut-comment: …
`,
      spyc,
    ));

  test('leaves Symfony alone, which cuts nothing', () =>
    checkDiagnostics('Rows:\n\n- link: https://a.test#top', { ...spyc, files: symfonySite }));

  test.each([spyc.files, symfonySite])('says once of a text that nothing is left', (files) =>
    checkDiagnostics(
      `
Rows:

- 
  a: #fff
     ^^^^ error cut-comment: …
----
Entries:

- #fff
  ^^^^ error cut-comment: …
- b
`,
      {
        ...spyc,
        files: {
          ...files,
          'site/blueprints/pages/article.yml':
            'fields:\n  rows:\n    type: structure\n    fields:\n      a: { type: text }\n  entries:\n    type: entries\n    field: text\n',
        },
      },
    ),
  );

  const typed = {
    'site/blueprints/pages/article.yml':
      'fields:\n  rows:\n    type: structure\n    fields:\n      a: { type: text }\n      b: { type: number }\n      color: { type: color }\n',
  };

  test('finds a text that goes on behind a #', () =>
    checkDiagnostics(
      `
Rows:

- 
  a: Album #1
           ^^ error cut-comment: Kirby takes "#1" for a comment and drops it; put the value in quotation marks.
  b: 12 #1
- a: Album # one
- b: 1
  a: 'Album #1' #1
- a: 100 #1 and more
         ^^^^^^^^^^^ error cut-comment: Kirby takes "#1 and more" for a comment and drops it; put the value in quotation marks, and its key on the line below the dash.
- a: 'Album #1'
            ^^^ error cut-comment: Kirby takes "#1'" for a comment and drops it; put the value in quotation marks, and its key on the line below the dash.
- a: 'Album#1'
- b: 1
  a: "one # two
          ^^^^^ error cut-comment: …
`,
      { ...spyc, files: typed },
    ));

  test('finds the same, and what becomes nothing, where Symfony reads', () =>
    checkDiagnostics(
      `
Rows:

- a: Album #1
           ^^ error cut-comment: Kirby takes "#1" for a comment and drops it; put the value in quotation marks.
  b: 12 #1
  color: #fff
         ^^^^ error cut-comment: Kirby takes "#fff" for a comment and drops it; put the value in quotation marks.
- a: https://a.test#top
  b: # nothing
`,
      {
        ...spyc,
        files: { ...typed, 'site/config/config.php': symfonySite['site/config/config.php'] ?? '' },
      },
    ));

  test.each([
    ['- \n  a: Album #$01\n  b: 1', "- \n  a: 'Album #1'\n  b: 1"],
    ['- a: Album #$01\n  b: 1', "- \n  a: 'Album #1'\n  b: 1"],
    ["- a: 'Album #$01'\n  b: 1", "- \n  a: 'Album #1'\n  b: 1"],
    ['- a: Album #$01\r\n  b: 1', "- \r\n  a: 'Album #1'\r\n  b: 1"],
  ])('quotes a text: %j', (before, after) =>
    checkFix(`Rows:\n\n${before}`, `Rows:\n\n${after}`, { ...spyc, files: typed }),
  );

  test('ends the only line of a field as the others of the file end', () =>
    checkFix(
      'Rows: - a: Album #$01\r\n----\r\nX: y',
      "Rows: - \r\n  a: 'Album #1'\r\n----\r\nX: y",
      {
        ...spyc,
        files: typed,
      },
    ));

  test.each([
    ['- https://a.test#t$0op', "- 'https://a.test#top'"],
    ['- #f$0ff', "- '#fff'"],
    ["- it's n#$01 \n- b", '- "it\'s n#1" \n- b'],
    ['- <a href="x">it&#3$09;s</a>', '- \'<a href="x">it&#39;s</a>\''],
    ['- "a" and it\'s#$0b', "- '\"a\" and it''s#b'"],
  ])('quotes %j', (before, after) =>
    checkFix(`Entries:\n\n${before}`, `Entries:\n\n${after}`, spyc),
  );

  test.each([
    ['- Link: https://a.test#t$0op\n- b', "- 'Link: https://a.test#top'\n- b"],
    ['- Room: #$05', "- 'Room: #5'"],
  ])('quotes all of an entry: %j', (before, after) =>
    checkFix(`Entries:\n\n${before}`, `Entries:\n\n${after}`, spyc),
  );

  test('quotes the value of a key', () =>
    checkFix('Object:\n\ncolor: #f$0ff\nb: c', "Object:\n\ncolor: '#fff'\nb: c", spyc));
});
