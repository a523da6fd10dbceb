import { describe, expect, test } from 'vitest';
import { fixesAt, applyEdits } from '../../server/src/features/fixes.ts';
import { checkDiagnostics, contextOf } from '../support/check.ts';

const only = ['stray-block'];

describe('stray-block', () => {
  test('finds a block after a row', () =>
    checkDiagnostics(
      `
Layout: [{"columns":[]},{"type":"text","content":{"text":"lost"}}]
                        ^ stray-block: This block stands among the rows. Kirby makes an empty row of it and its content is lost; put it in a column of a row.
`,
      { only },
    ));

  test('accepts a list of nothing but blocks', () =>
    checkDiagnostics('Layout: [{"type":"line"},{"type":"line"}]', { only }));

  test('puts the block in a row of its own and keeps its bytes', async () => {
    const block = '{"type":"text","content":{"text":"caf\\u00e9"}}';
    const text = `Layout: [{"columns":[]},${block}]`;
    const context = await contextOf(text);
    const at = text.indexOf(block);
    const offer = fixesAt(context, { start: at, end: at }, {}).find(
      ({ finding }) => finding.rule.code === 'stray-block',
    );
    const after = applyEdits(text, offer?.fix.edits ?? []);
    expect(after).toContain(block);
    await checkDiagnostics(after, {});
  });
});
