import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { fixesAt } from '../../server/src/features/fixes.ts';
import { checkDiagnostics, contextOf } from '../support/check.ts';

const only = ['duplicate-id'];

describe('duplicate-id', () => {
  test('marks the later of two blocks in a column, of two columns in a row, of two rows', () =>
    checkDiagnostics(
      `
Blocks: [{"id":"a","type":"line"},{"id":"a","type":"line"}]
                                        ^^^ duplicate-id: This block has the id of an earlier block beside it. Kirby shows only this one and drops the earlier one; give it a new id.
----
Layout: [{"id":"r","columns":[{"id":"c"},{"id":"c"}]},{"id":"r","columns":[]}]
                                               ^^^ duplicate-id: This column has the id of an earlier column beside it. …
                                                            ^^^ duplicate-id: This row has the id of an earlier row beside it. …
`,
      { only },
    ));

  test('counts a number as the text it becomes', () =>
    checkDiagnostics(
      `
Blocks: [{"id":7,"type":"line"},{"id":"7","type":"line"}]
                                      ^^^ duplicate-id: …
`,
      { only },
    ));

  test.each([
    'Layout: [{"columns":[{"blocks":[{"id":"a","type":"line"}]},{"blocks":[{"id":"a","type":"line"}]}]}]',
    'Layout: [{"columns":[{"id":"c"}]},{"columns":[{"id":"c"}]}]',
    'Blocks: [{"id":"a","type":"line"},{"id":"A","type":"line"}]',
    'Blocks: [{"id":"","type":"line"},{"id":"","type":"line"},{"type":"line"},{"type":"line"}]',
  ])('accepts equal ids that never meet: %s', (text) => checkDiagnostics(text, { only }));

  test('gives a new id in Kirby’s form, and points to the block that is lost', async () => {
    const text = 'Blocks: [{"id":"a","type":"line"},{"id":"a","type":"line"}]';
    const context = await contextOf(text);
    const [finding] = diagnostics(context, {});
    expect(
      finding?.problem.related?.map(
        (place) => 'span' in place && text.slice(place.span.start, place.span.end),
      ),
    ).toEqual(['"a"']);
    const [offer] = fixesAt(context, finding?.problem.span ?? { start: 0, end: 0 }, {});
    expect(offer?.fix.title).toBe('Give this block a new id');
    expect(offer?.fix.edits.map((edit) => edit.text).join('')).toMatch(
      /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/u,
    );
  });
});
