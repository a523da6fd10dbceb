import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyLists, keysAt, placesWith } from '../../../server/src/site/mentions/key-lists.ts';

const key = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 52 - 1 }));
const lists = fc.array(fc.array(key, { maxLength: 8 }), { maxLength: 12 });

test('the lists of files are kept one by one', () => {
  fc.assert(
    fc.property(lists, (all) => {
      const kept = keyLists(all);
      expect(all.map((_, index) => [...keysAt(kept, index)])).toEqual(all);
    }),
  );
});

test('the files that have one of some keys are found, and no others', () => {
  fc.assert(
    // More than two hundred keys are looked for in another way.
    fc.property(lists, fc.array(key, { maxLength: 500 }), (all, some) => {
      const wanted = new Set([...some, ...all.flatMap(([first]) => first ?? [])]);
      const places = all.flatMap((list, index) =>
        list.some((one) => wanted.has(one)) ? index : [],
      );
      expect([...placesWith(keyLists(all), wanted)].sort((a, b) => a - b)).toEqual(places);
    }),
  );
});
