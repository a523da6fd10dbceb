import { uuidsInText } from '../kirby/reference/uuids.ts';
import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type Mention, mentions, targetOf } from '../site/mentions/mentions.ts';
import type { ContentFile, Site } from '../site/site.ts';
import type { SitePath } from '../site/site-path.ts';
import { pathOf } from './target.ts';
import { say } from '../kirby/text/say.ts';

/** A name that is shown behind a mention that does not read as one. */
export interface InlayHint {
  /** Behind which offset of the document it stands. */
  readonly offset: number;
  /** The name of the file or user, or the title of the page. */
  readonly label: string;
  /** What a click on it opens. */
  readonly path: SitePath | undefined;
}

/**
 * The names of what is mentioned in a part of a content file: of files mentioned by their UUIDs, of
 * pages and users also where their ids stand. A file's own name needs no other one, nor does an address.
 */
export function inlayHints(
  { document, site, file }: RuleContext,
  within: Span,
): readonly InlayHint[] {
  if (site === undefined || file === undefined) return [];
  return mentions(document, site, file).flatMap((mention) => {
    const { span, target } = mention;
    const label = span.end > within.end || span.end < within.start ? undefined : labelOf(mention);
    return label === undefined ? [] : [{ offset: span.end, label, path: pathOf(target) }];
  });
}

/** A UUID in a text that shows a part of a content file in another form. */
export interface ShownReference {
  readonly span: Span;
  /** What the author calls it, and what it opens; `undefined`: nothing is known by this id. */
  readonly target:
    { readonly label: string | undefined; readonly path: InlayHint['path'] } | undefined;
}

/** @param text spans are in it */
export function referencesInText(
  text: string,
  site: Site,
  { model }: ContentFile,
): readonly ShownReference[] {
  return uuidsInText(text).map(({ scheme, uuid, span }) => {
    const reference = `${scheme}://${uuid}`;
    const target = targetOf(site, scheme, reference, model);
    if (target === undefined) return { span, target };
    const label = labelOf({ target, form: 'uuid', text: reference });
    return { span, target: { label, path: pathOf(target) } };
  });
}

function labelOf({
  target,
  form,
  text,
}: Pick<Mention, 'target' | 'form' | 'text'>): string | undefined {
  if (target.kind === 'user')
    return text.indexOf('@') > 0 ? undefined : (target.name ?? target.email);
  if (target.kind === 'file') return form === 'name' ? undefined : target.name;
  const title = target.title ?? target.slug;
  return target.status === 'draft' ? say`${title} (draft)` : title;
}
