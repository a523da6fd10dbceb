import type { JsonValue } from '../../json/value.ts';
import { isNumeric, numberText } from '../../text/php-number.ts';
import { type Collection, entriesIn, isCollection, isList } from '../collection.ts';
import { looksLikeTimestamp } from './timestamp.ts';

/**
 * YAML as Symfony writes it with Kirby's settings (`Symfony\Component\Yaml\Dumper::dump()`): two
 * blanks of indentation, texts of several lines as blocks, empty lists and maps as `[]`.
 */
export function writeSymfony(collection: Collection, indent = 0): string {
  const entries = entriesIn(collection);
  if (entries.length === 0) return '[]';
  const spaces = ' '.repeat(indent);
  const dashed = isList(collection);
  let text = '';
  for (const [key, value] of entries) {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
    const head = spaces + (dashed ? '-' : `${writeKey(key)}:`);
    if (typeof value === 'string' && value.includes('\n') && !value.includes('\r')) {
      text += `${head} ${writeBlock(value, `${spaces}  `)}`;
    } else if (isCollection(value) && entriesIn(value).length > 0) {
      text += `${head}\n${writeSymfony(value, indent + 2)}`;
    } else {
      text += `${head} ${isCollection(value) ? '[]' : writeScalar(value)}\n`;
    }
  }
  return text;
}

function writeKey(key: string): string {
  return /^(?:0|-?[1-9][0-9]{0,17})$/.test(key) ? key : writeText(key);
}

/** `|`, with a number where the first line is indented and a sign for the line breaks at the end. */
function writeBlock(value: string, spaces: string): string {
  const lines = value.split('\n');
  const first = lines.find((line) => /[^ ]/.test(line));
  const indicator = first?.startsWith(' ') === true ? '2' : '';
  const chomping = value.endsWith('\n\n') ? '+' : value.endsWith('\n') ? '' : '-';
  const rows = lines.map((line) => (line === '' ? '\n' : `\n${spaces}${line}`));
  return `|${indicator}${chomping}${rows.join('')}`;
}

function writeScalar(value: JsonValue): string {
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return 'null';
}

function writeText(value: string): string {
  if (value === '') return "''";
  if (isNumeric(value) && !/[\f\n\r\t\v]/.test(value)) return `'${value}'`;
  if (needsEscapes(value)) return doubleQuoted(value);
  if (needsQuotes(value)) return shorter(singleQuoted(value), doubleQuoted(value), value);
  const isReadOtherwise =
    /^[0-9]+[_0-9]*$/.test(value) || /^0x[0-9a-f_]+$/i.test(value) || looksLikeTimestamp(value);
  return isReadOtherwise ? singleQuoted(value) : value;
}

/** Control characters, no-break spaces and the line breaks of Unicode. */
function needsEscapes(value: string): boolean {
  return /[\x00-\x1F\x7F\u0085\u00A0\u2028\u2029]/.test(value);
}

function needsQuotes(value: string): boolean {
  if (/^(?:null|~|true|false|y|n|yes|no|on|off)$/i.test(value)) return true;
  return /[ \t\n\r\f\v'":{}[\],&*#?]|^[-|<>=!%@`\p{Zs}]/u.test(value);
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Double quotation marks where they save something, which only an apostrophe can make them do. */
function shorter(single: string, double: string, value: string): string {
  return value.includes("'") && double.length < single.length ? double : single;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1B': '\\e',
  '\x85': '\\N',
  '\xA0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

function doubleQuoted(value: string): string {
  const escaped = value.replace(
    /["\\\x00-\x1F\x7F\u0085\u00A0\u2028\u2029]/g,
    (character) =>
      escapes[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `"${escaped}"`;
}
