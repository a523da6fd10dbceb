import type { RuleContext } from '../rules/rule.ts';
import type { Span } from '../kirby/text/span.ts';
import { hoverBlock } from './hover/block.ts';
import { hoverField } from './hover/field.ts';
import { hoverLearned } from './hover/learned.ts';
import { hoverReference } from './hover/reference.ts';

/** What is said about a place: Markdown, and the span it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** One thing that may stand under the cursor; `undefined` where it does not. */
export type HoverProvider = (context: RuleContext, offset: number) => Hover | undefined;

/** What may be there, the most telling first. */
const providers: readonly HoverProvider[] = [hoverReference, hoverField, hoverLearned, hoverBlock];

/** A reference, a field, an option, a block or a row under the cursor, explained. */
export function hover(context: RuleContext, offset: number): Hover | undefined {
  for (const provider of providers) {
    const found = provider(context, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
