import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newUuid } from '../../../server/src/kirby/reference/new-uuid.ts';

test('has the form of Kirby’s own', () => {
  const made = Array.from({ length: 200 }, () => newUuid(randomUUID(), 'short'));
  expect(made.filter((uuid) => !/^[a-z0-9]{16}$/u.test(uuid))).toEqual([]);
  expect(new Set(made).size).toBe(200);
  expect(newUuid('00000000-0000-0000-0000-000000000000', 'short')).toBe('0000000000000000');
});

test('uses all signs in all places', () => {
  const made = Array.from({ length: 3000 }, () => newUuid(randomUUID(), 'short'));
  for (let place = 0; place < 16; place++) {
    expect(new Set(made.map((uuid) => uuid[place])).size).toBe(36);
  }
});

test('is the random one where a site wants that', () => {
  const random = randomUUID();
  expect(newUuid(random, 'uuid-v4')).toBe(random);
});
