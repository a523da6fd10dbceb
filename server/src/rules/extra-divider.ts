import { chunkFix, removal } from './chunk-fix.ts';
import { firstLine, oddChunks } from './odd-chunk.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A divider too many: the second of two in a row, or one in the first line of the file. A divider
 * swallows the blanks behind it and needs a line break before it (`Kirby\Data\Txt::decode()`), so
 * that such hyphens are none: they belong to the next key.
 */
export const extraDivider: Rule = {
  code: 'extra-divider',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const odd of oddChunks(context)) {
      if (odd.kind !== 'extra-divider' || odd.key === undefined) continue;
      const { key, divider, span } = odd;
      const place =
        divider === undefined
          ? say`Nothing stands before this divider`
          : say`A divider stands here twice`;
      yield {
        message: say`${place}. Kirby takes it for a part of the next key and does not find the field "${key.written}"; remove it.`,
        span: firstLine(context.document.text, span),
        fixes: () =>
          chunkFix(context, odd, say`Remove the divider`, removal(span.start, key.start), true),
      };
    }
  },
};
