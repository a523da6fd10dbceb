/** One piece of a JSON text, or of what was to be JSON. */
export type Token =
  | { readonly kind: 'open'; readonly frame: 'object' | 'array'; readonly end: number }
  | { readonly kind: 'close'; readonly frame: 'object' | 'array'; readonly end: number }
  | { readonly kind: 'comma' | 'colon' | 'noise'; readonly end: number }
  | {
      readonly kind: 'word';
      readonly text: string;
      readonly isQuoted: boolean;
      readonly end: number;
      /** The last offset at which a cursor is in the word. */
      readonly reach: number;
    };

/**
 * The piece that begins at `at`, which is no blank.
 *
 * @param offset of the cursor: a string under it may not be closed yet
 * @param isAfterProse whether a bare word comes before, which is the rest of a broken string
 */
export function tokenAt(text: string, at: number, offset: number, isAfterProse: boolean): Token {
  const end = at + 1;
  switch (text[at]) {
    case '{':
      return { kind: 'open', frame: 'object', end };
    case '[':
      return { kind: 'open', frame: 'array', end };
    case '}':
      return { kind: 'close', frame: 'object', end };
    case ']':
      return { kind: 'close', frame: 'array', end };
    case ',':
      return { kind: 'comma', end };
    case ':':
      return { kind: 'colon', end };
    case '"':
      return stringAt(text, at, offset, isAfterProse);
    default: {
      const wordEnd = bareEnd(text, at);
      return {
        kind: 'word',
        text: text.slice(at, wordEnd),
        isQuoted: false,
        end: wordEnd,
        reach: wordEnd,
      };
    }
  }
}

/** The string under the cursor ends where its author would end it, any other where it closes. */
function stringAt(text: string, at: number, offset: number, isAfterProse: boolean): Token {
  // The closing quote of a text that another quote broke: what follows it is structure again.
  if (isAfterProse && closesString(text, at)) return { kind: 'noise', end: at + 1 };
  const closed = stringEnd(text, at);
  const isUnderCursor = at < offset && offset <= closed;
  const typed = isUnderCursor ? typedEnd(text, offset) : undefined;
  const end = typed !== undefined && typed < closed ? typed : closed;
  const isClosed = text[end - 1] === '"' && end - 1 > at;
  const inner = text.slice(at + 1, isClosed ? end - 1 : end);
  return { kind: 'word', text: inner, isQuoted: true, end, reach: isClosed ? end - 1 : end };
}

/** A number or one of JSON's three words, of which no text is made. */
export function isLiteral(text: string): boolean {
  return /^(?:true|false|null|-?\d[\d.eE+-]*)$/.test(text);
}

/** JSON's blanks. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** The end of a run of anything that is neither blank nor structure nor a quote. */
function bareEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !isBlank(text.charCodeAt(at)) && !'{}[],:"'.includes(text[at] ?? ''))
    at++;
  return at;
}

/**
 * The end of a string, past its closing quote: the first unescaped one that structure follows. A
 * quote in the middle of text, pasted without its backslash, closes nothing.
 */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!isEscaped(text, at, start) && closesString(text, at)) return at + 1;
  }
  return text.length;
}

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(text: string, quote: number, start: number): boolean {
  let at = quote;
  while (at - 1 > start && text.charCodeAt(at - 1) === 92) at--;
  return (quote - at) % 2 === 1;
}

/** Whether what follows a quote can follow a string. */
function closesString(text: string, quote: number): boolean {
  let at = quote + 1;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at >= text.length || ',:}]"'.includes(text[at] ?? '');
}

/** An entry follows straight away: `"id":` in `{"ty|"id":"x"}`, where the word was never closed. */
const keyFollows = /"[^"\\,{}[\]]*"\s*:/y;
/** The structure goes on after the word: `},{"content":` in `"type":"te|},{"content":`. */
const structureFollows = /[\w/.\\-]*[}\]\s]*,?[\s{[]*"[\w-]+"\s*:/y;
const word = /[\w/.\\-]*/y;

/**
 * The end of a string that is being typed at `offset` and was not closed yet; `undefined` when
 * nothing tells that it is open.
 */
function typedEnd(text: string, offset: number): number | undefined {
  keyFollows.lastIndex = offset;
  if (keyFollows.test(text)) return offset;
  structureFollows.lastIndex = offset;
  const isOpen = structureFollows.test(text) || !text.includes('"', offset);
  if (!isOpen) return undefined;
  word.lastIndex = offset;
  word.test(text);
  return word.lastIndex;
}
