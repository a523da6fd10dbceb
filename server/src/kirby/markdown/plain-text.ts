import { escapeAttribute, escapeText } from './escape.ts';
import { stripEnd } from './line.ts';
import type { Run } from './run.ts';

/** Text between markers: line breaks and, in Parsedown Extra, abbreviations. */
export function plainText(text: string, { options, definitions }: Run): string {
  const words = [...definitions.abbreviations];
  const escape = (part: string): string =>
    words.length === 0 ? escapeText(part) : abbreviated(part, words);
  if (!text.includes('\n')) return escape(text);

  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      if (index === lines.length - 1) return escape(line);
      const stripped = stripEnd(line, ' ');
      if (options.breaks || line.length - stripped.length >= 2) {
        return `${escape(stripped)}<br />\n`;
      }
      return `${escape(line)}\n`;
    })
    .join('');
}

type Abbreviation = readonly [word: string, meaning: string];

/** Each word from `first` on in turn; a later one may stand inside of an earlier one. */
function abbreviated(text: string, words: readonly Abbreviation[], first = 0): string {
  for (let index = first; index < words.length; index++) {
    const [word, meaning] = words[index] ?? ['', ''];
    if (!text.includes(word)) continue;
    const parts = text.split(wholeWord(word));
    if (parts.length === 1) continue;
    const inside = abbreviated(word, words, index + 1);
    const element = `<abbr title="${escapeAttribute(meaning)}">${inside}</abbr>`;
    return parts.map((part) => abbreviated(part, words, index + 1)).join(element);
  }
  return escapeText(text);
}

function wholeWord(word: string): RegExp {
  return new RegExp(`\\b${word.replace(/[^\w\s]/g, String.raw`\$&`)}\\b`);
}
