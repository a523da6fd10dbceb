import type { RuleContext } from '../rules/rule.ts';
import type { Span } from '../kirby/text/span.ts';
import type { PictureSize } from '../site/image-size.ts';
import type { MentionTarget } from '../site/mentions/mentions.ts';
import { hoverBlock } from './hover/block.ts';
import { hoverField } from './hover/field.ts';
import { hoverLearned } from './hover/learned.ts';
import { hoverOwn } from './hover/own.ts';
import { hoverReference } from './hover/reference.ts';
import { hoverTag } from './hover/tag.ts';
import type { Place } from './place.ts';

/** What is said about a place: Markdown, and the span it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
  /** The page, file or user that it is about: `describeWithFacts()` says more of it. */
  readonly about?: MentionTarget;
}

/** What is not known at once of something that is mentioned. */
export interface FileFacts {
  /** How often the content mentions it; `undefined`: too many files to read for it. */
  readonly places: number | undefined;
  /** In how many content files; `undefined`: not known yet. */
  readonly files: number | undefined;
  /** The address of a picture, for the editor to show. */
  readonly picture: string | undefined;
  readonly pixels: PictureSize | undefined;
  readonly bytes: number | undefined;
}

/** What a hover is made from. */
export interface HoverContext extends RuleContext {
  /** The address of a place, where the editor can follow one. */
  readonly linkTo?: (place: Place) => string | undefined;
}

/** One thing that may stand under the cursor; `undefined` where it does not. */
export type HoverProvider = (context: HoverContext, offset: number) => Hover | undefined;

/** What may be there, the most telling first. */
const providers: readonly HoverProvider[] = [
  hoverReference,
  hoverTag,
  hoverField,
  hoverOwn,
  hoverLearned,
  hoverBlock,
];

/** A reference, a field, an option, a block or a row under the cursor, explained. */
export function hover(context: HoverContext, offset: number): Hover | undefined {
  for (const provider of providers) {
    const found = provider(context, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
