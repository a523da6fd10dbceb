/** Symfony refuses more levels than 128; one level of content is at most a few of those below. */
const maximumDepth = 256;

/**
 * Whether lists and maps stand in each other so deep that a parser which calls itself for each level
 * would run out of stack. Counts brackets, indentations and dashes without understanding them, and
 * so now and then too much, but not by hundreds.
 */
export function isTooDeep(text: string): boolean {
  let brackets = 0;
  const indents: number[] = [];
  let start = 0;
  while (start < text.length) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    if (at < end) enter(indents, at - start);
    const dashes = leadingDashes(text, at, end);
    if (indents.length + dashes > maximumDepth) return true;
    for (; at < end; at++) {
      const character = text.charAt(at);
      if (character === '[' || character === '{') brackets++;
      else if ((character === ']' || character === '}') && brackets > 0) brackets--;
      if (brackets > maximumDepth) return true;
    }
    start = end + 1;
  }
  return false;
}

/** Keeps the indentations that the line is inside of, and its own. */
function enter(indents: number[], indent: number): void {
  while ((indents.at(-1) ?? -1) >= indent) indents.pop();
  indents.push(indent);
}

/** How many of `- - ? - a` a line begins with. */
function leadingDashes(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === '-' || character === '?') count++;
    else if (character !== ' ' && character !== '\t') break;
  }
  return count;
}
