import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';
import { symfonySite, yamlSite } from '../support/yaml-site.ts';

const spyc = { only: ['wrong-rows'], files: yamlSite };

describe('wrong-rows', () => {
  test('finds items that are no rows', () =>
    checkDiagnostics(
      `
Rows:

- a: b
- c
  ^ error wrong-rows: "c" is no row with fields. Kirby drops it, and a template that asks for the rows stops with an error; write it as "field: value" or remove it.
-
^ error wrong-rows: An empty item is no row with fields. …
`,
      spyc,
    ));

  test('finds text and a map in place of the list', async () => {
    await checkDiagnostics(
      'Rows: text\n      ^^^^ error wrong-rows: "text" is no row with fields. …',
      spyc,
    );
    await checkDiagnostics(
      'Rows:\n\na: b\n^ error wrong-rows: Rows belong into a list, each with a "-" before it. Kirby drops all that is written here, and a template that asks for the rows stops with an error.\nc: d',
      spyc,
    );
  });

  test('finds rows that begin with something else than a hyphen and a blank', async () => {
    await checkDiagnostics(
      `
Rows:

- a: b
-a: c
^ error wrong-rows: Each row begins with a hyphen and a blank. Kirby reads no list here: it drops all that is written, and a template that asks for the rows stops with an error.
`,
      spyc,
    );
    await checkDiagnostics('Rows:\n\n– a: b\n^ error wrong-rows: Each row begins …', spyc);
  });

  test('leaves rows alone, also named ones, and empty fields', async () => {
    await checkDiagnostics('Rows:\n\n- \n  a: b\n- {a: b}', spyc);
    await checkDiagnostics('Rows:\n\nx:\n  a: b\nz:\n  a: c', spyc);
    await checkDiagnostics('Rows: []', spyc);
    await checkDiagnostics('Rows: []', { ...spyc, files: symfonySite });
    await checkDiagnostics('Rows:', spyc);
    // What was cut here is told by another rule.
    await checkDiagnostics('Rows:\n\n- #fff\n- a: b', spyc);
    await checkDiagnostics('Cover: text\n\n----\n\nEntries:\n\n- a', spyc);
  });

  test.each([
    ['$0a: b\nc: |\n  d\n\n  e', '- a: b\n  c: |\n    d\n\n    e'],
    ['- a: b\n  d: e\n$0-a: c', '- a: b\n  d: e\n- a: c'],
    ['$0* a: b\n* a: c', '- a: b\n- a: c'],
    ['$0–a: b', '- a: b'],
    ['- a: b\n$0-', '- a: b'],
    ['$0-\n- a: b', '- a: b'],
  ])('mends %j', (before, after) => checkFix(`Rows:\n\n${before}`, `Rows:\n\n${after}`, spyc));
});
