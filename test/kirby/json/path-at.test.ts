import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathAtOffset } from '../../../server/src/kirby/json/path-at.ts';
import { parseJsonTree, pathAt } from '../../../server/src/kirby/json/tree.ts';

test('is what a tree answers, at every offset', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), undefined, indent);
      const root = parseJsonTree(text);
      if (root === undefined) return;
      for (let offset = 0; offset <= text.length; offset++) {
        expect(pathAtOffset(text, offset), `${text} at ${offset}`).toEqual(pathAt(root, offset));
      }
    }),
  );
});
