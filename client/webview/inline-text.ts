/** A letter, or the tag of a mark, with the source that it is written as. */
export interface Unit {
  readonly source: string;
  /** The letter; empty for a tag. */
  readonly text: string;
  /** Of the first tag of a mark. */
  readonly mark?: { readonly name: string; readonly end: number };
}

/** The marks that a text may have to be written where it stands. */
const marks: ReadonlySet<string> = new Set(
  'a b br code del em i s strike strong sub sup u'.split(' '),
);

/** Letters by the names that authors and editors write them with. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['shy', '\u00ad'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['laquo', '«'],
  ['raquo', '»'],
]);

const attribute = /\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?/.source;
const token = new RegExp(
  `<(/?)([a-z]+)(?:${attribute})*\\s*/?>|&(?:#(\\d{1,7})|#x([\\da-f]{1,6})|([a-z]{2,8}));|[^]`,
  'giu',
);

/** Longer texts are written in a tab of their own, in characters. */
const longest = 20_000;

/**
 * The letters and tags of an HTML text that has only marks in it: `a <b>b</b>` is `a`, a blank, a tag, `b`
 * and a tag. `undefined` for any other text: one with paragraphs, pictures, or tags that do not match.
 */
export function unitsOf(html: string): readonly Unit[] | undefined {
  if (html.length > longest) return undefined;
  const units: Unit[] = [];
  const open: { readonly name: string; readonly at: number }[] = [];
  for (const [source, slash, tag, decimal, hexadecimal, word] of html.matchAll(token)) {
    if (tag !== undefined) {
      const name = tag.toLowerCase();
      if (!marks.has(name)) return undefined;
      const at = units.length;
      if (name === 'br') {
        if (slash === '/') return undefined;
        units.push({ source, text: '', mark: { name, end: at } });
      } else if (slash === '') {
        open.push({ name, at });
        units.push({ source, text: '' });
      } else {
        const last = open.pop();
        const first = last && units[last.at];
        if (first === undefined || last?.name !== name) return undefined;
        units[last.at] = { ...first, mark: { name, end: at } };
        units.push({ source, text: '' });
      }
      continue;
    }
    const text = letterOf(source, decimal, hexadecimal, word);
    if (text === undefined) return undefined;
    units.push({ source, text });
  }
  return open.length === 0 ? units : undefined;
}

function letterOf(
  source: string,
  decimal: string | undefined,
  hexadecimal: string | undefined,
  word: string | undefined,
): string | undefined {
  if (source === '<') return undefined;
  if (word !== undefined) return named.get(word);
  const digits = decimal ?? hexadecimal;
  if (digits === undefined) return source;
  const code = Number.parseInt(digits, decimal === undefined ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The letters of a text that has no markup. */
export function lettersOf(text: string): readonly Unit[] {
  return Array.from(text, (letter) => ({ source: letter, text: letter }));
}

export function textOf(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join('');
}

/**
 * A text as it is after somebody has written in it: what is the same keeps its source. A letter that is
 * new is written as the author writes it elsewhere in the text, else so that it is nothing but a letter.
 *
 * @param now the units of `before` that are still there, and new letters
 * @param isHtml whether a letter may be mistaken for markup
 */
export function rewritten(before: readonly Unit[], now: readonly Unit[], isHtml: boolean): string {
  const isSame = (a: Unit | undefined, b: Unit | undefined): boolean =>
    a !== undefined && b !== undefined && (a.text === '' ? a === b : a.text === b.text);
  let start = 0;
  while (isSame(before[start], now[start])) start++;
  let end = 0;
  const most = Math.min(before.length, now.length) - start;
  while (end < most && isSame(before.at(-1 - end), now.at(-1 - end))) end++;
  const habits = habitsOf(before);
  const written = now.slice(start, now.length - end).map(({ source, text }) => {
    if (text === '' || !isHtml) return source;
    return habits.get(text) ?? plain.get(text) ?? text;
  });
  const sources = (units: readonly Unit[]): string => units.map(({ source }) => source).join('');
  const [head, tail] = [before.slice(0, start), before.slice(before.length - end)];
  return sources(head) + written.join('') + sources(tail);
}

/** Letters that are markup, or that nobody sees, unless they are written by their names. */
const plain: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\u00a0', '&nbsp;'],
]);

/** How the letters of a text are written, where it is always the same way; `<` is never one. */
function habitsOf(units: readonly Unit[]): ReadonlyMap<string, string> {
  const habits = new Map<string, string>();
  const mixed = new Set<string>();
  for (const { source, text } of units) {
    if (text === '') continue;
    if ((habits.get(text) ?? source) !== source) mixed.add(text);
    habits.set(text, source);
  }
  for (const letter of mixed) habits.delete(letter);
  // A lone `&` is one only as long as no letters follow that make a name of it.
  if (habits.get('&') === '&') habits.delete('&');
  return habits;
}

const paragraph = new RegExp(`<(p|li|h[1-6])(?:${attribute})*\\s*>`, 'gi');

/** Where the texts of the paragraphs of an HTML text stand that have only marks in them. */
export function paragraphsOf(
  html: string,
): readonly { readonly start: number; readonly end: number }[] {
  if (html.length > longest) return [];
  return [...html.matchAll(paragraph)].flatMap(({ 0: tag, 1: name = '', index }) => {
    const start = index + tag.length;
    const close = new RegExp(`</${name}\\s*>`, 'gi');
    close.lastIndex = start;
    const end = close.exec(html)?.index;
    if (end === undefined || unitsOf(html.slice(start, end)) === undefined) return [];
    return [{ start, end }];
  });
}
