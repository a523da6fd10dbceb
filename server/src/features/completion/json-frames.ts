import type { Token } from './json-lexer.ts';

/** An object or array around the cursor, with what could be read of it before and after. */
export interface JsonFrame {
  readonly kind: 'object' | 'array';
  /**
   * Members of an object, and strings of an array by their index: the text of a string,
   * `undefined` for anything else.
   */
  readonly members: ReadonlyMap<string, string | undefined>;
}

/** The same while it is read. */
export interface Frame extends JsonFrame {
  readonly members: Map<string, string | undefined>;
  /** The string that stands last in an array; a key, should a colon follow. */
  lastString: string | undefined;
  expects: 'key' | 'colon' | 'value' | 'comma';
  key: string;
  index: number;
}

/** Takes a piece of the text into the objects and arrays that are open. */
export function put(stack: Frame[], token: Token, text: string, isTyped: boolean): void {
  const top = stack.at(-1);
  switch (token.kind) {
    case 'open':
      openFrame(stack, token.frame);
      return;
    case 'close':
      if (!isStray(stack, token, text)) closeFrame(stack, token.frame);
      return;
    case 'comma':
      if (top !== undefined) nextEntry(top);
      return;
    case 'colon':
      putColon(stack);
      return;
    case 'word':
      if (top !== undefined) putWord(top, token.text, token.isQuoted, isTyped);
      return;
    case 'noise':
      return;
  }
}

function putWord(top: Frame, text: string, isQuoted: boolean, isTyped: boolean): void {
  const isKey = top.kind === 'object' && (top.expects === 'key' || top.expects === 'comma');
  if (!isKey) {
    if (top.kind === 'array') top.lastString = isQuoted && !isTyped ? text : undefined;
    putValue(top, isQuoted ? text : undefined);
    if (top.kind === 'array' && top.lastString !== undefined) {
      top.members.set(String(top.index), text);
    }
    return;
  }
  // A bare word after a value is a piece of broken text, not a key.
  if (!isQuoted && top.expects === 'comma') return;
  top.key = text;
  top.expects = 'colon';
  if (!isTyped) top.members.set(text, undefined);
}

function putValue(top: Frame, text: string | undefined): void {
  if (top.kind === 'object' && top.expects === 'value') top.members.set(top.key, text);
  if (top.kind === 'array' && top.expects === 'comma') top.index++;
  top.expects = 'comma';
}

function nextEntry(top: Frame): void {
  if (top.kind === 'array') top.index++;
  else top.key = '';
  top.expects = top.kind === 'array' ? 'value' : 'key';
}

/** A bracket closes the nearest of its kind; one that fits nothing is passed over. */
function closeFrame(stack: Frame[], kind: 'object' | 'array'): void {
  const index = stack.findLastIndex((frame) => frame.kind === kind);
  if (index >= 0) stack.length = index;
}

/** An object where a key is due: the one around it was never closed, and this is its next. */
function openFrame(stack: Frame[], kind: 'object' | 'array'): void {
  const around = stack.at(-2);
  if (kind === 'object' && stack.at(-1)?.expects === 'key' && around?.kind === 'array') {
    stack.pop();
    nextEntry(around);
  }
  const top = stack.at(-1);
  if (top !== undefined) putValue(top, undefined);
  const expects = kind === 'object' ? 'key' : 'value';
  stack.push({ kind, members: new Map(), lastString: undefined, expects, key: '', index: 0 });
}

/** A brace too many: the array that it would break off goes on or ends after it. */
function isStray(
  stack: readonly Frame[],
  { frame, end }: Token & { kind: 'close' },
  text: string,
): boolean {
  if (frame === 'array' || stack.at(-1)?.kind !== 'array') return false;
  return /^\s*(?:\]|,\s*\{)/.test(text.slice(end, end + 80));
}

/** A colon in an array: its bracket is missing, and the string before is a key of the object around. */
function putColon(stack: Frame[]): void {
  const top = stack.at(-1);
  if (top?.expects === 'colon') top.expects = 'value';
  const around = stack.at(-2);
  const key = top?.kind === 'array' ? top.lastString : undefined;
  if (around?.kind !== 'object' || key === undefined) return;
  stack.pop();
  around.key = key;
  around.members.set(key, undefined);
  around.expects = 'value';
}
