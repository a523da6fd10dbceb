import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { mentionAt, type MentionTarget } from '../site/mentions/mentions.ts';
import type { SitePath } from '../site/site-path.ts';

/** What a mention under the cursor leads to. */
export interface Target {
  readonly target: MentionTarget;
  /** The mention in the document. */
  readonly span: Span;
  /** What to open: the file, the content file of a page or of a file that is not there, an account. */
  readonly path: SitePath;
}

/** What the text at an offset mentions; `undefined` when it mentions nothing that can be opened. */
export function targetAt(
  { document, site, file }: RuleContext,
  offset: number,
): Target | undefined {
  if (site === undefined || file === undefined) return undefined;
  const found = mentionAt(document, site, file, offset);
  const path = found && pathOf(found.target);
  return path && { target: found.target, span: found.span, path };
}

/** What to open for a page or a file: the file itself, or else its content file; for a user the account. */
export function pathOf(target: MentionTarget): SitePath | undefined {
  switch (target.kind) {
    case 'page':
      return target.contentPath ?? target.folder;
    case 'file':
      return target.hasBinary ? target.path : (target.metadata ?? target.path);
    case 'user':
      return target.path;
  }
}
