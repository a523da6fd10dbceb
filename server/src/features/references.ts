import { type Span, touches } from '../kirby/text/span.ts';
import { mentionAt } from '../site/mentions/mentions.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { FileEntry, Model, PageEntry, Site } from '../site/site.ts';
import { folderOf, nameOf, type SitePath } from '../site/site-path.ts';

/** A page or a file that an author may ask about. */
export interface Subject {
  readonly target: FileEntry | PageEntry;
  /** What names it in the document. */
  readonly span: Span;
  /** Whether it is the page or file that the document itself belongs to. */
  readonly isOwn: boolean;
}

/**
 * The page or file that an offset of a content file is about: the one that is mentioned there, or on
 * `Title`, `Uuid` and `Slug` the file's own. `undefined`: none, or a site, or a user.
 */
export function subjectAt(context: RuleContext, offset: number): Subject | undefined {
  const { document, site, file } = context;
  if (site === undefined || file === undefined) return undefined;
  const mention = mentionAt(document, site, file, offset);
  if (mention !== undefined) return { target: mention.target, span: mention.span, isOwn: false };
  const field = document.fields.find(({ span }) => touches(span, offset));
  const target = field !== undefined && naming.has(field.name) ? ownTarget(file.model) : undefined;
  return field && target && { target, span: field.valueSpan, isOwn: true };
}

/** The fields that name what the content file belongs to. */
const naming: ReadonlySet<string> = new Set(['title', 'uuid', 'slug']);

/** The page or file that a path of the site is about: a file, a content file, the folder of a page. */
export function targetOfPath(site: Site, path: SitePath): FileEntry | PageEntry | undefined {
  const model = site.contentFile(path)?.model;
  if (model !== undefined) return ownTarget(model);
  const file = site.folder(folderOf(path))?.files.get(nameOf(path));
  if (file !== undefined) return file;
  const folder = site.folder(path);
  return folder?.kind === 'page' ? folder : undefined;
}

/** The page or file that a content file belongs to. */
export function ownTarget(model: Model): FileEntry | PageEntry | undefined {
  switch (model.kind) {
    case 'page':
      return model.page;
    case 'file':
      return model.file;
    case 'site':
    case 'user':
      return undefined;
  }
}
