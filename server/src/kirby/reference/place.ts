import type { Field } from '../content/document.ts';
import type { Span } from '../text/span.ts';
import type { FieldUse } from './extract.ts';
import type { ReferencePlace } from './reference.ts';

/** How much of the text around a mention is looked at: a line of YAML, the start of a tag. */
const BEFORE = 300;
const AFTER = 80;

/**
 * What holds a UUID, told by the characters around it: that works in JSON that is broken, too, and
 * costs nothing. `undefined`: Kirby looks up nothing there.
 */
export function placeOf(
  text: string,
  { valueSpan }: Field,
  span: Span,
  use: FieldUse,
): ReferencePlace | undefined {
  const before = text.slice(Math.max(valueSpan.start, span.start - BEFORE), span.start);
  const after = text.slice(span.end, Math.min(valueSpan.end, span.end + AFTER));
  if (use !== 'json' && isWhole(before, after)) return use === 'text' ? undefined : 'list';
  if (isInTag(before)) return 'tag';
  switch (use) {
    case 'json':
      return opensString(before) && jsonAfter.test(after) ? 'json' : undefined;
    case 'files':
    case 'pages':
    case 'rows':
    case 'unknown':
      return isListItem(before, after, use) ? 'list' : undefined;
    case 'link':
    case 'text':
      return undefined;
  }
}

/** `(image: ` and the attributes that name a page or a file. */
const tagStart =
  /^\((?:(?:image|file|video|link):\s*|(?:image|video|link):[^)"]*\b(?:link|poster):\s*)$/i;

/** Expressions that may begin anywhere would look at every character before each mention. */
function isInTag(before: string): boolean {
  const parenthesis = before.lastIndexOf('(');
  return parenthesis >= 0 && tagStart.test(before.slice(parenthesis));
}

/**
 * The opening quote of a string, also of one in a string, or an item of YAML in a string. In the
 * `href` of HTML Kirby looks up permalinks, and no UUIDs.
 */
function opensString(before: string): boolean {
  if (before.endsWith('"')) return !/href=\\*"$/i.test(before.slice(-12));
  return before.endsWith('- ') && /(?:"|\\n)\s*- $/.test(before.slice(-12));
}

const jsonAfter = /^\\*"|^\\n/;

function isWhole(before: string, after: string): boolean {
  return before === '' && /^(?:[/?#]\S*)?$/.test(after);
}

/** An item on a line of its own, after a key in a row, or in a flow list. */
function isListItem(before: string, after: string, use: FieldUse): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const rest = /^[^\r\n]*/.exec(after)?.[0] ?? '';
  if (/[[,]\s*["']?$/.test(line) && /^["']?\s*[\],]/.test(rest)) return true;
  const start = use === 'unknown' ? /^\s*- ["']?$/ : /^\s*(?:- )*(?:[\w-]+:\s+)?(?:- )?["']?$/;
  return start.test(line) && /^["']?\s*(?:#.*)?$/.test(rest);
}
