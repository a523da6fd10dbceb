import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { mentionAt } from '../site/mentions/mentions.ts';
import type { FileEntry, PageEntry } from '../site/site.ts';
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
export function targetAt(
  { document, site, file }: RuleContext,
  offset: number,
): Target | undefined {
  if (site === undefined || file === undefined) return undefined;
  const found = mentionAt(document, site, file, offset);
  return found && { target: found.target, span: found.span, path: pathOf(found.target) };
}

/** What to open for a page or a file: the file itself, or else its content file. */
export function pathOf(target: FileEntry | PageEntry): SitePath {
  if (target.kind === 'page') return target.contentPath ?? target.folder;
  return target.hasBinary ? target.path : (target.metadata ?? target.path);
}
