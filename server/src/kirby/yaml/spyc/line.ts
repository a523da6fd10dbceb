import { PhpArray, type PhpValue } from '../php-array.ts';
import { phpTrim } from '../../text/php.ts';
import { maximumDepth, spycValue } from './scalar.ts';

/** What one line says. */
export type SpycNode =
  | {
      readonly kind: 'entries';
      /** Keys and values; the key 0 means: one more item. */
      readonly entries: PhpArray;
      /** `&name` or `*name`, when the line has one. */
      readonly group: string | undefined;
      /** Of `- key:` the key and its column: what is further in belongs to it. */
      readonly open: { readonly key: string; readonly column: number } | undefined;
    }
  | { readonly kind: 'error'; readonly message: string };

/** Reads a line without its indentation (`Spyc::_parseLine()`). */
export function readSpycLine(line: string): SpycNode {
  const trimmed = line === '0' ? '' : phpTrim(line);
  if (trimmed === '' || trimmed === '0') return node(new PhpArray());
  const group = groupIn(trimmed);
  return readContent(group === undefined ? trimmed : phpTrim(trimmed.replaceAll(group, '')), group);
}

/** The key under which Spyc passes on a `0: value`, since the key 0 means an item of a list. */
export const zeroKey = '__!YAMLZero';

function readContent(text: string, group: string | undefined): SpycNode {
  if (text.startsWith('- ') && text.endsWith(':')) {
    const key = unquotedKey(phpTrim(text.slice(1, -1)));
    const open = { key, column: text.indexOf(key) };
    return { ...node(PhpArray.of(PhpArray.with(key, new PhpArray())), group), open };
  }
  if (text.endsWith(':')) {
    if (hasTooManyKeys(text)) return tooManyKeys(text);
    return node(PhpArray.with(unquotedKey(phpTrim(text.slice(0, -1))), ''), group);
  }
  if (isItem(text)) return node(PhpArray.of(itemValue(text)), group);
  if (text.startsWith('[') && text.endsWith(']')) {
    const list = spycValue(text);
    return node(list instanceof PhpArray ? list : PhpArray.of(list), group);
  }
  return readPair(text, group);
}

function readPair(text: string, group: string | undefined): SpycNode {
  const colon = text.indexOf(': ');
  if (colon <= 0) return node(PhpArray.of(text), group);
  const quoted = /^(["'](.*)["'][ \t\n\v\f\r]*:)/s.exec(text);
  if (quoted !== null) {
    const value = phpTrim(text.replaceAll(quoted[1] ?? '', ''));
    return pair(quoted[2] ?? '', value, group);
  }
  const value = phpTrim(text.slice(colon + 2));
  if (hasTooManyKeys(value)) return tooManyKeys(value);
  return pair(phpTrim(text.slice(0, colon)), value, group);
}

function pair(key: string, value: string, group: string | undefined): SpycNode {
  return node(PhpArray.with(key === '0' ? zeroKey : key, spycValue(value)), group);
}

/** The value behind the dash; `- - a` is a list in a list. */
function itemValue(text: string): PhpValue {
  let depth = 0;
  let value = spycValue(phpTrim(text.slice(1)));
  while (typeof value === 'string' && isItem(value) && depth < maximumDepth) {
    value = spycValue(phpTrim(value.slice(1)));
    depth++;
  }
  for (; depth > 0; depth--) value = PhpArray.of(value);
  return value;
}

function isItem(text: string): boolean {
  return text.startsWith('- ');
}

/** `a: b: c` is too much for Spyc; it lets brackets and quotation marks pass. */
function hasTooManyKeys(value: string): boolean {
  return value !== '' && !/^[[{"']/.test(value) && value.includes(': ');
}

function tooManyKeys(value: string): SpycNode {
  return { kind: 'error', message: `Too many keys: ${value}` };
}

function unquotedKey(key: string): string {
  if (key.startsWith("'")) return key.replace(/^'+|'+$/g, '');
  return key.startsWith('"') ? key.replace(/^"+|"+$/g, '') : key;
}

/**
 * An anchor or alias, at the start or the end of a line. Spyc sees one in `5 *six` too; the letters
 * between `Z` and `a` in ASCII, which are no letters, belong to its names.
 */
function groupIn(line: string): string | undefined {
  if (!line.includes('&') && !line.includes('*')) return undefined;
  return (
    /^[&*][A-z0-9_-]+/.exec(line)?.[0] ??
    /&[A-z0-9_-]+$/.exec(line)?.[0] ??
    /\*[A-z0-9_-]+$/.exec(line)?.[0] ??
    /^[ \t]*<<[ \t]*:[ \t]*(\*[^ \t]+)/.exec(line)?.[1]
  );
}

function node(entries: PhpArray, group?: string): Extract<SpycNode, { kind: 'entries' }> {
  return { kind: 'entries', entries, group, open: undefined };
}
