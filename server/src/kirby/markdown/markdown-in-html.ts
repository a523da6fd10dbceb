/**
 * HTML whose elements with `markdown="1"` hold Markdown (Parsedown Extra). Everything else stays as
 * it is.
 *
 * @param render Markdown of an element's inside → HTML
 */
export function markdownInHtml(html: string, render: (text: string) => string): string {
  let result = '';
  let start = 0;
  for (;;) {
    const tag = openingTag(html, start);
    const end = tag === undefined ? -1 : endTagAt(html, tag.name, tag.end);
    if (tag === undefined || end < 0) return result + html.slice(start);
    const [, before = '', after = ''] = flag.exec(tag.text) ?? [];
    result += html.slice(start, tag.start) + before + after;
    result += `\n${trimBreaks(render(html.slice(tag.end, end)))}\n`;
    start = end;
  }
}

interface Tag {
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const flag = /^(<[^]*?)\s+markdown\s*=\s*(?:"1"|'1'|1(?=[\s>]))([^]*)$/i;

/** The next tag that says `markdown="1"`. */
function openingTag(html: string, from: number): Tag | undefined {
  const pattern = /<(\w[\w-]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?>/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const [text, name = ''] = match;
    if (flag.test(text)) return { name, text, start: match.index, end: pattern.lastIndex };
  }
  return undefined;
}

/** Where the end tag of an element begins whose content starts at `from`; -1: it has none. */
function endTagAt(html: string, name: string, from: number): number {
  const pattern = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi');
  pattern.lastIndex = from;
  let depth = 1;
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return -1;
}

function trimBreaks(text: string): string {
  return text.replace(/^\n+/, '').replace(/\n+$/, '');
}
