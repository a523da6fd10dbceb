import { isObject } from '../../../server/src/kirby/json/value.ts';
import type { Span } from '../../../server/src/kirby/text/span.ts';
import { blocksOf, type Fault, type Injected, inserted, type Pick, replaced } from './fault.ts';
import { rawIn, spanIn, type Target } from './target.ts';

/** Slips that make of JSON something that is none. */
export const syntaxFaults: readonly Fault[] = [
  { name: 'a quote in a text', code: 'broken-json', inject: inText('"') },
  {
    name: 'pasted HTML',
    code: 'broken-json',
    inject: inText('<a href="https://example.com" target="_blank">here</a>'),
  },
  { name: 'a quoted word', code: 'broken-json', inject: inText('so "called" ones') },
  { name: 'Enter in a text', code: 'broken-json', inject: inText('\n') },
  { name: 'Enter with carriage return', code: 'broken-json', inject: inText('\r\n') },
  { name: 'a tab in a text', code: 'broken-json', inject: inText('\t') },
  { name: 'a control character', code: 'broken-json', inject: inText('\u0007') },
  { name: 'a needless backslash', code: 'broken-json', inject: inText('\\q') },
  { name: 'a backslash before a quote sign', code: 'broken-json', inject: inText("\\'") },
  { name: 'a cut escape', code: 'broken-json', inject: inText('\\u00e ') },
  { name: 'half a pair', code: 'broken-json', inject: inText('\\ud83d') },
  {
    name: 'a comma too many after a block',
    code: 'broken-json',
    restores: true,
    inject: afterBlock(',', isLastBlock),
  },
  {
    name: 'two commas between blocks',
    code: 'broken-json',
    restores: true,
    inject: afterBlock(',', isInnerBlock),
  },
  {
    name: 'a brace too many',
    code: 'broken-json',
    restores: true,
    inject: afterBlock('}', () => true),
  },
  { name: 'no comma between blocks', code: 'broken-json', restores: true, inject: noComma('') },
  { name: 'no brace after a block', code: 'broken-json', restores: true, inject: noBrace },
  { name: 'no bracket after the blocks', code: 'broken-json', restores: true, inject: noBracket },
  { name: 'no bracket at the end', code: 'broken-json', inject: noLast },
  { name: 'no quote after a text', code: 'broken-json', restores: true, inject: noQuote },
  {
    name: 'curly quotes',
    code: 'broken-json',
    restores: true,
    inject: quotedBy('\u201c', '\u201d'),
  },
  { name: 'guillemets', code: 'broken-json', restores: true, inject: quotedBy('\u00ab', '\u00bb') },
  { name: 'single quotes', code: 'broken-json', restores: true, inject: quotedBy("'", "'") },
  { name: 'no quotes', code: 'broken-json', restores: true, inject: quotedBy('', '') },
  { name: 'a word of Python', code: 'broken-json', restores: true, inject: pythonWord },
  { name: 'a comment', code: 'broken-json', inject: afterBlock(' /* see above */', () => true) },
  { name: 'an equals sign', code: 'broken-json', restores: true, inject: colonBy('=') },
  { name: 'no colon', code: 'broken-json', restores: true, inject: colonBy('') },
  { name: 'a semicolon between blocks', code: 'broken-json', restores: true, inject: noComma(';') },
  { name: 'a key in no quotes', code: 'broken-json', restores: true, inject: keyBy('type') },
  { name: 'a key in single quotes', code: 'broken-json', restores: true, inject: keyBy("'type'") },
  {
    name: 'a bracket too many',
    code: 'broken-json',
    restores: true,
    inject: afterBlock(']', () => true),
  },
  { name: 'a divider inside', code: 'broken-json', inject: afterBlock('\n----\n', isInnerBlock) },
  { name: 'a backslash too many', code: 'broken-json', restores: true, inject: doubledBackslash },
  { name: 'the end is missing', code: 'broken-json', inject: cut },
  { name: 'the divider is missing', code: 'broken-json', inject: noDivider },
  { name: 'an unfinished merge', code: 'broken-json', inject: merge },
];

/** Somewhere in a text of some length, not in the middle of an escape. */
function inText(source: string): Fault['inject'] {
  return (target, pick) => {
    const literal = textIn(target, pick, /[\p{L}\p{N}]{3}/u);
    if (literal === undefined) return undefined;
    const tokens = target.text.slice(literal.start + 1, literal.end - 1);
    // Between two letters: what stands at an edge could as well belong to the JSON around.
    const places = [...tokens.matchAll(/\\u[0-9a-fA-F]{4}|\\.|[^\\]/gsu)]
      .filter(
        ({ index, 0: token }) => /^[a-z]$/u.test(token) && /^[a-z]/u.test(tokens.slice(index + 1)),
      )
      .map(({ index }) => literal.start + 2 + index);
    const at = pick(places);
    return at === undefined ? undefined : inserted(target, at, source);
  };
}

/** A string with its quotes: the text of a block. */
function textIn(target: Target, pick: Pick, holds: RegExp): Span | undefined {
  const block = pick(
    blocksOf(target).filter(({ value: { content } }) => {
      const text = isObject(content) ? content['text'] : undefined;
      // What stands in a KirbyTag is a name, and its repair another one.
      return typeof text === 'string' && holds.test(text) && !/\(\w+:/u.test(text);
    }),
  );
  return block && spanIn(target, [...block.path, 'content', 'text']);
}

function isLastBlock({ text }: Target, { end }: Span): boolean {
  return /^\s*\]/u.test(text.slice(end, end + 40));
}

function isInnerBlock({ text }: Target, { end }: Span): boolean {
  return /^\s*,/u.test(text.slice(end, end + 40));
}

function afterBlock(
  source: string,
  fits: (target: Target, span: Span) => boolean,
): Fault['inject'] {
  return (target, pick) => {
    const block = pick(blocksOf(target).filter(({ span }) => fits(target, span)));
    if (block === undefined) return undefined;
    const { text, place } = inserted(target, block.span.end, source);
    // Of two equal brackets in a row either may be the one too many.
    const twins = /^\s*\]?/u.exec(text.slice(place.end))?.[0].length ?? 0;
    return { text, place: { start: place.start, end: place.end + twins } };
  };
}

/** Something else in place of the comma behind a block. */
function noComma(source: string): Fault['inject'] {
  return (target, pick) => {
    const block = pick(blocksOf(target).filter(({ span }) => target.text[span.end] === ','));
    if (block === undefined) return undefined;
    const { end } = block.span;
    const { text } = replaced(target, { start: end, end: end + 1 }, source);
    return { text, place: { start: end - 1, end: end + 1 } };
  };
}

function noBrace(target: Target, pick: Pick): Injected | undefined {
  const block = pick(blocksOf(target));
  return block && withoutLast(target, block.span.end);
}

/** What closes is gone; that can be seen from the end of what stands before it on. */
function withoutLast(target: Target, end: number): Injected {
  const { text } = replaced(target, { start: end - 1, end }, '');
  const before = target.text.slice(0, end - 1).trimEnd().length;
  return { text, place: { start: before - 1, end } };
}

function noBracket(target: Target, pick: Pick): Injected | undefined {
  const column = pick(target.columns.filter(({ value }) => 'blocks' in value));
  if (column === undefined) return undefined;
  return withoutLast(target, spanIn(target, [...column.path, 'blocks']).end);
}

function noLast(target: Target): Injected | undefined {
  if (target.blocks.length === 0) return undefined;
  return withoutLast(target, spanIn(target, []).end);
}

function noQuote(target: Target, pick: Pick): Injected | undefined {
  const literal = textIn(target, pick, /^[^"]+$/u);
  return literal && replaced(target, { start: literal.end - 1, end: literal.end }, '');
}

/** A short string with other quotes around it, or none. */
function quotedBy(open: string, close: string): Fault['inject'] {
  return (target, pick) => {
    const block = pick(blocksOf(target));
    const path = [...(block?.path ?? []), 'type'];
    if (block === undefined) return undefined;
    const raw = rawIn(target, path);
    return replaced(target, spanIn(target, path), `${open}${raw.slice(1, -1)}${close}`);
  };
}

function pythonWord(target: Target, pick: Pick): Injected | undefined {
  const block = pick(
    blocksOf(target).filter(({ value }) => typeof value['isHidden'] === 'boolean'),
  );
  if (block === undefined) return undefined;
  const word = block.value['isHidden'] === true ? 'True' : 'False';
  return replaced(target, spanIn(target, [...block.path, 'isHidden']), word);
}

/** Something else in place of the colon behind a key. */
function colonBy(source: string): Fault['inject'] {
  return (target, pick) => {
    const block = pick(blocksOf(target));
    if (block === undefined) return undefined;
    const colon = target.text.lastIndexOf(':', spanIn(target, [...block.path, 'type']).start);
    const { text } = replaced(target, { start: colon, end: colon + 1 }, source);
    return { text, place: { start: colon - 1, end: colon + 1 } };
  };
}

/** The key `type` in another spelling. */
function keyBy(source: string): Fault['inject'] {
  return (target, pick) => {
    const block = pick(blocksOf(target));
    if (block === undefined) return undefined;
    const start = target.text.lastIndexOf('"type"', spanIn(target, [...block.path, 'type']).start);
    return replaced(target, { start, end: start + '"type"'.length }, source);
  };
}

/** `\\"` becomes `\\\\"`: what someone escapes who does not see that it is escaped. */
function doubledBackslash(target: Target, pick: Pick): Injected | undefined {
  const literal = textIn(target, pick, /\w"\w|="/u);
  if (literal === undefined) return undefined;
  const at = target.text.indexOf('\\"', literal.start);
  return at < 0 || at >= literal.end ? undefined : inserted(target, at, '\\');
}

/** The file ends in the middle of a text. */
function cut(target: Target, pick: Pick): Injected | undefined {
  const literal = textIn(target, pick, /[\p{L}]{3}/u);
  if (literal === undefined) return undefined;
  const half = target.text.slice(literal.start, (literal.start + literal.end) >> 1);
  const end = literal.start + half.replace(/\\[^\\]{0,5}$/u, '').length;
  return { text: target.text.slice(0, end), place: { start: literal.start, end } };
}

/** The next field follows at once. */
function noDivider(target: Target): Injected | undefined {
  if (target.blocks.length === 0) return undefined;
  const { end } = target.field.valueSpan;
  const divider = /^\s*?\n----\s*?\n\s*/u.exec(target.text.slice(end))?.[0];
  return divider === undefined
    ? undefined
    : replaced(target, { start: end, end: end + divider.length }, '\n\n');
}

/** One side has a block more. */
function merge(target: Target): Injected | undefined {
  const { start, end } = target.field.span;
  const [block] = target.blocks;
  if (block === undefined || (start > 0 && target.text[start - 1] !== '\n')) return undefined;
  const more = '{"content":{"text":"<p>Theirs</p>"},"id":"theirs","isHidden":false,"type":"text"},';
  const ours = target.text.slice(start, end).trimEnd();
  const at = block.span.start - start;
  const theirs = ours.slice(0, at) + more + ours.slice(at);
  const both = `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> other\n`;
  return { text: replaced(target, { start, end }, both).text, place: { start, end: start + 7 } };
}
