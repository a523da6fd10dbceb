import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';
import { symfonySite, yamlSite } from '../support/yaml-site.ts';

const spyc = { only: ['broken-yaml'], files: yamlSite };
const symfony = { only: ['broken-yaml'], files: symfonySite };

describe('broken-yaml', () => {
  test('finds what Spyc refuses', () =>
    checkDiagnostics(
      `
Rows:

- 
  text: Note: read: this
        ^^^^^^^^^^^^^^^^ error broken-yaml: The value has a ": " in it, which would make it one more key; put the value in quotation marks. Kirby stops with an error instead of reading the field "Rows": the page and its form in the Panel may not load.
`,
      spyc,
    ));

  test('leaves alone what Spyc takes for text', () =>
    checkDiagnostics("Rows:\n\n- text: 'open\n- text: [x\n- \ttext: @x\n", spyc));

  test.each([
    ['a key too many', 'a: b: c', '   ^^^^', 'The value has a ": " in it, …'],
    [
      'an open quotation mark',
      "a: 'b",
      '   ^',
      'A quotation mark that opens here is not closed. …',
    ],
    ['a character that YAML keeps', 'a: @b', '   ^', 'A value cannot begin with this character; …'],
    ['a key twice', 'a: 1\na: 2', '^', 'The key is there twice; …'],
    ['a name that nobody has', 'a: *b', '   ^^', 'A "*" begins the name of another value, …'],
    ['a bracket that is not closed', 'a: [b', '   ^', 'A bracket that opens here is not closed. …'],
    [
      'a month that is none',
      'a: 2020-13-01',
      '   ^^^^^^^^^^',
      'This is no YAML that can be read: The date …',
    ],
  ])('finds what Symfony refuses: %s', (_, yaml, carets, message) =>
    checkDiagnostics(`Object:\n\n${yaml}\n${carets} broken-yaml: ${message}`, symfony),
  );

  test('is silent about other fields, unsaved changes and loose files', async () => {
    await checkDiagnostics('Text: a: b: c\n\n----\n\nMore: a: b: c', spyc);
    await checkDiagnostics('Object: a: b: c', {
      ...spyc,
      path: 'content/1_article/_changes/article.txt',
    });
    await checkDiagnostics('Object: a: b: c', { ...spyc, inSite: false });
  });

  test.each([
    ['a: b$0: c', "a: 'b: c'"],
    ["a: it's b$0: c", 'a: "it\'s b: c"'],
  ])('quotes a value for Spyc: %s', (before, after) =>
    checkFix(`Object:\n\n${before}`, `Object:\n\n${after}`, spyc),
  );

  test.each([
    ['- text: Note$0: read this\n  b: c', "- text: 'Note: read this'\n  b: c"],
    ['- a: $0@b', "- a: '@b'"],
    ['- a: $0*b', "- a: '*b'"],
    ["- a: $0'b\n- a: c", "- a: 'b'\n- a: c"],
    ['- \n$0\ta: b\n\tc: d', '- \n  a: b\n  c: d'],
  ])('mends for Symfony: %j', (before, after) =>
    checkFix(`Rows:\n\n${before}`, `Rows:\n\n${after}`, symfony),
  );
});
