import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['duplicate-key'];

describe('duplicate-key', () => {
  test('marks the key that Kirby drops', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"text","content":{"text":"one","text":"two"}}]
                                   ^^^^^^ duplicate-key: "text" stands here twice; Kirby reads only the last one, and the next save in the Panel deletes this one. Remove or rename one of them.
`,
      { only },
    ));

  test('is not misled by keys that stand inside a text', () =>
    checkDiagnostics(
      String.raw`Blocks: [{"type":"text","content":{"text":"a \"text\": b, \"text\": c","b\\":1}}]`,
      { only },
    ));
});
