import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColorFormat, isColor } from '../../../server/src/kirby/validate/color.ts';
import { readColor, writeColor } from '../../../server/src/kirby/validate/rgba.ts';

describe('a colour is read', () => {
  test.each([
    ['#f80', [255, 136, 0, 1]],
    ['#FF8800', [255, 136, 0, 1]],
    ['#ff880080', [255, 136, 0, 0.5]],
    ['#f808', [255, 136, 0, 0.53]],
    ['rgb(255, 136, 0)', [255, 136, 0, 1]],
    ['rgba(255,136,0,.5)', [255, 136, 0, 0.5]],
    ['rgb(255 136 0 / 50%)', [255, 136, 0, 0.5]],
    ['hsl(32, 100%, 50%)', [255, 136, 0, 1]],
    ['hsla(0deg, 0%, 100%, 0)', [255, 255, 255, 0]],
  ])('%s', (text, [red, green, blue, alpha]) => {
    const color = readColor(text);
    expect(
      color && [color.red, color.green, color.blue].map((part) => Math.round(part * 255)),
    ).toEqual([red, green, blue]);
    expect(color?.alpha).toBeCloseTo(alpha ?? 1, 2);
  });

  test.each(['', 'red', '#ff', '#12345', 'rgb(256, 0, 0)', 'rgb(1, 2)', 'hsl(400, 1%, 1%)'])(
    'not %j',
    (text) => {
      expect(readColor(text)).toBeUndefined();
    },
  );
});

test.each<ColorFormat>(['hex', 'rgb', 'hsl'])('what is written as %s is read again', (format) => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(part, part, part, fc.constantFrom(0, 0.25, 0.5, 1), (red, green, blue, alpha) => {
      const text = writeColor({ red, green, blue, alpha }, format);
      expect(isColor(text, format), text).toBe(true);
      const again = readColor(text);
      // A whole percent of lightness is up to two of 255, of saturation as much again.
      const off = format === 'hsl' ? 0.025 : 0.003;
      for (const [got, wanted] of [
        [again?.red, red],
        [again?.green, green],
        [again?.blue, blue],
        [again?.alpha, alpha],
      ]) {
        expect(Math.abs((got ?? -1) - (wanted ?? 0)), text).toBeLessThan(off);
      }
    }),
  );
});
