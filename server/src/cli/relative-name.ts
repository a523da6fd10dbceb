import path from 'node:path';

/**
 * The way from a folder to a file, with `/`: `content/a.txt`. Nearly all files lie below the folder, and a
 * site has thousands of them: that is not taken apart as `path.relative()` does.
 *
 * @param folder an absolute path, as the file's is
 */
export function relativeName(folder: string, file: string): string {
  const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
  const name = file.startsWith(start) ? file.slice(start.length) : path.relative(folder, file);
  return path.sep === '/' ? name : name.replaceAll(path.sep, '/');
}

/** The file that such a way leads to. */
export function fileAt(folder: string, name: string): string {
  if (name.startsWith('..') || path.isAbsolute(name)) return path.resolve(folder, name);
  const way = path.sep === '/' ? name : name.replaceAll('/', path.sep);
  return folder.endsWith(path.sep) ? folder + way : folder + path.sep + way;
}
