import { onDisk } from './editor.ts';

/** A row of the table in `fixtures/broken/FAULTS.md`. */
export interface Fault {
  readonly page: string;
  readonly code: string;
  readonly what: string;
  readonly mends: string;
}

/** Path of a page of the broken site in the workspace. */
export function pagePath(page: string): string {
  return `broken/content/${page}/article.txt`;
}

/** What the broken site holds, page by page. */
export function faults(): readonly Fault[] {
  const rows = onDisk('FAULTS.md').matchAll(
    /^\| `(?<page>[^`]+)` \| `(?<code>[^`]+)` \| (?<what>.+) \| (?<mends>[\w-]+) \|$/gm,
  );
  return Array.from(rows, ({ groups }) => ({
    page: groups?.['page'] ?? '',
    code: groups?.['code'] ?? '',
    what: groups?.['what'] ?? '',
    mends: groups?.['mends'] ?? '',
  }));
}
