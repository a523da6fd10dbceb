import { jsonOf } from '../../kirby/json/json-text.ts';
import { pathAtOffset } from '../../kirby/json/path-at.ts';
import { stringText } from '../../kirby/json/string.ts';
import { isObject, type JsonObject, type JsonPath, valueAt } from '../../kirby/json/value.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { locate } from '../../kirby/json/locate.ts';
import { changed } from '../../kirby/json/changed.ts';
import { type Cut, cutHtml, joinedHtml, joinedList } from './cut-html.ts';
import { cutMarkdown, joinedMarkdown } from './cut-markdown.ts';
import { Refusal } from './draft.ts';
import { isBlock } from './new-items.ts';
import type { Place } from './operation.ts';
import { insertAll, type Outcome, valueOf, type Work } from './perform.ts';
import { isEmptyText } from './prose-html.ts';
import { say } from '../../kirby/text/say.ts';

/** The types whose text can be parted and put together, and how their text is written. */
const texts: ReadonlyMap<string, TextOf> = new Map<string, TextOf>([
  ['text', { cut: cutHtml, join: joinedHtml }],
  ['list', { cut: cutHtml, join: joinedList }],
  ['heading', { cut: cutHtml, join: undefined }],
  ['markdown', { cut: cutMarkdown, join: joinedMarkdown }],
]);

interface TextOf {
  readonly cut: (text: string, offset: number) => Cut;
  /** `undefined`: two of them are not one. */
  readonly join: ((before: string, behind: string) => string | undefined) | undefined;
}

/**
 * Makes two blocks of one: what stands behind the cursor goes to a new block of the same kind.
 *
 * @param offset of the cursor, in the document
 */
export function splitBlock(work: Work, offset: number): Outcome {
  const found = textAtOffset(work, offset);
  if (found === undefined)
    throw new Refusal(
      say`Put the cursor into the text of a text, list, heading or Markdown block.`,
    );
  const { place, block, text, within, way } = found;
  const cut = way.cut(text, within);
  if (!cut.ok) throw new Refusal(cut.reason);
  if ([cut.before, cut.behind].some(isEmptyText))
    throw new Refusal(say`There is no text on one side of the cursor, so nothing can be split.`);
  const { field, path } = place;
  const first = work.draft.follow(place);
  work.draft.change(field, { kind: 'set', path: [...path, 'content', 'text'], value: cut.before });
  const withText = changed(block, { kind: 'set', path: ['content', 'text'], value: cut.behind });
  const second = withText && changed(withText, { kind: 'set', path: ['id'], value: work.newId() });
  if (second === undefined || first.at === undefined)
    throw new Refusal(say`The block cannot be split.`);
  const at = { field, list: path.slice(0, -1), index: Number(path.at(-1)) + 1 };
  return { selected: insertAll(work, at, [second]) };
}

/** Puts the text of the next block of the same kind behind that of a block. */
export function mergeBlocks(work: Work, item: Place): Outcome {
  const { field, path } = item;
  const next = { field, path: [...path.slice(0, -1), Number(path.at(-1)) + 1] };
  const [block, other] = [valueOf(work, item), work.draft.at(next)];
  if (!isBlock(block)) throw new Refusal(say`Only a block can be merged with the next one.`);
  if (!isBlock(other)) throw new Refusal(say`There is no block behind this one.`);
  const { type } = block;
  const join = textOfType(block)?.join;
  if (join === undefined)
    throw new Refusal(say`Only text, list and Markdown blocks can be merged.`);
  if (other['type'] !== type)
    throw new Refusal(say`The next block is of another type. Convert one of them first.`);
  if ((block['isHidden'] === true) !== (other['isHidden'] === true))
    throw new Refusal(say`One of the blocks is hidden and the other is not.`);
  const [before, behind] = [textOf(block), textOf(other)];
  if (before === undefined || behind === undefined || !isOnlyText(other))
    throw new Refusal(say`The next block holds more than its text, which would be lost.`);
  const text = join(before, behind);
  if (text === undefined)
    throw new Refusal(say`The texts cannot be put together without changing what they show.`);
  const first = work.draft.follow(item);
  work.draft.change(field, { kind: 'set', path: [...path, 'content', 'text'], value: text });
  work.draft.change(field, { kind: 'remove', path: next.path });
  return { selected: [first] };
}

function textOfType({ type }: JsonObject): TextOf | undefined {
  return typeof type === 'string' ? texts.get(type) : undefined;
}

function textOf({ content }: JsonObject): string | undefined {
  const text = isObject(content) ? content['text'] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function isOnlyText({ content }: JsonObject): boolean {
  return Object.entries(isObject(content) ? content : {}).every(
    ([key, value]) => key === 'text' || value === '',
  );
}

interface TextUnder {
  readonly place: Place;
  readonly block: JsonObject;
  readonly way: TextOf;
  readonly text: string;
  /** Of the cursor, in the text. */
  readonly within: number;
}

/** The text of a block that an offset of the document is in. */
function textAtOffset(work: Work, offset: number): TextUnder | undefined {
  for (const { index, field } of work.fields) {
    const { value, source } = jsonOf(field);
    const at = source.fromSource(offset);
    if (value === undefined || at === undefined) continue;
    const path: JsonPath = pathAtOffset(source.text, at);
    const [span] = locate(source.text, [path]);
    const toBlock = path.slice(0, -2);
    const block = valueAt(value, toBlock);
    const isText = path.at(-2) === 'content' && path.at(-1) === 'text';
    const way = isBlock(block) ? textOfType(block) : undefined;
    if (!isText || span === undefined || !isBlock(block) || way === undefined) return undefined;
    const decoded = stringText({ kind: 'string', span }, plainText(source.text, 0));
    const within = decoded.fromSource(at);
    return within === undefined
      ? undefined
      : { place: { field: index, path: toBlock }, block, way, text: decoded.text, within };
  }
  return undefined;
}
