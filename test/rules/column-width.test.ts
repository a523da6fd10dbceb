import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['column-width'];
const row = (width: string): string => `Layout: [{"columns":[{"blocks":[],"width":${width}}]}]`;

describe('column-width', () => {
  test('tells what cannot be divided from what is rounded', () =>
    checkDiagnostics(
      `
Layout: [{"columns":[{"width":"half"},{"width":"50%"},{"width":"1/0"},{"width":"1/5"}]}]
                              ^^^^^^ error column-width: "half" is no width. Kirby cannot place the column, and the page fails where it is shown; write a fraction such as "1/2".
                                               ^^^^^ error column-width: "50%" is no width. …
                                                               ^^^^^ error column-width: "1/0" is no width. …
                                                                               ^^^^^ warning column-width: A width of "1/5" is no whole number of twelfths; Kirby rounds it down to 2 of 12, …
`,
      { only },
    ));

  test.each([
    '"1/1"',
    '"1/2"',
    '"8/12"',
    '"1"',
    '""',
    'null',
    '"1 / 2"',
    '"0.5"',
    '"2/1"',
    '"1\\/3"',
  ])('accepts %s', (width) => checkDiagnostics(row(width), { only }));

  test('offers the nearest width in the style of the field', () =>
    checkFix(row('"1\\/$05"'), row('"1\\/6"')));

  test('takes a percentage for what it says', async () => {
    await checkFix(row('"5$00%"'), row('"1/2"'));
    await checkFix(row('"3$03.33 %"'), row('"1/3"'));
    await checkFix(row('"h$0alf"'), row('"1/1"'));
  });
});
