import type { FileType } from '../../file-types.ts';
import type { FileEntry, PageEntry } from '../../site.ts';
import { type Collection, type Method, type Methods, plain, type QueryContext } from '../value.ts';
import { filesIn, flattened, pagesIn } from './children.ts';
import { texts } from './collection.ts';
import { childrenOf, filesOf, indexBelow } from './family.ts';
import { isOfType } from './own-files.ts';

/** What several pages answer (`Kirby\Cms\Pages`). */
export const pagesMethods: Methods<Collection> = new Map<string, Method<Collection>>([
  ['children', plain((self, context) => pagesIn(below(self, context, 'published')))],
  ['drafts', plain((self, context) => pagesIn(below(self, context, 'drafts')))],
  ['files', plain((self, context) => filesIn(files(self, context)))],
  ['images', ofType('image')],
  ['videos', ofType('video')],
  ['audio', ofType('audio')],
  ['documents', ofType('document')],
  ['code', ofType('code')],
  ['listed', plain((self) => kept(self, ({ status }) => status === 'listed'))],
  ['unlisted', plain((self) => kept(self, ({ status }) => status === 'unlisted'))],
  ['published', plain((self) => kept(self, ({ status }) => status !== 'draft'))],
  ['template', byTemplate(true)],
  ['nottemplate', byTemplate(false)],
  ['index', (self, args, context) => (args === undefined ? index(self, context) : undefined)],
]);

export function pagesAmong({ items }: Collection): readonly PageEntry[] {
  return items.filter((item) => item.kind === 'page');
}

function kept(self: Collection, isKept: (page: PageEntry) => boolean): Collection | undefined {
  return pagesIn(pagesAmong(self).filter(isKept));
}

function below(
  self: Collection,
  { site }: QueryContext,
  among: 'published' | 'drafts',
): readonly PageEntry[] | undefined {
  return flattened(pagesAmong(self), (page) => childrenOf(site, page, among));
}

function files(self: Collection, { site }: QueryContext): readonly FileEntry[] | undefined {
  return flattened(pagesAmong(self), (page) => filesOf(site, page));
}

function ofType(type: FileType): Method<Collection> {
  return plain((self, context) => filesIn(files(self, context)?.filter(isOfType(type))));
}

/** Compares the names of content files, whether there is a template of the name or not. */
function byTemplate(isWanted: boolean): Method<Collection> {
  return (self, args) => {
    const names = texts(args);
    if (names === undefined) return undefined;
    return kept(self, ({ template }) => names.includes(template) === isWanted);
  };
}

function index(self: Collection, { site }: QueryContext): Collection | undefined {
  const found: PageEntry[] = [];
  const seen = new Set<string>();
  for (const page of pagesAmong(self)) {
    const inside = indexBelow(site, page, 'published');
    if (inside === undefined) return undefined;
    for (const one of [page, ...inside]) {
      if (!seen.has(one.id)) found.push(one);
      seen.add(one.id);
    }
  }
  return pagesIn(found);
}
