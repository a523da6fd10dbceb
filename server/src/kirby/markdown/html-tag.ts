/*
 * Where Parsedown sees an HTML tag. Each pattern is tried at one place and never given back, which
 * keeps hostile input linear.
 */
const attribute =
  / *[A-Za-z_:][\w:.-]*(?:[ \t\n\v\f\r]*=[ \t\n\v\f\r]*(?:[^"'=<>` \t\n\v\f\r]+|"[^"]*"|'[^']*'))?/y;
const tagEnd = / *(\/)?>/y;
const endTag = /<\/\w[\w-]* *>/y;

/** The end of the tag or comment that begins at `start` in a line of text; `undefined`: there is none. */
export function inlineTagEnd(text: string, start: number): number | undefined {
  switch (text.charAt(start + 1)) {
    case '/':
      endTag.lastIndex = start;
      return endTag.test(text) ? endTag.lastIndex : undefined;
    case '!':
      return commentEnd(text, start);
    default: {
      const name = nameAt(text, start + 1);
      return name === '' ? undefined : startTagEnd(text, start + 1 + name.length)?.end;
    }
  }
}

/** A tag that may begin a block: `<name …>` or `</name …>`. Only letters, digits and `_` make its name. */
export function blockTag(text: string): { readonly name: string } | undefined {
  const start = text.startsWith('</') ? 2 : 1;
  const name = /^\w*/.exec(text.slice(start, start + 80))?.[0] ?? '';
  return startTagEnd(text, start + name.length) === undefined ? undefined : { name };
}

/** `<name …>` at the start of the text, with dashes in its name, as Parsedown Extra looks for it. */
export function startTag(text: string): StartTag | undefined {
  const name = nameAt(text, 1);
  const rest = name === '' ? undefined : startTagEnd(text, 1 + name.length);
  return rest === undefined ? undefined : { name, ...rest };
}

export interface StartTag {
  readonly name: string;
  readonly end: number;
  /** `<br />` */
  readonly closesItself: boolean;
}

function startTagEnd(text: string, start: number): Omit<StartTag, 'name'> | undefined {
  let at = start;
  attribute.lastIndex = at;
  while (attribute.test(text)) {
    at = attribute.lastIndex;
  }
  tagEnd.lastIndex = at;
  const match = tagEnd.exec(text);
  return match === null
    ? undefined
    : { end: tagEnd.lastIndex, closesItself: match[1] !== undefined };
}

function nameAt(text: string, start: number): string {
  return /^\w[\w-]*/.exec(text.slice(start, start + 80))?.[0] ?? '';
}

/** Two dashes inside a comment end it, or make it none. */
function commentEnd(text: string, start: number): number | undefined {
  if (!text.startsWith('<!--', start)) return undefined;
  const content = start + (text.charAt(start + 4) === '-' ? 5 : 4);
  const first = text.charAt(content);
  if (first === '' || first === '>' || first === '-') return undefined;
  const dashes = text.indexOf('--', content + 1);
  return dashes >= 0 && text.charAt(dashes + 2) === '>' ? dashes + 3 : undefined;
}
