import { expect, test } from 'vitest';
import { Notes } from '../../../server/src/kirby/text/notes.ts';

test('keeps one note of each kind on an object, where nobody else sees it', () => {
  const colors = new Notes<object, string>();
  const sizes = new Notes<object, number | undefined>();
  const object = { name: 'a' };
  expect(colors.find(object)).toBeUndefined();
  colors.set(object, 'red');
  sizes.set(object, undefined);
  colors.set(object, 'blue');
  expect(colors.get(object)).toBe('blue');
  expect(sizes.find(object)).toMatchObject({ value: undefined });
  expect(Reflect.ownKeys(object)).toEqual(['name']);
  expect(structuredClone(object)).toEqual({ name: 'a' });
  expect(colors.get({ ...object })).toBeUndefined();
});
