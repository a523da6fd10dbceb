import { type JsonValue, parseJson } from '../../kirby/json/value.ts';
import { DocumentFault } from './fault.ts';
import { literal } from './literal.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * One tag of a document: `<column 1/2 id="c1">`, `<image.caption>`, `<- list>`. Its name is that of
 * a block's type, with the key behind a dot where it is a part of the block.
 */
export interface Tag {
  /** `column`, `image.caption`, `.key`, `-` */
  readonly name: string;
  /** What stands without a value: `1/2`, `hidden`, `list`. */
  readonly words: readonly string[];
  /** Values by their keys, in order. */
  readonly values: readonly (readonly [key: string, value: JsonValue])[];
  /** Ends with `/>`: nothing belongs to it. */
  readonly isEmpty: boolean;
  /** What stands behind it on its line. */
  readonly rest: string;
}

const bareKey = /^[A-Za-z_][\w-]*$/;

/** Whether a key can stand before a `=`. */
export function isBareKey(key: string): boolean {
  return bareKey.test(key);
}

/** `image` and `caption` → `image.caption`; an unusual key stands in quotes. */
export function partName(name: string, key: string): string {
  return `${name}.${isBareKey(key) ? key : literal(key)}`;
}

/** The key of a part's name; `undefined` for a name without one. */
export function keyOfPart(name: string): string | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  const key = name.slice(dot + 1);
  if (!key.startsWith('"')) return key;
  const value = parseJson(key);
  return typeof value === 'string' ? value : undefined;
}

export function writeTag({ name, words, values, isEmpty }: Omit<Tag, 'rest'>): string {
  const parts = [name, ...words, ...values.map(([key, value]) => `${key}=${literal(value)}`)];
  return `<${parts.join(' ')}${isEmpty ? ' />' : '>'}`;
}

const namePattern =
  /^<(?<name>-|=|(?:[A-Za-z][\w-]*)?\.(?:[A-Za-z_][\w-]*|"(?:[^"\\]|\\.)*")|[A-Za-z][\w-]*)(?=[\s/>])/;

/** The name of the tag that a line begins with. */
export function tagNameOf(text: string): string | undefined {
  return namePattern.exec(text)?.groups?.['name'];
}

/**
 * Reads the tag that a line begins with.
 *
 * @param text without the indentation
 * @param line its number, for whoever has to be told
 */
export function readTag(text: string, line: number): Tag {
  const name = tagNameOf(text);
  if (name === undefined)
    throw new DocumentFault(
      line,
      say`Here a tag is needed, such as <row>, <column 1/2> or <text>.`,
    );
  const words: string[] = [];
  const values: (readonly [string, JsonValue])[] = [];
  let at = name.length + 1;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (text.startsWith('/>', at) || text[at] === '>') break;
    const word = /^[^\s=>"]+/.exec(text.slice(at))?.[0];
    if (word === undefined)
      throw new DocumentFault(line, say`The tag <${name}> does not end with ">".`);
    at += word.length;
    if (text[at] !== '=') {
      words.push(word);
      continue;
    }
    const end = literalEnd(text, at + 1);
    const value = parseJson(text.slice(at + 1, end));
    if (value === undefined)
      throw new DocumentFault(
        line,
        say`The value of "${word}" cannot be read. A text stands in "quotes".`,
      );
    if (values.some(([key]) => key === word))
      throw new DocumentFault(line, say`"${word}" stands twice in the tag.`);
    values.push([word, value]);
    at = end;
  }
  const isEmpty = text[at] === '/';
  return { name, words, values, isEmpty, rest: text.slice(at + (isEmpty ? 2 : 1)).trim() };
}

/** Where the JSON that begins at an offset ends, well-formed or not. */
function literalEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '"') {
      const string = /^"(?:[^"\\]|\\.)*"?/.exec(text.slice(at))?.[0] ?? '"';
      at += string.length;
      if (depth === 0) return at;
      continue;
    }
    if (depth === 0 && /[\s>]/.test(char)) return at;
    if (depth === 0 && text.startsWith('/>', at)) return at;
    if (char === '[' || char === '{') depth++;
    if (char === ']' || char === '}') depth--;
    at++;
    if (depth === 0 && (char === ']' || char === '}')) return at;
  }
  return at;
}
