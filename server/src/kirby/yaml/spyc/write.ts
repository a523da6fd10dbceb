import type { JsonValue } from '../../json/value.ts';
import { isNumeric, numberText } from '../../text/php-number.ts';
import { phpTrim, trimEndOf } from '../../text/php.ts';
import { utf8Length, utf8Size } from '../../text/utf8.ts';
import { type Collection, entriesIn, isCollection, isList } from '../collection.ts';
import { isSpycWord } from './scalar.ts';

/** The bytes after which Spyc folds a text. */
const lineLength = 40;

/**
 * YAML as Spyc writes it (`Spyc::dump()`): two blanks of indentation, a map in a list on the lines
 * below its dash, long texts folded, and the indentation of every line of a text lost.
 */
export function writeSpyc(collection: Collection, indent = 0): string {
  const dashed = isList(collection);
  let text = '';
  for (const [key, value] of entriesIn(collection)) {
    const written = isCollection(value) && !isEmpty(value) ? '' : writeScalar(value, indent);
    const line = dashed ? `- ${written}` : trimEnd(`${writeKey(key)}: ${written}`);
    text += `${' '.repeat(indent)}${line}\n`;
    if (isCollection(value)) text += writeSpyc(value, indent + 2);
  }
  return text;
}

function writeKey(key: string): string {
  return /[:#]/.test(key) ? `"${key}"` : key;
}

function writeScalar(value: JsonValue, indent: number): string {
  if (typeof value === 'string') return writeText(value, indent);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value === null ? 'null' : '[ ]';
}

function writeText(value: string, indent: number): string {
  if (value === '') return '""';
  const written = isRisky(value) ? quote(value, indent) : fold(value, indent);
  const isClear = !isSpycWord(written) && isSameTrimmed(written);
  return isClear ? written : quote(written, indent);
}

/** What could be read as something else. The characters are Spyc's choice. */
function isRisky(value: string): boolean {
  return /[\n*#<>%[\]{}&']|: |- | {2}|^!|:$/.test(value);
}

/** PHP compares with `!=`: two texts that are numbers are the same when the numbers are. */
function isSameTrimmed(text: string): boolean {
  const trimmed = phpTrim(text);
  return trimmed === text || (isNumeric(trimmed) && isNumeric(text));
}

/** Quotation marks where the text has not got both kinds and no line break, else a block. */
function quote(value: string, indent: number): string {
  if (value === '\n') return '\\n';
  if (!value.includes('\n') && !value.includes("'")) return `'${value}'`;
  if (!value.includes('\n') && !value.includes('"')) return `"${value}"`;
  const lines = value.split('\n');
  const [first = ''] = lines;
  const isHeader = first === '|' || first === '|-' || first === '>';
  const spaces = ' '.repeat(indent + 2);
  return [
    isHeader ? first : '|',
    ...lines.slice(isHeader ? 1 : 0).map((line) => spaces + bareLine(phpTrim(line))),
  ].join('\n');
}

/** Spyc takes the quotation marks from a line that stands in some. */
function bareLine(line: string): string {
  const isQuoted = (mark: string): boolean => line.startsWith(mark) && line.endsWith(mark);
  return isQuoted('"') || isQuoted("'") ? line.slice(1, -1) : line;
}

function fold(value: string, indent: number): string {
  if (utf8Length(value) > lineLength) {
    const spaces = ' '.repeat(indent + 2);
    return `>\n${spaces}${wrapWords(value, `\n${spaces}`)}`;
  }
  return isNumeric(value) ? `"${value}"` : value;
}

/** PHP's `wordwrap()` without cutting: a line ends at the last blank before it grows too long. */
function wrapWords(value: string, lineBreak: string): string {
  let wrapped = '';
  let start = 0;
  let startByte = 0;
  let space = 0;
  let spaceByte = 0;
  let at = 0;
  let byte = 0;
  for (const character of value) {
    const size = utf8Size(character.codePointAt(0) ?? 0);
    if (character === ' ') {
      if (byte - startByte >= lineLength) {
        wrapped += value.slice(start, at) + lineBreak;
        start = at + 1;
        startByte = byte + 1;
      }
      space = at;
      spaceByte = byte;
    } else if (byte + size - 1 - startByte >= lineLength && start < space) {
      wrapped += value.slice(start, space) + lineBreak;
      space++;
      spaceByte++;
      start = space;
      startByte = spaceByte;
    }
    at += character.length;
    byte += size;
  }
  return wrapped + value.slice(start);
}

function isEmpty(collection: Collection): boolean {
  return entriesIn(collection).length === 0;
}

function trimEnd(text: string): string {
  return trimEndOf(text, ' \n\r\t\v\0');
}
