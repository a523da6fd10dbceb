import { extensionOf, fileType, stemOf } from '../../file-types.ts';
import { folderOf } from '../../site-path.ts';
import type { FileEntry } from '../../site.ts';
import { type Method, type Methods, plain, scalar } from '../value.ts';
import { filesIn } from './children.ts';
import { filesOf } from './family.ts';

/** What a file answers about itself (`Kirby\Cms\File`). */
export const fileMethods: Methods<FileEntry> = new Map<string, Method<FileEntry>>([
  ['id', plain(({ id }) => scalar(id))],
  ['filename', plain(({ name }) => scalar(name))],
  ['name', plain(({ name }) => scalar(stemOf(name)))],
  ['extension', plain(({ name }) => scalar(extensionOf(name)))],
  ['type', plain(({ name }) => scalar(fileType(name)))],
  ['template', plain(({ content }) => scalar(content['template'] ?? undefined))],
  ['parent', plain((file, { site }) => site.folder(folderOf(file.path)))],
  [
    'siblings',
    (file, args, { site }) => {
      const owner = args === undefined ? site.folder(folderOf(file.path)) : undefined;
      return owner && filesIn(filesOf(site, owner));
    },
  ],
]);
