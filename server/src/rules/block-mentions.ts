import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { isArray, isObject, type JsonPath, type JsonValue } from '../kirby/json/value.ts';
import { memo } from '../kirby/text/memo.ts';
import { asciiLower } from '../kirby/text/php.ts';
import type { Holder } from '../kirby/values/holder.ts';
import { commaParts } from '../kirby/reference/comma-list.ts';
import { jsonFields } from '../site/json-fields.ts';
import { type BlockPart, type BlockParts, blockParts } from './block-parts.ts';
import { formContext } from './form-rule.ts';
import type { RuleContext } from './rule.ts';
import { type Shape, shapes } from './shape.ts';
import { Notes } from '../kirby/text/notes.ts';

/** A string in a Layout or Blocks field that names a file or a page by what it stands for. */
export interface BlockMention {
  readonly text: string;
  readonly path: JsonPath;
  /**
   * `name` of a file, `page` by its id. `link`: of an image block, which Kirby gives up when it leads
   * to no page or file.
   */
  readonly role: 'name' | 'page' | 'link';
}

/** The mentions of one Layout or Blocks field. */
export type BlockMentions =
  | { readonly in: 'file'; readonly shape: Shape; readonly mentions: readonly BlockMention[] }
  /** Of a field in a block or in a row. */
  | { readonly in: 'value'; readonly holder: Holder; readonly mentions: readonly BlockMention[] };

/** The bare names of files in blocks and row settings, and the links of image blocks. */
export function blockMentions(context: RuleContext): readonly BlockMentions[] {
  const { document, site, file } = context;
  const definitions = new Map(
    jsonFields(document, site, file).map(({ field, definition }) => [field, definition]),
  );
  const ofFile = shapes(context).map((shape): BlockMentions => ({
    in: 'file',
    shape,
    mentions: mentionsIn(shape, definitions.get(shape.field)),
  }));
  const known = formContext(context);
  const inner: BlockMentions[] = [];
  for (const parts of known === undefined ? [] : blockParts(known)) {
    const { value, holder } = parts;
    if (value.form.kind === 'file') continue;
    inner.push({ in: 'value', holder, mentions: mentionsIn(parts, value.definition) });
  }
  return [...ofFile, ...inner];
}

/** Fields of Kirby's own blocks that hold files. */
const core: ReadonlyMap<string, readonly string[]> = new Map([
  ['image', ['image']],
  ['gallery', ['images']],
  ['video', ['video', 'poster']],
]);

function mentionsIn(
  { rows, blocks }: Pick<BlockParts, 'rows' | 'blocks'>,
  definition: FieldDefinition | undefined,
): readonly BlockMention[] {
  const found: BlockMention[] = [];
  const settings = fileFields(definition?.settings);
  for (const { value, path } of rows) {
    addNames(found, value['attrs'], [...path, 'attrs'], settings);
  }
  for (const block of blocks) {
    const { type } = block.value;
    if (typeof type !== 'string') continue;
    const fields = definition?.fieldsets?.get(type)?.fields;
    const last = lastMentions.get(block);
    if (last !== undefined && last.fields === fields) {
      found.push(...last.mentions);
      continue;
    }
    const mentions = mentionsOf(block, type, fields);
    lastMentions.set(block, { fields, mentions });
    found.push(...mentions);
  }
  return found;
}

type Fields = ReadonlyMap<string, FieldDefinition>;

/** A block that a key elsewhere leaves as it is mentions the same. */
const lastMentions = new Notes<
  BlockPart,
  { readonly fields: Fields | undefined; readonly mentions: readonly BlockMention[] }
>();

function mentionsOf(
  { value: { content }, path }: BlockPart,
  type: string,
  inBlueprint: Fields | undefined,
): readonly BlockMention[] {
  if (!isObject(content)) return [];
  const found: BlockMention[] = [];
  const isElsewhere = content['location'] === 'web' && core.has(type);
  const fields = [...(core.get(type) ?? []), ...fileFields(inBlueprint)];
  if (!isElsewhere) addNames(found, content, [...path, 'content'], fields);
  const { link } = content;
  if (type === 'image' && typeof link === 'string' && /^(?:file|page):\/\//.test(link)) {
    found.push({ text: link, path: [...path, 'content', 'link'], role: 'link' });
  }
  return found;
}

function fileFields(fields: Fields | undefined): readonly string[] {
  return fields === undefined ? [] : filesAmong(fields);
}

const filesAmong = memo((fields: ReadonlyMap<string, FieldDefinition>): readonly string[] =>
  [...fields].filter(([, { type }]) => type === 'files').map(([name]) => name),
);

function addNames(
  found: BlockMention[],
  values: JsonValue | undefined,
  path: JsonPath,
  fields: readonly string[],
): void {
  if (fields.length === 0 || !isObject(values)) return;
  for (const [key, value] of Object.entries(values)) {
    if (!fields.includes(asciiLower(key))) continue;
    const items = isArray(value) ? value : [value];
    items.forEach((item, index) => {
      if (typeof item !== 'string' || !isName(item)) return;
      const place = isArray(value) ? [...path, key, index] : [...path, key];
      found.push({ text: item, path: place, role: 'name' });
    });
  }
}

/** Lists of YAML, addresses and UUIDs are something else. */
function isName(text: string): boolean {
  return (
    text !== '' &&
    !/:\/\/|^[-@/[]|\n/.test(text) &&
    // `a.jpg, b.jpg` is one mistake of its own.
    commaParts(text, 'files') === undefined
  );
}
