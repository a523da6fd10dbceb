import type { TextEdit } from '../../kirby/json/text-edit.ts';
import { phpTrim } from '../../kirby/text/php.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { addressOf, findText, keyOf, type TextAddress } from './address.ts';
import { merged, rewritten } from './merged.ts';
import { shownText, textShown, withPlainBreaks } from './presentation.ts';
import { textsIn } from './target.ts';
import { languageOf } from './text-language.ts';
import type { TextPlace } from './text-place.ts';

/** A text as it is now. */
export type ReadText =
  | {
      readonly kind: 'found';
      readonly address: TextAddress;
      /** Equal for the same text, wherever it moves. */
      readonly key: string;
      readonly languageId: string;
      /** Left out when it reads as it did. */
      readonly shown: string | undefined;
    }
  | { readonly kind: 'lost' };

/** What becomes of an edit of a shown text. */
export type WrittenText =
  | {
      readonly kind: 'edits';
      readonly address: TextAddress;
      /** None where the document says this already. */
      readonly edits: readonly TextEdit[];
      /** Whether somebody else has changed the text as well, elsewhere in it. */
      readonly isMerged: boolean;
    }
  /** It is there no longer, or it cannot be told which one it is. */
  | { readonly kind: 'lost' }
  /** Somebody else has changed the same part of it. */
  | { readonly kind: 'changed' }
  /** No edit of the document would change this text and nothing else. */
  | { readonly kind: 'refused' };

/**
 * What a text says now.
 *
 * @param shown what the editor shows of it, if it does
 */
export function readText(
  context: RuleContext,
  address: TextAddress,
  shown: string | undefined,
): ReadText {
  const place = findText(textsIn(context), address, shown);
  if (place === undefined) return { kind: 'lost' };
  const { kind } = address;
  const isSame =
    shown !== undefined && kept(textShown(shown, kind), place) === withPlainBreaks(place.text);
  const now = addressOf(place, kind);
  return {
    kind: 'found',
    address: now,
    key: keyOf(now),
    languageId: languageOf(place)?.languageId ?? 'plaintext',
    shown: isSame ? undefined : shownText(place.text, kind),
  };
}

/**
 * The edits of the document that an edit of a shown text comes to.
 *
 * @param before what the editor showed when it and the document were last the same
 * @param after what it shows now
 */
export function writeText(
  context: RuleContext,
  address: TextAddress,
  before: string,
  after: string,
): WrittenText {
  const place = findText(textsIn(context), address, before);
  if (place === undefined) return { kind: 'lost' };
  const now = withPlainBreaks(place.text);
  const [was, wanted] = [before, after].map((shown) => kept(textShown(shown, address.kind), place));
  if (was === undefined || wanted === undefined) return { kind: 'lost' };
  const isMerged = now !== was && now !== wanted;
  const lines = isMerged ? merged(was, wanted, now) : wanted;
  if (lines === undefined) return { kind: 'changed' };
  const edits = lines === now ? [] : changeOf(place, rewritten(place.text, lines));
  if (edits === undefined) return { kind: 'refused' };
  return { kind: 'edits', address: addressOf(place, address.kind), edits, isMerged };
}

function changeOf({ holder, path }: TextPlace, value: string): readonly TextEdit[] | undefined {
  return holder.change({ kind: 'set', path, value });
}

/** What of a text is kept where it stands: a field of the file has no blanks around its value. */
function kept(text: string, { holder }: TextPlace): string {
  return holder.field === undefined ? text : phpTrim(text);
}
