import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naturallySorted, naturalOrder } from '../../server/src/site/natural-order.ts';

/** In the order of PHP's `natsort()`. */
test.each([
  [['1_a', '2_b', '10_c']],
  [['A', 'B', 'a', 'b']],
  [['-e', '0_h', '1_a', '01_b', '20240101_f', 'a']],
  [['img1.png', 'img2.png', 'img10.png', 'img12.png']],
  [['1.001', '1.002', '1.010', '1.02', '1.1', '1.3']],
  [['x 9', 'x10', 'x 11']],
  [['a', 'a0', 'a1', 'aa']],
  [['2_z', 'Z', 'ä']],
])('%j', (sorted) => {
  expect(naturallySorted(sorted.toReversed())).toEqual(sorted);
});

test('is an order: each name equals itself, and the other way round is the contrary', () => {
  const name = fc.string({
    unit: fc.constantFrom('0', '1', '2', '9', 'a', 'B', ' ', '.', '_', 'é'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(naturalOrder(a, a)).toBe(0);
      expect(Math.sign(naturalOrder(a, b))).toBe(-Math.sign(naturalOrder(b, a)) + 0);
    }),
  );
});
