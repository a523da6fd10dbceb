import { expect } from 'vitest';
import {
  type FileInsertion,
  type GivenFile,
  insertFiles,
} from '../../server/src/features/insertion/insert-files.ts';
import type { InsertionContext } from '../../server/src/features/insertion/insertion.ts';
import { insertLink } from '../../server/src/features/insertion/insert-link.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { applied } from '../../server/src/kirby/json/text-edit.ts';
import type { Span } from '../../server/src/kirby/text/span.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { type SiteFiles, siteFrom } from './site.ts';

export const article = 'content/1_blog/article.txt';

/** Every kind of place that mentions files or has links, at each depth. */
const blueprint = `title: Article
fields:
  text:
    type: textarea
    uploads: photo
  closed:
    type: textarea
    uploads: false
  elsewhere:
    type: textarea
    uploads:
      parent: site
      template: shared
  writer:
    type: writer
  plain_writer:
    type: writer
    marks: [bold]
  hat:
    type: text
  cover:
    type: files
    multiple: false
    uploads:
      template: cover
  gallery:
    type: files
    query: page.images
  downloads:
    type: files
    store: id
  button:
    type: link
  blocks:
    type: blocks
  layout:
    type: layout
  rows:
    type: structure
    fields:
      note:
        type: textarea
      pictures:
        type: files
`;

const usual: SiteFiles = {
  'content/site.txt': 'Title: Site',
  'content/logo.png': '',
  'content/logo.png.txt': 'Uuid: logologologologo',
  'content/home/home.txt': 'Title: Home\n\n----\n\nUuid: homehomehomehome',
  'content/2_about/default.txt': 'Title: About\n\n----\n\nUuid: aboutaboutabout1',
  'content/2_about/team.jpg': '',
  'content/2_about/team.jpg.txt': 'Uuid: teamteamteamteam',
  'content/2_about/plain.jpg': '',
  'content/1_blog/own.jpg': '',
  'content/1_blog/own.jpg.txt': 'Uuid: ownownownownown1',
  'content/1_blog/a (b.jpg': '',
  'site/blueprints/pages/article.yml': blueprint,
  'site/blueprints/files/cover.yml': 'fields:\n  alt:\n    type: text\n  info:\n    type: info\n',
};

export interface InsertionOptions {
  /** Further files of the site. */
  readonly files?: SiteFiles;
  /** Where the text stands in the site. */
  readonly path?: string;
}

/** A text with `$0` as the cursor, or `$0…$0` as a selection, in the site. */
export async function insertionAt(
  marked: string,
  { files, path = article }: InsertionOptions = {},
): Promise<{ readonly context: InsertionContext; readonly span: Span }> {
  const [before = '', selected = '', after] = marked.split('$0');
  const text = after === undefined ? before + selected : before + selected + after;
  const start = before.length;
  const span = { start, end: after === undefined ? start : start + selected.length };
  const site = await siteFrom({ ...usual, ...files, [path]: text });
  const file = site.contentFile(sitePath(path));
  if (file === undefined) throw new Error(`${path} is no content file.`);
  let made = 0;
  const context = {
    document: parseContent(text),
    site,
    file,
    newUuid: () => `uuid${String(++made)}`,
    newBlockId: () => 'block',
  };
  return { context, span };
}

/** What inserting files makes of a text; the files by their names, or by their paths in the site. */
export async function inserted(
  marked: string,
  names: readonly string[],
  options?: InsertionOptions,
): Promise<(FileInsertion & { readonly text: string }) | undefined> {
  const { context, span } = await insertionAt(marked, options);
  const found = insertFiles(context, span, names.map(given));
  const text = found && applied(context.document.text, found.edits);
  return found && text !== undefined ? { ...found, text } : undefined;
}

export function given(name: string): GivenFile {
  return name.startsWith('content/')
    ? { name: name.slice(name.lastIndexOf('/') + 1), path: sitePath(name) }
    : { name };
}

/** Checks what pasting an address over the selection makes of a text. */
export async function checkLink(
  marked: string,
  address: string,
  expected: string | undefined,
  options?: InsertionOptions,
): Promise<void> {
  const { context, span } = await insertionAt(marked, options);
  const found = insertLink(context, span, address);
  expect(found && applied(context.document.text, found.edits)).toBe(expected);
}
