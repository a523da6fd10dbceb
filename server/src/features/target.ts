import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { FileEntry, Model, PageEntry } from '../site/site.ts';
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
  const mention = mentionAt(document.text, offset);
  if (mention === undefined || site === undefined) return undefined;
  const from: Model = file?.model ?? { kind: 'site' };
  if (mention.reference.startsWith('page://')) {
    const found = site.resolvePage(mention.reference, from);
    if (found.status !== 'found') return undefined;
    const { page } = found;
    return { target: page, span: mention.span, path: page.contentPath ?? page.folder };
  }
  const found = site.resolveFile(mention.reference, from);
  if (found.status !== 'found' && found.status !== 'metadata-only') return undefined;
  const path =
    found.status === 'found' ? found.file.path : (found.file.metadata ?? found.file.path);
  return { target: found.file, span: mention.span, path };
}

/** `file://id`, in JSON also `file:\/\/id`, and the permalink `/@/file/id`. */
const mentions = /(?:(file|page):(?:\\?\/){2}|\/@\\?\/(file|page)\\?\/)([A-Za-z0-9_-]+)/gu;

/** No mention is longer than this, so that a line of a megabyte costs no more than a short one. */
const LONGEST = 100;

function mentionAt(
  text: string,
  offset: number,
): { readonly reference: string; readonly span: Span } | undefined {
  const from = Math.max(0, offset - LONGEST);
  for (const match of text.slice(from, offset + LONGEST).matchAll(mentions)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (span.start <= offset && offset <= span.end) {
      return { reference: `${match[1] ?? match[2] ?? ''}://${match[3] ?? ''}`, span };
    }
  }
  return undefined;
}
