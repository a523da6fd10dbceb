import type { ContentDocument } from '../../kirby/content/document.ts';
import {
  type NameContext,
  type NameInText,
  namesInText,
} from '../../kirby/reference/names-in-text.ts';
import { uuidMentions } from '../../kirby/reference/uuids.ts';
import type { MappedText } from '../../kirby/text/mapped-text.ts';
import { type Span, touches } from '../../kirby/text/span.ts';
import { remembered } from '../remembered.ts';
import type { ContentFile, FileEntry, PageEntry, Site, UserEntry } from '../site.ts';
import { userNamed } from '../users.ts';
import { type Leaf, leavesOf } from './leaves.ts';

/** What content can lead to: the site itself it cannot mention. */
export type MentionTarget = FileEntry | PageEntry | UserEntry;

/** A place in a content file that leads to a page, a file or a user of the site. */
export interface Mention {
  readonly target: MentionTarget;
  /** What it is looked up by: `file://x0Eszp6nhmEIe0aI`, `photo.jpg`, `blog/post`. */
  readonly text: string;
  readonly form:
    | 'uuid'
    /** `/@/page/x`. */
    | 'permalink'
    /** A file's name, with the id of its page before it perhaps, or the id of a page or user. */
    | 'name';
  /** The mention in the document: `file://x0Eszp6nhmEIe0aI`, or the name alone. */
  readonly span: Span;
  /** Of a name: what stands around it, and the text it stands in, for whoever writes another one. */
  readonly name?: {
    readonly context: NameContext;
    readonly source: MappedText;
    /** The name in `source`. */
    readonly span: Span;
  };
}

/**
 * Everything in a content file that leads to a page, a file or a user, in the order of the text: UUIDs
 * and permalinks wherever they stand, names and ids where Kirby, or the browser, looks them up. What
 * leads nowhere is not here. Found once for each state of the document and of the site.
 */
export function mentions(
  document: ContentDocument,
  site: Site,
  file: ContentFile,
): readonly Mention[] {
  return mentionsIn({ document, site, file }, () =>
    [...uuidsIn(document, site, file), ...namesIn(document, site, file)].sort(
      (a, b) => a.span.start - b.span.start,
    ),
  );
}

/** The first of them that an offset touches: only what lies there is decoded. */
export function mentionAt(
  document: ContentDocument,
  site: Site,
  file: ContentFile,
  offset: number,
): Mention | undefined {
  return [...uuidsIn(document, site, file, offset), ...namesIn(document, site, file, offset)]
    .filter(({ span }) => touches(span, offset))
    .sort((a, b) => a.span.start - b.span.start)[0];
}

const mentionsIn = remembered<readonly Mention[]>();

/**
 * Only what is mentioned by UUID: nothing of the document is decoded for it.
 *
 * @param offset leaves out what does not touch it
 */
export function uuidsIn(
  document: ContentDocument,
  site: Site,
  { model }: ContentFile,
  offset?: number,
): readonly Mention[] {
  return document.fields.flatMap((field) => {
    if (field.name === 'uuid') return [];
    return uuidMentions(document, field).flatMap(({ scheme, uuid, span, isPermalink }) => {
      if (offset !== undefined && !touches(span, offset)) return [];
      const text = `${scheme}://${uuid}`;
      const target = targetOf(site, scheme, text, model);
      const form = isPermalink ? ('permalink' as const) : ('uuid' as const);
      return target === undefined ? [] : [{ target, text, form, span }];
    });
  });
}

function namesIn(
  document: ContentDocument,
  site: Site,
  file: ContentFile,
  offset?: number,
): readonly Mention[] {
  const { model } = file;
  return leavesOf(document, site, file, offset).flatMap((leaf) =>
    namesInLeaf(leaf, site).flatMap(({ wanted, name, span, context }): Mention[] => {
      const target = targetOf(site, wanted, name, model);
      const source = target && sourceOf(leaf);
      if (target === undefined || source === undefined) return [];
      return [
        {
          target,
          text: name,
          form: 'name',
          span: source.toSource(span),
          name: { context, source, span },
        },
      ];
    }),
  );
}

/** All that is written like the name of a file or the id of a page, whether it leads anywhere or not. */
export function namesOf(
  document: ContentDocument,
  site: Site,
  file: ContentFile,
): readonly { readonly name: string; readonly span: Span }[] {
  return leavesOf(document, site, file)
    .flatMap((leaf) =>
      namesInLeaf(leaf, site).flatMap(({ name, span }) => {
        const source = sourceOf(leaf);
        return source === undefined ? [] : [{ name, span: source.toSource(span) }];
      }),
    )
    .sort((a, b) => a.span.start - b.span.start);
}

function namesInLeaf({ text, use }: Leaf, site: Site): readonly NameInText[] {
  const names = namesInText(text, use);
  const { languages } = site.options;
  return languages.length === 0 ? names : names.map((name) => withoutLanguage(name, site));
}

/** The address of a page begins with the code of its language, in `/de/blog`; its id does not. */
function withoutLanguage(found: NameInText, site: Site): NameInText {
  const { wanted, name, span, context } = found;
  const slash = name.indexOf('/');
  if (wanted !== 'page' || context === 'whole' || slash < 0) return found;
  const code = name.slice(0, slash);
  if (!site.options.languages.includes(code) || site.page(code) !== undefined) return found;
  return {
    ...found,
    name: name.slice(slash + 1),
    span: { start: span.start + slash + 1, end: span.end },
  };
}

/** Where a text stands, when each of its characters does. */
function sourceOf(leaf: Leaf): MappedText | undefined {
  const source = leaf.source();
  return source?.text === leaf.text ? source : undefined;
}

/** What a reference leads to, looked up as what it is wanted to be. */
export function targetOf(
  site: Site,
  wanted: MentionTarget['kind'],
  reference: string,
  from: ContentFile['model'],
): MentionTarget | undefined {
  switch (wanted) {
    case 'file':
      return fileOf(site, reference, from);
    case 'page':
      return pageOf(site, reference, from);
    case 'user':
      return userNamed(site, reference);
  }
}

function fileOf(site: Site, reference: string, from: ContentFile['model']): FileEntry | undefined {
  const found = site.resolveFile(reference, from);
  return found.status === 'found' || found.status === 'metadata-only' ? found.file : undefined;
}

/** Drafts have ids too, and an author who links to one means it. */
function pageOf(site: Site, reference: string, from: ContentFile['model']): PageEntry | undefined {
  const found = site.resolvePage(reference, from);
  return found.status === 'found' ? found.page : undefined;
}
