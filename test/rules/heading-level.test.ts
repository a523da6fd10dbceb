import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['heading-level'];

describe('heading-level', () => {
  test('finds levels that are no element', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"heading","content":{"level":"2","text":"x"}},{"type":"heading","content":{"level":"H2"}}]
                                              ^^^ heading-level: "2" is no heading level. Kirby prints it as the name of the element, which browsers do not know; use h1 to h6.
                                                                                                    ^^^^ heading-level: "H2" is no heading level. …
`,
      { only },
    ));

  test('accepts h1 to h6, an empty level and levels of other blocks', () =>
    checkDiagnostics(
      'Blocks: [{"type":"heading","content":{"level":"h6"}},{"type":"heading","content":{"level":""}},{"type":"mine","content":{"level":"2"}}]',
      { only },
    ));

  test('takes the digit that stands there', () =>
    checkFix(
      'Blocks: [{"type":"heading","content":{"level":"$03","text":"x"}}]',
      'Blocks: [{"type":"heading","content":{"level":"h3","text":"x"}}]',
    ));
});
