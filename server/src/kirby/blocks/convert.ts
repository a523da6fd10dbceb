import type { JsonObject, JsonValue } from '../json/value.ts';
import { asciiLower } from '../text/php.ts';
import { type RawBlock, read, type Reading, refused } from './block.ts';
import { isPhpArray, isSet, type PhpArray, phpEntries, phpGet, phpString } from './php.ts';
import { say } from '../text/say.ts';

/**
 * The formats that came before blocks, as `Kirby\Cms\BlockConverter` turns them into blocks: the
 * builder plugin (`_key`) and the old editor (`content` is a string, or there are `attrs`).
 */

const builderOnly = new Set(['field', 'options', 'parent', 'siblings', 'params', '_key', '_uid']);

/** `builderBlock()`: everything but its own keys becomes content. */
export function convertBuilderBlock(block: PhpArray): PhpArray {
  const key = phpGet(block, '_key');
  if (!isSet(key)) return block;
  const entries = phpEntries(block);
  const content = entries.filter(([name]) => !builderOnly.has(String(name)));
  return Object.fromEntries([...entries, ['content', Object.fromEntries(content)], ['type', key]]);
}

/** `isEditorBlock()`. Any value of `attrs` but null counts, also on a block that is not old at all. */
export function isEditorBlock(block: PhpArray): boolean {
  return isSet(phpGet(block, 'attrs')) || typeof phpGet(block, 'content') === 'string';
}

/** `editorBlock()`. What is converted has no id any more. */
export function convertEditorBlock(block: PhpArray): Reading<PhpArray> {
  if (!isEditorBlock(block)) return read(block);
  const type = phpGet(block, 'type');
  const name = phpString(type);
  if (type === undefined || name === undefined) return refused(missingType());
  const convert = converters.get(asciiLower(name)) ?? convertCustom;
  return convert(block);
}

/**
 * `editorBlocks()`: looks at the first block only. When that is an old one, all are converted, and
 * neighbouring list items become one list.
 */
export function convertEditorBlocks(blocks: readonly RawBlock[]): Reading<readonly RawBlock[]> {
  const first = blocks[0]?.value;
  if (blocks.length === 0) return read(blocks);
  if (!isPhpArray(first)) return refused(say`The first block is not an object.`);
  if (!isEditorBlock(first)) return read(blocks);

  const converted: RawBlock[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || !isPhpArray(block.value))
      return refused(say`A block is not an object.`);
    const type = phpGet(block.value, 'type');
    if (type === undefined) return refused(missingType());
    if (type === 'ul' || type === 'ol') {
      const items = listItemsFrom(blocks, index, type);
      const list = listOf(items, type);
      if (!list.ok) return list;
      converted.push({ value: list.value, path: block.path });
      index += items.length - 1;
    } else {
      const single = convertEditorBlock(block.value);
      if (!single.ok) return single;
      converted.push({ value: single.value, path: block.path });
    }
  }
  return read(converted);
}

const missingType = () => say`A block has no type.`;
const missingContent = () => say`A block in the format of the old editor has no content.`;

type Converter = (block: PhpArray) => Reading<PhpArray>;

/** Keys are PHP method names, which know no letter case. */
const converters = new Map<string, Converter>([
  ['block', () => refused(say`A block in the format of the old editor has the type "block".`)],
  ['blockquote', textBlock('quote')],
  ['blocks', () => refused(say`A block in the format of the old editor has the type "blocks".`)],
  ['code', convertCode],
  ['custom', convertCustom],
  ['h1', heading('h1')],
  ['h2', heading('h2')],
  ['h3', heading('h3')],
  ['h4', heading('h4')],
  ['h5', heading('h5')],
  ['h6', heading('h6')],
  ['heading', heading('h1')],
  ['hr', () => read({ type: 'line', content: {} })],
  ['image', convertImage],
  ['kirbytext', textBlock('markdown')],
  ['ol', textBlock('list')],
  ['paragraph', convertParagraph],
  ['ul', textBlock('list')],
  ['video', convertVideo],
]);

function textBlock(type: string): Converter {
  return (block) => withContent(block, (text) => read({ type, content: { text } }));
}

function heading(level: string): Converter {
  return (block) =>
    withContent(block, (text) => read({ type: 'heading', content: { level, text } }));
}

function convertParagraph(block: PhpArray): Reading<PhpArray> {
  return withContent(block, (content) => {
    const text = phpString(content);
    if (text === undefined) return refused(say`The content of an old paragraph is not a text.`);
    return read({ type: 'text', content: { text: `<p>${text}</p>` } });
  });
}

function convertCode(block: PhpArray): Reading<PhpArray> {
  return withContent(block, (code) =>
    read({ type: 'code', content: { language: attribute(block, 'language'), code } }),
  );
}

function convertImage(block: PhpArray): Reading<PhpArray> {
  const id = attribute(block, 'id');
  const source: JsonObject =
    id === null
      ? { src: attribute(block, 'src'), location: 'web' }
      : { image: id, location: 'kirby' };
  const content = {
    alt: attribute(block, 'alt'),
    caption: attribute(block, 'caption'),
    ...source,
    ratio: attribute(block, 'ratio'),
  };
  return read({ type: 'image', content });
}

function convertVideo(block: PhpArray): Reading<PhpArray> {
  const content = { caption: attribute(block, 'caption'), url: attribute(block, 'src') };
  return read({ type: 'video', content });
}

function convertCustom(block: PhpArray): Reading<PhpArray> {
  const attributes = phpGet(block, 'attrs') ?? [];
  if (!isPhpArray(attributes)) return refused(say`The "attrs" of a block are not an object.`);
  const content = Object.fromEntries([
    ...phpEntries(attributes),
    ['body', phpGet(block, 'content') ?? null],
  ]);
  return read({ type: phpGet(block, 'type') ?? 'unknown', content });
}

function withContent(
  block: PhpArray,
  make: (content: JsonValue) => Reading<PhpArray>,
): Reading<PhpArray> {
  const content = phpGet(block, 'content');
  return content === undefined ? refused(missingContent()) : make(content);
}

function attribute(block: PhpArray, name: string): JsonValue {
  const attributes = phpGet(block, 'attrs');
  return (isPhpArray(attributes) ? phpGet(attributes, name) : undefined) ?? null;
}

/** The blocks from `start` on that are items of one list. */
function listItemsFrom(
  blocks: readonly RawBlock[],
  start: number,
  type: string,
): readonly PhpArray[] {
  const items: PhpArray[] = [];
  for (const { value } of blocks.slice(start)) {
    if (!isPhpArray(value) || phpGet(value, 'type') !== type) break;
    items.push(value);
  }
  return items;
}

function listOf(items: readonly PhpArray[], type: 'ul' | 'ol'): Reading<PhpArray> {
  const texts: string[] = [];
  for (const item of items) {
    const content = phpGet(item, 'content');
    const text = phpString(content);
    if (content === undefined || text === undefined) return refused(missingContent());
    texts.push(`<li>${text}</li>`);
  }
  return read({ type: 'list', content: { text: `<${type}>${texts.join('')}</${type}>` } });
}
