import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { references } from '../kirby/reference/extract.ts';
import type { Reference } from '../kirby/reference/reference.ts';
import { type UuidMention, uuidMentions } from '../kirby/reference/uuids.ts';
import { type Span, touches } from '../kirby/text/span.ts';
import { usesOf } from '../rules/mentions.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { FileEntry, Model, PageEntry, Site } from '../site/site.ts';
import type { SitePath } from '../site/site-path.ts';

/** What a mention under the cursor leads to. */
export interface Target {
  readonly target: FileEntry | PageEntry;
  /** The mention in the document. */
  readonly span: Span;
  /** What to open: the file, or the content file of a page or of a file that is not there. */
  readonly path: SitePath;
}

/** The page or file that the text at an offset mentions; `undefined` when it mentions none. */
export function targetAt(context: RuleContext, offset: number): Target | undefined {
  const { document, site, file } = context;
  const field = document.fields.find(({ span }) => touches(span, offset));
  if (field === undefined || site === undefined) return undefined;
  const isHere = ({ span }: { readonly span: Span }): boolean => touches(span, offset);
  const mention =
    references({ ...document, fields: [field] }, usesOf(context)).find(isHere) ??
    uuidAt(document, field, isHere);
  if (mention === undefined) return undefined;
  const found = resolve(site, mention, file?.model ?? { kind: 'site' });
  return found === undefined ? undefined : { ...found, span: mention.span };
}

/** Kirby looks up no UUID in a sentence; an author who asks where it leads wants to know all the same. */
function uuidAt(
  document: ContentDocument,
  field: Field,
  isHere: (mention: UuidMention) => boolean,
): UuidReference | undefined {
  const found = uuidMentions(document, field).find(isHere);
  if (found === undefined) return undefined;
  return { kind: `${found.scheme}-uuid`, uuid: found.uuid, span: found.span };
}

type UuidReference = Pick<Extract<Reference, { uuid: string }>, 'kind' | 'uuid' | 'span'>;
type NameReference = Pick<Extract<Reference, { name: string }>, 'kind' | 'name' | 'span'>;

function resolve(
  site: Site,
  mention: UuidReference | NameReference,
  from: Model,
): Omit<Target, 'span'> | undefined {
  switch (mention.kind) {
    case 'page-uuid':
      return page(site, `page://${mention.uuid}`, from);
    case 'page-id':
      return page(site, mention.name, from);
    case 'file-uuid':
      return file(site, `file://${mention.uuid}`, from);
    case 'file-name':
      return file(site, mention.name, from);
  }
}

function page(site: Site, reference: string, from: Model): Omit<Target, 'span'> | undefined {
  const found = site.resolvePage(reference, from);
  if (found.status !== 'found') return undefined;
  return { target: found.page, path: found.page.contentPath ?? found.page.folder };
}

function file(site: Site, reference: string, from: Model): Omit<Target, 'span'> | undefined {
  const found = site.resolveFile(reference, from);
  if (found.status === 'found') return { target: found.file, path: found.file.path };
  if (found.status !== 'metadata-only') return undefined;
  return { target: found.file, path: found.file.metadata ?? found.file.path };
}
