import { expect, test } from 'vitest';
import { FolderStore } from '../../server/src/site/folder-store.ts';
import { sitePath } from '../../server/src/site/site-path.ts';

const content = sitePath('content');

test('the names in a folder are not looked through for each folder in it', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `${index}_page`);
  let looks = 0;
  const watched = new Proxy(names, {
    get(target, key, receiver): unknown {
      looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  const store = new FolderStore(
    content,
    () => undefined,
    () => undefined,
  );
  store.replace({ path: content, files: [], folders: watched });
  for (const name of [...names, 'gone']) {
    store.replace({ path: sitePath(`content/${name}`), files: [], folders: [] });
  }
  expect(store.removeUnnamed(store.onDisk.keys())).toBe(true);
  expect(store.onDisk.has(sitePath('content/gone'))).toBe(false);
  expect(store.onDisk.size).toBe(names.length + 1);
  expect(looks).toBeLessThan(10 * names.length);
});
