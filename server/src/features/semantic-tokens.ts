import type { ContentDocument, Field } from '../kirby/content/document.ts';

/** Colours for JSON that stands on lines too long for the editor's own grammar. */
export interface SemanticToken {
  /** In the document. */
  readonly start: number;
  readonly length: number;
  readonly type: SemanticTokenType;
}

/** Standard token types, so that every theme has a colour for them; `comment` dims ids. */
export const semanticTokenTypes = [
  'property',
  'string',
  'number',
  'keyword',
  'class',
  'comment',
] as const;
export type SemanticTokenType = (typeof semanticTokenTypes)[number];

/** Where the editor's grammar stops: VS Code's default of `editor.maxTokenizationLineLength`. */
export const LONG_LINE = 20_000;
/** A line so long that colours would cost more than they give. */
const TOO_LONG = 1_000_000;

/** Tokens of the JSON values on long lines, in rising order; values on shorter lines have none. */
export function semanticTokens(document: ContentDocument): readonly SemanticToken[] {
  return document.fields
    .filter((field) => isLongJson(document.text, field))
    .flatMap((field) => [...jsonTokens(document.text, field.valueSpan.start, field.valueSpan.end)]);
}

function isLongJson(text: string, { valueSpan: { start, end } }: Field): boolean {
  if (end - start < LONG_LINE || end - start > TOO_LONG) return false;
  const first = text[start];
  if (first !== '[' && first !== '{') return false;
  const newline = text.indexOf('\n', start);
  return newline < 0 || newline - start > LONG_LINE;
}

/** A scan that needs no well-formed JSON: an author in the middle of typing keeps the colours. */
function* jsonTokens(text: string, start: number, end: number): Iterable<SemanticToken> {
  let key = '';
  let at = start;
  while (at < end) {
    const char = text[at] ?? '';
    if (char === '"') {
      const close = endOfString(text, at, end);
      const isKey = isKeyAt(text, close, end);
      if (isKey) key = text.slice(at + 1, close - 1);
      yield { start: at, length: close - at, type: isKey ? 'property' : valueType(key) };
      at = close;
    } else if (/[-0-9a-z]/i.test(char)) {
      const word = wordAt(text, at, end);
      yield { start: at, length: word.length, type: /^[a-z]/i.test(word) ? 'keyword' : 'number' };
      at += word.length;
    } else at++;
  }
}

function valueType(key: string): SemanticTokenType {
  if (key === 'id') return 'comment';
  return key === 'type' ? 'class' : 'string';
}

function endOfString(text: string, quote: number, end: number): number {
  for (let at = quote + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at + 1;
  }
  return end;
}

function isKeyAt(text: string, after: number, end: number): boolean {
  let at = after;
  while (at < end && /\s/.test(text[at] ?? '')) at++;
  return text[at] === ':';
}

function wordAt(text: string, start: number, end: number): string {
  let at = start + 1;
  while (at < end && /[-+.0-9a-z]/i.test(text[at] ?? '')) at++;
  return text.slice(start, at);
}
