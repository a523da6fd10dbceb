import type { Span } from '../../text/span.ts';
import { inexact, part, type Piece, trimmed } from './piece.ts';

/**
 * The items between the commas of a flow list or map, as `Spyc::_inlineEscape()` divides them:
 * quoted parts and pairs of brackets that hold something hold together, all else is cut at every
 * comma. `a, [b, c], "d, e"` has three items, the unbalanced `a, [b, c` has three as well.
 */
export function splitFlow(piece: Piece): readonly Piece[] {
  const inner = piece.text;
  const items: Piece[] = [];
  let start = 0;
  const cutAtCommas = (from: number, to: number): void => {
    let comma = inner.indexOf(',', from);
    while (comma >= 0 && comma < to) {
      items.push(flowItem(part(piece, start, comma)));
      start = comma + 1;
      comma = inner.indexOf(',', start);
    }
  };
  let at = 0;
  for (const whole of wholes(inner)) {
    cutAtCommas(at, whole.start);
    at = whole.end;
  }
  cutAtCommas(at, inner.length);
  items.push(flowItem(part(piece, start)));
  return items;
}

/** The outermost parts that no comma divides, in order. */
function wholes(inner: string): readonly Span[] {
  const found: Span[] = [];
  const open: number[] = [];
  // How many of the open brackets have something inside that keeps them from being a pair.
  let spoilt = 0;
  let at = 0;
  while (at < inner.length) {
    const quoted = quotedEnd(inner, at);
    if (quoted > at) {
      found.push({ start: at, end: quoted });
      at = quoted;
      continue;
    }
    const character = inner.charAt(at);
    at++;
    if (character === '[' || character === '{') open.push(at - 1);
    if (character !== ']' && character !== '}') continue;
    const start = isPair(inner.charAt(open.at(-1) ?? -1), character) ? open.pop() : undefined;
    const isWhole = start !== undefined && open.length >= spoilt && at > start + 2;
    spoilt = isWhole ? spoilt : open.length;
    if (!isWhole) continue;
    while ((found.at(-1)?.start ?? -1) > start) found.pop();
    found.push({ start, end: at });
  }
  return found;
}

/** Where the quoted part that begins at an offset ends; the offset itself when none begins. */
function quotedEnd(text: string, at: number): number {
  const quote = text.charAt(at);
  if (quote !== '"' && quote !== "'") return at;
  // Spyc puts empty quotes aside first, wherever they are; they neither open nor close a part.
  if (isEmptyQuotes(text, at)) return at + 2;
  let end = at + 1;
  while (end < text.length) {
    if (isEmptyQuotes(text, end)) end += 2;
    else if (text.charAt(end) === quote) return end + 1;
    else end++;
  }
  return at;
}

function isEmptyQuotes(text: string, at: number): boolean {
  const quote = text.charAt(at);
  return (quote === '"' || quote === "'") && text.charAt(at + 1) === quote;
}

/** Empty quotes vanish, also where they mean one quotation mark: `'it''s'` is read as `its`. */
function flowItem(piece: Piece): Piece {
  const item = trimmed(piece);
  const text = item.text.replace(/""|''/g, '');
  return text === item.text ? item : inexact(item, text);
}

function isPair(open: string, close: string): boolean {
  return (open === '[' && close === ']') || (open === '{' && close === '}');
}
