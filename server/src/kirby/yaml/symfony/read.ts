import { type Document, parseDocument, type Range, visit, type YAMLParseError } from 'yaml';
import type { Span } from '../../text/span.ts';
import { PhpArray, type PhpValue } from '../php-array.ts';
import type { Place } from '../place.ts';
import type { YamlResult } from '../read.ts';
import { isTooDeep } from './depth.ts';
import { nodeSpan, SymfonyPlace } from './place.ts';
import { symfonyValue } from './value.ts';

/**
 * YAML as Symfony reads it (`Kirby\Data\YamlSymfony::decode()`): near to YAML 1.2, and strict. The
 * package `yaml` finds the structure; what scalars mean and what Symfony refuses beyond that is
 * decided in `value.ts` and `scalar.ts`.
 */
export function readSymfony(text: string): YamlResult {
  const read = symfonyArray(withoutReturns(text), false);
  return read.ok ? { ok: true, value: read.array.toJson() } : { ok: false, message: read.message };
}

/** What Symfony does to line breaks before it reads. */
export function withoutReturns(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export type SymfonyRead =
  | { readonly ok: true; readonly array: PhpArray }
  /** `span`: where in the content. */
  | { readonly ok: false; readonly message: string; readonly span: Span };

/**
 * @param content text whose lines end with `\n`
 * @param isPlaced whether the array is to know where its values stand
 */
export function symfonyArray(content: string, isPlaced: boolean): SymfonyRead {
  if (startsIndented(content)) return refusal('Unable to parse.', firstLine(content));
  if (isTooDeep(content)) return refusal('Nested too deeply.', firstLine(content));
  try {
    const document = parseDocument(content, {
      schema: 'failsafe',
      uniqueKeys: false,
      strict: true,
      logLevel: 'error',
      prettyErrors: false,
    });
    const error = document.errors[0];
    if (error !== undefined) return refusal(error.message, placeOf(error, document, content));
    const root = document.contents;
    const read = symfonyValue(root, content, isPlaced);
    if (read.kind === 'error') {
      return refusal(read.message, read.node ? nodeSpan(read.node) : firstLine(content));
    }
    const place = isPlaced ? new SymfonyPlace(undefined, root) : undefined;
    return { ok: true, array: wrapped(read.value, place) };
  } catch (error) {
    // The package reports errors as values; this is for what its authors did not think of.
    const message = error instanceof Error ? error.message : 'Unable to parse.';
    return refusal(message, firstLine(content));
  }
}

/** Where an error stands; what is not closed is shown where it opens. */
function placeOf(
  { message, pos: [from, to] }: Pick<YAMLParseError, 'message' | 'pos'>,
  document: Document.Parsed,
  content: string,
): Span {
  let opening: number | undefined;
  const look = (node: { readonly range?: Range | null }): void => {
    const [start = 0, end = 0] = node.range ?? [];
    if (/["'[{]/.test(content.charAt(start)) && start <= from && from <= end) opening = start;
  };
  if (/^Missing closing|must be sufficiently indented and end with/.test(message)) {
    visit(document, {
      Node: (_key, node) => {
        look(node);
      },
    });
  }
  if (opening !== undefined) return { start: opening, end: opening + 1 };
  return { start: Math.min(from, content.length), end: Math.min(to, content.length) };
}

function refusal(message: string, span: Span): SymfonyRead {
  return { ok: false, message, span };
}

/** The first line with something on it. */
function firstLine(content: string): Span {
  const start = content.search(/[^ \n]/);
  if (start < 0) return { start: 0, end: 0 };
  const end = content.indexOf('\n', start);
  return { start, end: end < 0 ? content.length : end };
}

/** Symfony wants the outermost level at the margin; the package takes any. */
function startsIndented(content: string): boolean {
  const first = /^(?:[ ]*(?:#[^\n]*)?\n)*([ ]*)[^ \n#]/.exec(content);
  return (first?.[1] ?? '') !== '';
}

/** `Kirby\Toolkit\A::wrap()`. */
function wrapped(value: PhpValue, place: Place | undefined): PhpArray {
  if (value instanceof PhpArray) return value;
  return value === null ? new PhpArray() : PhpArray.of(value, place);
}
