import { endsValue, isBlank, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './chars.ts';

const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * The end of the number, `true`, `false` or `null` at `at`, or -1 when there is none or it runs on
 * into something else, as in `12px`.
 */
export function plainValueEnd(text: string, at: number): number {
  word.lastIndex = at;
  if (!word.test(text)) return -1;
  const end = word.lastIndex;
  return endsPlainValue(text, end) ? end : -1;
}

/** Whether a word may end here: before a blank, a token of JSON, a comment or the end of the text. */
export function endsPlainValue(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (endsValue(code) || isBlank(code)) return true;
  if (code === QUOTE || code === OPEN_BRACE || code === OPEN_BRACKET) return true;
  return text.startsWith('//', at) || text.startsWith('/*', at);
}
