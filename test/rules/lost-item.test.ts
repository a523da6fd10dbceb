import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';
import { symfonySite, yamlSite } from '../support/yaml-site.ts';

const spyc = { only: ['lost-item'], files: yamlSite };

describe('lost-item', () => {
  test('finds lines that stand too far in', () =>
    checkDiagnostics(
      `
Cover:

- a.jpg
 - b.jpg
 ^^^^^^^ error lost-item: This line is further in than "a.jpg" above it, and Kirby drops that; give both the same indentation.

----

Object:

a: x
  b: c
  ^^^^ error lost-item: This line is further in than "x" above it, …
`,
      spyc,
    ));

  test('finds items that stand not far enough in', () =>
    checkDiagnostics(
      `
Object:

images:
- a.jpg
^^^^^^^ error lost-item: This item is no further in than the key above it, and Kirby leaves the key empty; indent the item.
- b.jpg
text: x
`,
      spyc,
    ));

  test('leaves alone what Kirby writes', () =>
    checkDiagnostics(
      'Rows:\n\n- \n  a: x\n  list:\n    - y\n    - z\n- \n  a: |\n    b\n      c\n- - a\n- b:\n    - c',
      spyc,
    ));

  test('leaves Symfony alone, which reads this otherwise', () =>
    checkDiagnostics('Cover:\n\n- a.jpg\n - b.jpg', { ...spyc, files: symfonySite }));

  test.each([
    ['Entries', '- a\n - $0b\n - c', '- a\n- b\n- c'],
    ['Object', 'a: x\n  $0b: c\nd: e', 'a: x\nb: c\nd: e'],
    ['Object', 'l:\n- $0a\n- b\nc: d', 'l:\n  - a\n  - b\nc: d'],
    ['Rows', '- l:\n  - $0a\n  - b\n- l: d', '- l:\n    - a\n    - b\n- l: d'],
  ])('mends %s: %j', (field, before, after) =>
    checkFix(`${field}:\n\n${before}`, `${field}:\n\n${after}`, spyc),
  );
});
