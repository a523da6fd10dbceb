import { Decoding } from '../text/decoding.ts';
import { decodedText, type MappedText } from '../text/mapped-text.ts';
import { asciiLower } from '../text/php.ts';
import { reference, referredTo } from './entities.ts';
import { inLine } from './in-line.ts';

/**
 * What a reader sees of a text that may hold HTML, and after that its tags that have attributes, each
 * as a text of its own: addresses and alternative texts stand there. Character references are
 * resolved in both. `<p>Mé<b>dia</b>tion</p>` reads `Médiation`, with a line break for each tag that
 * is not one within a line.
 */
export function htmlTexts(source: MappedText): readonly MappedText[] {
  const { text } = source;
  if (!text.includes('<')) return [text.includes('&') ? withoutReferences(source) : source];
  const decoding = new Decoding(source);
  const tags: MappedText[] = [];
  let copied = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const name = tagName.exec(text.slice(at, at + LONGEST_NAME))?.[1];
    if (name === undefined) continue;
    const closer = name === '!--' ? '-->' : '>';
    const close = text.indexOf(closer, at);
    if (close < 0) break;
    const end = close + closer.length;
    resolve(decoding, text, copied, at);
    decoding.replace(at, end, inLine.has(asciiLower(name)) ? '' : '\n');
    if (text.slice(at, end).includes('=')) tags.push(withoutReferences(part(source, at, end)));
    copied = end;
    at = end - 1;
  }
  resolve(decoding, text, copied, text.length);
  return [decoding.done(), ...tags];
}

const tagName = /^<(?:\/?([a-z][a-z\d-]*)(?=[\s/>])|(!--))/i;
const LONGEST_NAME = 24;

function resolve(decoding: Decoding, text: string, start: number, end: number): void {
  let at = text.indexOf('&', start);
  while (at >= 0 && at < end) {
    reference.lastIndex = at;
    const found = reference.exec(text);
    if (found === null || found.index >= end) break;
    at = found.index;
    const character = referredTo(found[0]);
    if (character !== undefined) decoding.replace(at, at + found[0].length, character);
    at += found[0].length;
  }
}

function withoutReferences(source: MappedText): MappedText {
  const { text } = source;
  if (!text.includes('&')) return source;
  const decoding = new Decoding(source);
  resolve(decoding, text, 0, text.length);
  return decoding.done();
}

function part(source: MappedText, start: number, end: number): MappedText {
  return decodedText(source.text.slice(start, end), source, start, end, []);
}
