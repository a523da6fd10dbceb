import { describe, test } from 'vitest';
import { checkDiagnostics, checkFixAll } from '../support/check.ts';
import { symfonySite, yamlSite } from '../support/yaml-site.ts';

const symfony = { only: ['unquoted-date'], files: symfonySite };

describe('unquoted-date', () => {
  test('finds dates that become numbers', () =>
    checkDiagnostics(
      `
Rows:

- date: 2020-01-01
        ^^^^^^^^^^ error unquoted-date: Without quotation marks Kirby reads the date 2020-01-01 as the number 1577836800, and a date field stays empty; put it in quotation marks.
- {date: 2020-01-01 12:30:00}
         ^^^^^^^^^^^^^^^^^^^ error unquoted-date: …
`,
      symfony,
    ));

  test('leaves other values alone', () =>
    checkDiagnostics(
      `Rows:\n\n- date: '2020-01-01'\n  time: 12:30\n  n: 2020\n  t: on 2020-01-01`,
      symfony,
    ));

  test('leaves Spyc alone, to which a date is a text', () =>
    checkDiagnostics('Rows:\n\n- date: 2020-01-01', { ...symfony, files: yamlSite }));

  test('puts them in quotation marks', () =>
    checkFixAll(
      'Rows:\n\n- date: 2020-01-01 # x\n- date: 2020-02-01',
      "Rows:\n\n- date: '2020-01-01' # x\n- date: '2020-02-01'",
      symfony,
    ));
});
