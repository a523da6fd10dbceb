import type { ContentDocument, Field } from '../content/document.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';

/** Something that has the form of a UUID, wherever it stands. */
export interface UuidMention {
  readonly scheme: 'file' | 'page' | 'user';
  readonly uuid: string;
  /** From the scheme to the end of the id, or from `/@/` on. */
  readonly span: Span;
  readonly isPermalink: boolean;
}

/** The UUIDs in the value of a field. */
export function uuidMentions(document: ContentDocument, field: Field): readonly UuidMention[] {
  const all = mentionsOf(document);
  const { start, end } = field.valueSpan;
  const first = lowerBound(all, start);
  return all.slice(first, lowerBound(all, end));
}

/**
 * `file://ID` and `/@/file/ID` with as many backslashes before their slashes as JSON in JSON has.
 * An id ends where JSON, HTML, KirbyText or an address goes on.
 */
const pattern =
  /\b(file|page|user):\\*\/\\*\/([^\s"'\\<>()[\]{},;/?#&]+)|\/@\\*\/(file|page)\\*\/([^\s"'\\<>()[\]{},;/?#&]+)/y;

/** What all of them have in common: a text is searched for that in half the time. */
const hint = /[er]:[\\/]|\/@/g;

/** Of `file:` and the others, what stands before the letter that the hint begins with. */
const BEFORE_HINT = 3;

const mentionsOf = memo(({ text }: ContentDocument) => uuidsInText(text));

/** Whatever has the form of a UUID in a text: one pass over it as it stands, without decoding anything. */
export function uuidsInText(text: string): readonly UuidMention[] {
  const found: UuidMention[] = [];
  hint.lastIndex = 0;
  for (let at = hint.exec(text); at !== null; at = hint.exec(text)) {
    pattern.lastIndex = at[0] === '/@' ? at.index : Math.max(0, at.index - BEFORE_HINT);
    const match = pattern.exec(text);
    if (match === null) continue;
    hint.lastIndex = pattern.lastIndex;
    const [whole, scheme, uuid, linked, linkedUuid] = match;
    found.push({
      scheme: schemeOf(scheme ?? linked),
      uuid: uuid ?? linkedUuid ?? '',
      span: { start: match.index, end: match.index + whole.length },
      isPermalink: linked !== undefined,
    });
  }
  return found;
}

function schemeOf(written: string | undefined): UuidMention['scheme'] {
  return written === 'file' || written === 'user' ? written : 'page';
}

/** The first mention that begins at or after an offset. */
function lowerBound(mentions: readonly UuidMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
