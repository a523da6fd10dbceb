import { badEscape } from './bad-escape.ts';
import { badNumber } from './bad-number.ts';
import { comment } from './comment.ts';
import { controlCharacter } from './control-character.ts';
import { cutEscape } from './cut-escape.ts';
import { cutText } from './cut-text.ts';
import { doubledBackslash } from './doubled-backslash.ts';
import { extraBracket } from './extra-bracket.ts';
import { extraComma } from './extra-comma.ts';
import { extraQuote } from './extra-quote.ts';
import type { FaultKind } from './fault-kind.ts';
import { lineBreak } from './line-break.ts';
import { loneSurrogate } from './lone-surrogate.ts';
import { missingBracket } from './missing-bracket.ts';
import { missingComma } from './missing-comma.ts';
import { missingDivider } from './missing-divider.ts';
import { missingQuote } from './missing-quote.ts';
import { missingValue } from './missing-value.ts';
import { noJson } from './no-json.ts';
import { strayText } from './stray-text.ts';
import { textAfterEnd } from './text-after-end.ts';
import { unescapedQuote } from './unescaped-quote.ts';
import { unknownWord } from './unknown-word.ts';
import { unreadable } from './unreadable.ts';
import { unquotedText } from './unquoted-text.ts';
import { wrongBracket } from './wrong-bracket.ts';
import { wrongColon } from './wrong-colon.ts';
import { wrongQuotes } from './wrong-quotes.ts';

/** The causes of broken JSON. Of two that explain a place equally well, the earlier one counts. */
const kinds = {
  'unescaped-quote': unescapedQuote,
  'doubled-backslash': doubledBackslash,
  'missing-quote': missingQuote,
  'extra-quote': extraQuote,
  'wrong-quotes': wrongQuotes,
  'unknown-word': unknownWord,
  'bad-number': badNumber,
  'unquoted-text': unquotedText,
  'missing-comma': missingComma,
  'extra-comma': extraComma,
  'wrong-colon': wrongColon,
  'missing-value': missingValue,
  'missing-bracket': missingBracket,
  'extra-bracket': extraBracket,
  'wrong-bracket': wrongBracket,
  comment,
  'missing-divider': missingDivider,
  'text-after-end': textAfterEnd,
  'cut-text': cutText,
  'stray-text': strayText,
  'line-break': lineBreak,
  'control-character': controlCharacter,
  'bad-escape': badEscape,
  'cut-escape': cutEscape,
  'lone-surrogate': loneSurrogate,
  'no-json': noJson,
  unreadable,
} as const satisfies Readonly<Record<string, FaultKind>>;

export type Cause = keyof typeof kinds;

/** What there is to say and to do about each cause. */
export const faultKinds: Readonly<Record<Cause, FaultKind>> = kinds;
