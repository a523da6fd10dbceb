import { slice } from '../kirby/text/span.ts';
import { trimSpan } from '../kirby/text/php.ts';
import { hideDivider } from './chunk-fix.ts';
import { firstLine, type OddChunk, oddChunks } from './odd-chunk.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Text between two dividers that has no key: no colon, nothing before it, or only `0`, which is
 * empty to PHP. `Kirby\Data\Txt::decode()` drops it, and the next save removes it from the file.
 */
export const missingKey: Rule = {
  code: 'missing-key',
  severity: 'error',
  reads: 'site',
  *check(context) {
    const { text } = context.document;
    for (const odd of oddChunks(context)) {
      if (odd.kind !== 'missing-key') continue;
      yield {
        message: `${reason(slice(text, odd.span))} ${advice(text, odd)}`,
        span: firstLine(text, trimSpan(text, odd.span)),
        fixes: () => hideDivider(context, odd, { safe: false }),
      };
    }
  },
};

function reason(chunk: string): string {
  const colon = chunk.indexOf(':');
  if (colon < 0) {
    return say`This text has no key, so that Kirby drops it, and the next save in the Panel deletes it.`;
  }
  return chunk.slice(0, colon).trim() === '0'
    ? say`A field cannot be called "0", so that Kirby drops it, and the next save in the Panel deletes it.`
    : say`No key stands before the colon of this field, so that Kirby drops it, and the next save in the Panel deletes it.`;
}

function advice(text: string, { owner, divider }: OddChunk): string {
  return owner === undefined || divider === undefined
    ? say`Write a key and a colon before it.`
    : say`Write a key and a colon before it, or put a backslash before the divider if it belongs to "${slice(text, owner.nameSpan)}".`;
}
