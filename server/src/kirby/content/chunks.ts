import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import type { ContentDocument, Field } from './document.ts';

/** What stands between two dividers, whether Kirby makes a field of it or not. */
export interface Chunk {
  /** From the end of the divider before it to the line break before the next one. */
  readonly span: Span;
  /** The divider before it; the first chunk of a file has none. */
  readonly divider: Span | undefined;
  /** `undefined`: Kirby drops the chunk, or it is blank. */
  readonly field: Field | undefined;
}

/** All chunks of a file, in order. */
export const chunksOf = memo(({ text, fields, dividers }: ContentDocument): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  let next = 0;
  for (let index = 0; index <= dividers.length; index++) {
    const divider = dividers[index - 1];
    const following = dividers[index];
    // Without the line break that belongs to the divider.
    const end = following === undefined ? text.length : following.start - 1;
    const span = { start: divider?.end ?? startOf(text), end };
    const candidate = fields[next];
    const field = candidate !== undefined && candidate.nameSpan.start < end ? candidate : undefined;
    if (field !== undefined) next++;
    chunks.push({ span, divider, field });
  }
  return chunks;
});

/** Behind a byte order mark. */
function startOf(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}
