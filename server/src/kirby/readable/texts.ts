import type { ContentDocument, Field } from '../content/document.ts';
import { htmlTexts } from '../html/readable.ts';
import { type JsonPart, jsonStrings } from '../json/strings.ts';
import { stringText } from '../json/string.ts';
import { memo } from '../text/memo.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { withoutEscapes } from './escapes.ts';

/** A text of a content file as a reader sees it, with the way back to the file. */
export interface ReadableText {
  readonly text: MappedText;
  readonly field: Field;
  /** The key under which it stands in JSON: `caption`; empty outside of JSON. */
  readonly key: string;
  /** The block that it stands in. */
  readonly part: JsonPart | undefined;
}

/**
 * All texts of a content file, decoded: the strings of JSON at any depth, escapes in YAML, HTML
 * without its tags and character references. Nothing is asked of a blueprint; what a value is shows
 * in itself, and what cannot be read as that is text as it stands.
 */
export function readableTexts(document: ContentDocument): readonly ReadableText[] {
  const found: ReadableText[] = [];
  for (const field of document.fields) addTexts(found, field, field.value, '', undefined, 0);
  return found;
}

/** The same for a document that is asked for again and again. */
export const rememberedTexts = memo(readableTexts);

/** JSON in a string of JSON in a field: more is nobody's content. */
const DEEPEST = 4;

function addTexts(
  found: ReadableText[],
  field: Field,
  source: MappedText,
  key: string,
  part: JsonPart | undefined,
  depth: number,
): void {
  const { text } = source;
  // Most strings of a layout are a word.
  if (!isEncoded.test(text)) {
    found.push({ text: source, field, key, part });
    return;
  }
  const strings = depth < DEEPEST && opensJson.test(text) ? jsonStrings(text) : undefined;
  if (strings !== undefined) {
    for (const one of strings) {
      addTexts(found, field, stringOf(one.span, source), one.key, one.part ?? part, depth + 1);
    }
    return;
  }
  const read = mayHoldEscapes.test(text) ? withoutEscapes(source) : source;
  for (const readable of htmlTexts(read)) found.push({ text: readable, field, key, part });
}

function stringOf(span: JsonSpan, source: MappedText): MappedText {
  return stringText({ kind: 'string', span }, source);
}

type JsonSpan = Parameters<typeof stringText>[0]['span'];

/** A text that may stand for anything but itself. */
const isEncoded = /[<&\\[{]|''/;
const opensJson = /^\s*(?:\[\s*[[{"\]]|\{\s*["}])/;
/** JSON, a list or a mapping of YAML. */
const mayHoldEscapes = /^\s*(?:[-[{"]|[\w-]+:\s)/;
