import { describe, expect, test } from 'vitest';
import { countParts, describeParts } from '../../../server/src/kirby/json/count-parts.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';

const block = { type: 'text', content: {} };

describe('countParts', () => {
  test.each<[string, JsonValue, string]>([
    [
      'a layout',
      [{ columns: [{ blocks: [block, block] }, { blocks: [block] }] }, { columns: [] }],
      '2 rows, 3 blocks',
    ],
    ['one row', [{ columns: [{ blocks: [block] }] }], '1 row, 1 block'],
    ['a row that stands alone', { columns: [{ blocks: [block] }] }, '1 row, 1 block'],
    ['a blocks field', [block, block], '2 blocks'],
    ['one block', [block], '1 block'],
    ['nothing', [], '0 blocks'],
    ['rows of the wrong types', [{ columns: 'x' }, 'y', null], '1 row, 0 blocks'],
    ['a scalar', 12, '0 blocks'],
  ])('counts %s', (_, value, expected) => {
    expect(describeParts(countParts(value))).toBe(expected);
  });
});
