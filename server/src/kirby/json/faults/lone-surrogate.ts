import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** Half of an emoji: editors' JSON tools accept it, PHP refuses the whole text. */
export const loneSurrogate: FaultKind = {
  message: ({ span }, text) =>
    say`"${text.slice(span.start, span.end)}" is one half of a character whose other half is missing.`,
  title: () => say`Put a replacement character in its place`,
};
