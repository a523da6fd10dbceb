import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type Mention, mentions } from '../site/mentions/mentions.ts';
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

function labelOf({ target, form, text }: Mention): string | undefined {
  if (target.kind === 'user')
    return text.indexOf('@') > 0 ? undefined : (target.name ?? target.email);
  if (target.kind === 'file') return form === 'name' ? undefined : target.name;
  const title = target.title ?? target.slug;
  return target.status === 'draft' ? say`${title} (draft)` : title;
}
