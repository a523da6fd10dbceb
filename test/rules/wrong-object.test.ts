import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';
import { yamlSite } from '../support/yaml-site.ts';

const spyc = { only: ['wrong-object'], files: yamlSite };

describe('wrong-object', () => {
  test.each([
    ['a list', '- a\n- b', '  ^'],
    ['a row', '- a: b', '  ^^^^'],
    ['a text', 'some text', '^^^^^^^^^'],
  ])('finds %s', (_, yaml, carets) => {
    const [first = '', ...rest] = yaml.split('\n');
    const found = `${carets} error wrong-object: An object has fields, written as "field: value". Kirby finds a list or a text here, and the fields stay empty.`;
    return checkDiagnostics(['Object:', '', first, found, ...rest].join('\n'), spyc);
  });

  test('leaves fields and nothing alone', async () => {
    await checkDiagnostics('Object:\n\na: b\nc:\n  - d', spyc);
    await checkDiagnostics('Object: []', spyc);
    await checkDiagnostics('Object:', spyc);
  });

  test.each([
    ['- $0a: b\n  c: |\n    d\n\n    e', 'a: b\nc: |\n  d\n\n  e'],
    ['- \n  $0a: b\n  c: d', 'a: b\nc: d'],
  ])('takes the fields out of a list: %j', (before, after) =>
    checkFix(`Object:\n\n${before}`, `Object:\n\n${after}`, spyc),
  );
});
