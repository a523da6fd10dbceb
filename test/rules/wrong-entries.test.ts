import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';
import { symfonySite, yamlSite } from '../support/yaml-site.ts';

const spyc = { only: ['wrong-entries'], files: yamlSite };

describe('wrong-entries', () => {
  test('finds entries that are no single values', () =>
    checkDiagnostics(
      `
Entries:

- one
- Note: read this
  ^^^^^^^^^^^^^^^ error wrong-entries: An entry is one value, and Kirby reads this as a field with a name; put it in quotation marks if it is a text.
- [a, b]
  ^^^^^^ error wrong-entries: An entry is one value, and Kirby reads this as a list of its own.
`,
      spyc,
    ));

  test('finds a map', () =>
    checkDiagnostics(
      'Entries:\n\na: b\n^ error wrong-entries: Entries are a list of single values, each with a "-" before it. Kirby finds fields with names here and cannot show them as entries.',
      spyc,
    ));

  test('leaves lists of values alone', async () => {
    await checkDiagnostics("Entries:\n\n- one\n- 'a: b'\n- 3\n- https://a.test", spyc);
    await checkDiagnostics('Entries: one', spyc);
    await checkDiagnostics('Entries: []', spyc);
    // Another rule tells of the indentation.
    await checkDiagnostics('Entries:\n\n- a\n - b', spyc);
  });

  test('quotes what was meant as a text', async () => {
    for (const files of [yamlSite, symfonySite]) {
      await checkFix(
        'Entries:\n\n- one\n- No$0te: read this',
        "Entries:\n\n- one\n- 'Note: read this'",
        { ...spyc, files },
      );
    }
  });
});
