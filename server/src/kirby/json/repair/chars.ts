/** Character codes that JSON's grammar names. */
export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;

/** The offset of the next character that is no blank of JSON (space, tab, line break). */
export function skipBlanks(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at++;
  }
}

/** The offset after the last character before `at` that is no blank of JSON. */
export function skipBlanksBack(text: string, at: number, from: number): number {
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** What may stand after a value: a comma, a closing bracket or the end of the text. */
export function endsValue(code: number): boolean {
  return code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || Number.isNaN(code);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a value other than a string begins with this character: `{ [ - 0…9 t f n`. */
export function startsPlainValue(code: number): boolean {
  return (
    code === OPEN_BRACE ||
    code === OPEN_BRACKET ||
    code === 45 ||
    isDigit(code) ||
    code === 116 ||
    code === 102 ||
    code === 110
  );
}

const LONGEST_KEY = 80;

/** Whether a key with its colon stands at `at`: `"isHidden":`. */
export function isKeyAt(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== QUOTE) return false;
  const most = at + LONGEST_KEY;
  for (let end = at + 1; end < most; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return text.charCodeAt(skipBlanks(text, end + 1)) === COLON;
    if (!isKeyCharacter(code)) return false;
  }
  return false;
}

/** Letters, digits, `-`, `_`, `.` and everything beyond ASCII, which is what keys are made of. */
export function isKeyCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    isDigit(code) ||
    code === 95 ||
    code === 45 ||
    code === 46 ||
    code > 127
  );
}
