import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { memo } from '../kirby/text/memo.ts';
import type { ContentDocument } from '../kirby/content/document.ts';
import { mentions } from '../site/mentions/mentions.ts';
import { uuidMentions } from '../kirby/reference/uuids.ts';
import type { SitePath } from '../site/site-path.ts';
import { pathOf } from './target.ts';

/** A piece of a document that opens something. */
export type DocumentLink =
  | { readonly span: Span; readonly path: SitePath }
  | { readonly span: Span; readonly address: string }
  /** `file://ID` where no file is known by this id, or none yet. */
  | { readonly span: Span; readonly uuid: string };

/**
 * What in a content file can be followed: mentions of pages, files and users, and addresses that editors do
 * not see by themselves, because JSON escapes their slashes: `https:\/\/example.org\/a`, or of which they do not
 * see the end. Files that are not known are among them, because editors take `file://x0Eszp6nhmEIe0aI` for a file
 * of another computer.
 */
export function documentLinks({ document, site, file }: RuleContext): readonly DocumentLink[] {
  const known = site === undefined || file === undefined ? [] : mentions(document, site, file);
  const targets = known.flatMap(({ span, target }) => {
    const path = pathOf(target);
    return path === undefined ? [] : [{ span, path }];
  });
  const places = new Set(known.map(({ span }) => span.start));
  const unknown = fileUuidsIn(document).filter(({ span }) => !places.has(span.start));
  return [...targets, ...unknown, ...addressesIn(document)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

const fileUuidsIn = memo((document: ContentDocument) =>
  document.fields
    .flatMap((field) => uuidMentions(document, field))
    .filter(({ scheme, isPermalink }) => scheme === 'file' && !isPermalink)
    .map(({ uuid, span }) => ({ uuid, span })),
);

/** Up to what ends a string of JSON, an attribute of HTML or a KirbyTag; it may begin behind `\n` or `\u0022`. */
const anyAddress =
  /(?:\b|(?<=\\(?:[nrt]|u[0-9a-f]{4})))https?:(?:\\*\/){2}(?:[^\s"'<>()[\]{}\\]|\\+\/|\\u(?!00(?:22|27|3[ce]))[0-9a-f]{4})+/gi;

/** Those that have something escaped in them or behind them: editors take the `\` of `\"` for a part of them. */
const addressesIn = memo(({ text }: ContentDocument) =>
  Array.from(text.matchAll(anyAddress)).flatMap(({ 0: found, index }) => {
    if (!found.includes('\\') && text[index + found.length] !== '\\') return [];
    const written = found.replace(/[.,;:!?]+$/u, '');
    return [{ span: { start: index, end: index + written.length }, address: unescaped(written) }];
  }),
);

function unescaped(written: string): string {
  return written
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\+\//g, '/');
}
