import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['ignored-content'];

describe('ignored-content', () => {
  test('finds content that Kirby replaces by nothing', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"text","content":["a"]},{"type":"text","content":5}]
                                  ^ ignored-content: The content of a block is an object of fields, like {"text": "…"}. Kirby ignores what stands here and shows an empty block.
                                                                  ^ ignored-content: The content of a block…
`,
      { only },
    ));

  test('accepts an empty list, which is how PHP writes an empty content', () =>
    checkDiagnostics('Blocks: [{"type":"line","content":[]},{"type":"line","content":null}]', {
      only,
    }));
});
