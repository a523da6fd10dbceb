import { insert } from '../kirby/json/text-edit.ts';
import { slice } from '../kirby/text/span.ts';
import { trimSpan } from '../kirby/text/php.ts';
import { chunkFix, removal } from './chunk-fix.ts';
import { firstLine, type OddChunk, oddChunks } from './odd-chunk.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Text before the key of a field. All that stands before the first colon is the key to
 * `Kirby\Data\Txt::decode()`, line breaks included, and no template asks for a field of that name.
 */
export const swallowedKey: Rule = {
  code: 'swallowed-key',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const { text } = context.document;
    for (const odd of oddChunks(context)) {
      if (odd.kind !== 'swallowed-key') continue;
      yield {
        message: messageFor(odd),
        span: firstLine(text, trimSpan(text, odd.span)),
        fixes: () => fixes(context, odd),
      };
    }
  },
};

function messageFor({ key }: OddChunk): string {
  const found =
    key === undefined
      ? say`finds no field behind it`
      : say`does not find the field "${key.written}"`;
  return say`This text stands before a key. Kirby takes it for a part of the key and ${found}; move the text into a field of its own, or remove it.`;
}

function fixes(context: RuleContext, odd: OddChunk): readonly Fix[] {
  const { divider, owner, key, span } = odd;
  if (key === undefined) return [];
  const remove = chunkFix(
    context,
    odd,
    say`Remove the text before "${key.written}"`,
    removal(trimSpan(context.document.text, span).start, key.start),
    false,
  );
  if (divider === undefined || owner === undefined) return remove;
  const name = slice(context.document.text, owner.nameSpan);
  const move = chunkFix(
    context,
    odd,
    say`Move the text into "${name}", before a divider of its own`,
    [insert(divider.start, '\\'), insert(key.start, '\n----\n\n')],
    false,
  );
  return [...move, ...remove];
}
