import { type Span, touches } from '../kirby/text/span.ts';
import { mentionAt, type MentionTarget } from '../site/mentions/mentions.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { ContentFile, Model, Site, UserEntry } from '../site/site.ts';
import { folderOf, nameOf, type SitePath } from '../site/site-path.ts';
import { userWithId } from '../site/users.ts';

/** A page, a file or a user that an author may ask about. */
export interface Subject {
  readonly target: MentionTarget;
  /** What names it in the document. */
  readonly span: Span;
  /** Whether it is the page or file that the document itself belongs to. */
  readonly isOwn: boolean;
}

/**
 * What an offset of a content file is about: what is mentioned there, or on `Title`, `Uuid` and `Slug`
 * the page or file that the content file belongs to. `undefined`: nothing, or the site.
 */
export function subjectAt(context: RuleContext, offset: number): Subject | undefined {
  const { document, site, file } = context;
  if (site === undefined || file === undefined) return undefined;
  const mention = mentionAt(document, site, file, offset);
  if (mention !== undefined) return { target: mention.target, span: mention.span, isOwn: false };
  const field = document.fields.find(({ span }) => touches(span, offset));
  const target =
    field !== undefined && naming.has(field.name) ? ownTarget(site, file.model) : undefined;
  return field && target && { target, span: field.valueSpan, isOwn: true };
}

/** The fields that name what the content file belongs to. */
const naming: ReadonlySet<string> = new Set(['title', 'uuid', 'slug']);

/**
 * What a path of the site is about: a file, a content file, the folder of a page; of a user a content
 * file, the account or its folder.
 */
export function targetOfPath(site: Site, path: SitePath): MentionTarget | undefined {
  const model = site.contentFile(path)?.model;
  if (model !== undefined) return ownTarget(site, model);
  const file = site.folder(folderOf(path))?.files.get(nameOf(path));
  if (file !== undefined) return file;
  const folder = site.folder(path);
  return folder?.kind === 'page' ? folder : accountAt(site, path);
}

function accountAt({ users }: Site, path: SitePath): UserEntry | undefined {
  for (const user of users?.values() ?? []) {
    if (user.path !== undefined && (path === user.path || path === folderOf(user.path)))
      return user;
  }
  return undefined;
}

/** The user whose content file this is: it has no field that names the user, so all of it stands for that. */
export function ownUser(site: Site, { model }: ContentFile): UserEntry | undefined {
  return model.kind === 'user' ? userWithId(site, model.id) : undefined;
}

/** What a content file belongs to; the site itself is never mentioned. */
export function ownTarget(site: Site, model: Model): MentionTarget | undefined {
  switch (model.kind) {
    case 'page':
      return model.page;
    case 'file':
      return model.file;
    case 'user':
      return userWithId(site, model.id);
    case 'site':
      return undefined;
  }
}
