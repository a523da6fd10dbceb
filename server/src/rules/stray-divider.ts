import type { ContentDocument } from '../kirby/content/document.ts';
import { fieldName } from '../kirby/content/parse.ts';
import { replace } from '../kirby/json/text-edit.ts';
import { slice, type Span } from '../kirby/text/span.ts';
import { chunkFix, hideDivider } from './chunk-fix.ts';
import { firstLine, lineEnd, type OddChunk, oddChunks } from './odd-chunk.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A line that begins with four hyphens and is meant as text: a rule, the underline of a heading, a
 * table. `Kirby\Data\Txt::decode()` divides at every one, whatever follows in the line, and takes
 * what stands before the next colon for a key, or drops it where there is none. Five hyphens are a
 * divider with a hyphen before the next key.
 */
export const strayDivider: Rule = {
  code: 'stray-divider',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const odd of oddChunks(context)) {
      if (odd.divider === undefined) continue;
      const span = markOf(context.document.text, odd.divider);
      if (odd.kind === 'long-divider') {
        yield {
          message: say`A divider has four hyphens. Kirby takes the further ones for a part of the next key and does not find the field "${odd.key?.written ?? ''}"; shorten them to "----", or put a backslash before them if they are text.`,
          span,
          fixes: () => longFixes(context, odd, span),
        };
      } else if (odd.kind === 'stray-divider') {
        yield {
          message: say`${cutMessage(context.document, odd)} Put a backslash before the hyphens if they are text, or write a key behind them if they are a divider.`,
          span,
          fixes: () => hideDivider(context, odd, { safe: isPlainlyText(context.document, odd) }),
        };
      }
    }
  },
};

function cutMessage({ text }: ContentDocument, { owner, field }: OddChunk): string {
  const cut =
    owner === undefined
      ? say`A line that begins with four hyphens divides two fields`
      : say`A line that begins with four hyphens ends the field "${slice(text, owner.nameSpan)}"`;
  return field === undefined
    ? say`${cut}, and Kirby drops the text behind it.`
    : say`${cut}, and Kirby takes the text behind it for a key, up to the next colon.`;
}

/** The hyphens; of the line of a table all of it. */
function markOf(text: string, { start }: Span): Span {
  const line = firstLine(text, { start, end: text.length });
  if (/^[-|: \t]+$/u.test(slice(text, line))) return line;
  let end = start;
  while (text[end] === '-') end++;
  return { start, end };
}

/** More than four hyphens, or a table: nobody writes a divider so where no key follows. */
function isPlainlyText({ text }: ContentDocument, { divider }: OddChunk): boolean {
  if (divider === undefined) return false;
  const line = text.slice(divider.start, lineEnd(text, divider.start)).trimEnd();
  return /^-{5,}$/u.test(line) || /^-+\s*:?\s*\|[-|:\s]*$/u.test(line);
}

function longFixes(context: RuleContext, odd: OddChunk, span: Span): readonly Fix[] {
  const { divider, key } = odd;
  if (divider === undefined || key === undefined) return [];
  const hyphens = /^-+(?:[ \t]+-+)*/u.exec(context.document.text.slice(span.start))?.[0] ?? '';
  const end = Math.min(span.start + hyphens.length, key.start);
  const shorten = chunkFix(
    context,
    { ...odd, owner: undefined },
    say`Shorten to "----", so that "${key.written}" is a field`,
    [replace(divider.start + 4, end, '')],
    // A field that comes to light takes the place of an earlier one of its name.
    key.isKnown && !hasField(context.document, key.written),
  );
  if (key.isKnown) return shorten;
  const hide = hideDivider(context, odd, { safe: false });
  return isUnderline(context.document, span) ? [...hide, ...shorten] : [...shorten, ...hide];
}

function hasField({ fields }: ContentDocument, written: string): boolean {
  const wanted = fieldName(written);
  return fields.some(({ name }) => name === wanted);
}

/** Whether a line of text stands right above, as above the underline of a heading. */
function isUnderline({ text }: ContentDocument, { start }: Span): boolean {
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, start).trim();
  return above !== '' && !/^[\p{L}\p{N}_ -]+:/u.test(above);
}
