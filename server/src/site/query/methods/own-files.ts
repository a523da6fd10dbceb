import { fileType, type FileType } from '../../file-types.ts';
import type { FileEntry, PageEntry, SiteEntry } from '../../site.ts';
import { type Method, type Methods, plain, type QueryValue, scalar, strings } from '../value.ts';
import { filesIn } from './children.ts';
import { filesOf } from './family.ts';

type Owner = PageEntry | SiteEntry;

/** What pages and the site answer about their files (`Kirby\Cms\HasFiles`). */
export const ownFilesMethods: Methods<Owner> = new Map<string, Method<Owner>>([
  ['files', plain((owner, { site }) => filesIn(filesOf(site, owner)))],
  ['images', ofType('image')],
  ['videos', ofType('video')],
  ['audio', ofType('audio')],
  ['documents', ofType('document')],
  ['code', ofType('code')],
  ['file', single(undefined)],
  ['image', single('image')],
  ['video', single('video')],
  ['document', single('document')],
]);

export function isOfType(type: FileType): (file: FileEntry) => boolean {
  return ({ name }) => fileType(name) === type;
}

function ofType(type: FileType): Method<Owner> {
  return plain((owner, { site }) => filesIn(filesOf(site, owner)?.filter(isOfType(type))));
}

/** `page.image`: the first; `page.image("x.jpg")`: that one. */
function single(type: FileType | undefined): Method<Owner> {
  return (owner, args, { site }): QueryValue | undefined => {
    const files = filesOf(site, owner)?.filter(type === undefined ? () => true : isOfType(type));
    if (files === undefined) return undefined;
    if (args === undefined) return files[0] ?? scalar(undefined);
    const [name, ...more] = strings(args) ?? [];
    if (name === undefined || more.length > 0 || /[/@:]/.test(name)) return undefined;
    return files.find((file) => file.name === name) ?? scalar(undefined);
  };
}
