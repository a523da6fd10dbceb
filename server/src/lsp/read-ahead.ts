import type { FileSystem } from '../site/file-system.ts';
import type { SitePath } from '../site/site-path.ts';

/** In UTF-16 code units. A site of ten thousand pages has less. */
const MOST_KEPT = 32_000_000;

/** The same files for those who read them at different times. */
export interface ReadAhead {
  /** Whoever finds out what there is; what it reads is kept. */
  readonly first: FileSystem;
  /** Whoever makes it searchable afterwards: takes what is kept, once, and reads the rest. */
  readonly second: Pick<FileSystem, 'readFiles'>;
  /** Everybody else: gets what there is now, and nothing older is kept of that. */
  readonly others: FileSystem;
}

/** Spares a slow file system every other reading of a site. */
export function readAhead(files: FileSystem, mostKept: number = MOST_KEPT): ReadAhead {
  const kept = new Map<SitePath, string>();
  let size = 0;
  const take = (path: SitePath): string | undefined => {
    const text = kept.get(path);
    kept.delete(path);
    size -= text?.length ?? 0;
    return text;
  };
  const read = async (
    paths: readonly SitePath[],
    keep: (path: SitePath, text: string) => void,
  ): Promise<readonly (string | undefined)[]> => {
    const texts = await files.readFiles(paths);
    for (const [index, path] of paths.entries()) {
      take(path);
      const text = texts[index];
      if (text !== undefined) keep(path, text);
    }
    return texts;
  };
  const reader = (keep: (path: SitePath, text: string) => void): FileSystem => ({
    list: (folder) => files.list(folder),
    walk: (folder, enters) => files.walk(folder, enters),
    head: (path) => files.head(path),
    readFiles: (paths) => read(paths, keep),
  });
  return {
    first: reader((path, text) => {
      if (size + text.length > mostKept) return;
      kept.set(path, text);
      size += text.length;
    }),
    second: {
      async readFiles(paths) {
        const known = paths.map(take);
        const left = paths.filter((_, index) => known[index] === undefined);
        const texts = left.length === 0 ? [] : await files.readFiles(left);
        const news = new Map(left.map((path, index) => [path, texts[index]]));
        return paths.map((path, index) => known[index] ?? news.get(path));
      },
    },
    others: reader(() => undefined),
  };
}
