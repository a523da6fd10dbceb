import type { Block } from '../kirby/blocks/block.ts';
import { isPhpArray, phpEntries, phpGet } from '../kirby/blocks/php.ts';
import { readBlocks } from '../kirby/blocks/read.ts';
import type { Fieldset } from '../kirby/blueprint/blueprint.ts';
import type { JsonValue } from '../kirby/json/value.ts';
import { isColor, swatch } from './color.ts';
import { type ContentValue, contentValue } from './content-value.ts';
import { drawField } from './fields/index.ts';
import { mentionedFiles } from './files.ts';
import { html, type Html, raw } from './html.ts';
import { labelOf } from './label.ts';
import { withoutRemoteImages } from './local-html.ts';
import type { RenderContext } from './model.ts';
import { summary } from './setting.ts';
import { looksLikeFile, thumbnail } from './thumbnail.ts';
import { say } from '../kirby/text/say.ts';

/** How much of a long text a card shows. */
const longest = 400;

const holdsBlocks: ReadonlySet<string> = new Set(['blocks', 'layout']);

/**
 * A block whose snippet is the site's own: its fields, to be read.
 *
 * @param nested how a block in one of its fields is shown; `undefined`: not at all
 */
export function blockCard(
  block: Block,
  fieldset: Fieldset | undefined,
  context: RenderContext,
  nested: ((block: Block) => Html) | undefined,
): Html {
  const rows = Object.entries(block.content).flatMap(([name, value]) => {
    const content = contentValue(value);
    if (content.isEmpty) return [];
    const field = fieldset?.fields.get(name);
    const isDrawn = field !== undefined && !holdsBlocks.has(field.type);
    return [
      html`<dt>${field?.label ?? labelOf(name)}</dt>
        <dd>
          ${isDrawn ? drawField(content, field, context) : cardValue(content, context, nested)}
        </dd>`,
    ];
  });
  const fields =
    rows.length === 0 ? html`<p class="kirby-note">${say`Empty`}</p>` : html`<dl>${rows}</dl>`;
  const name = fieldset?.name ?? labelOf(block.type);
  return html`<section class="kirby-card">
    <p class="kirby-card-title">${name}</p>
    ${fields}
  </section>`;
}

function cardValue(
  value: ContentValue,
  context: RenderContext,
  nested: ((block: Block) => Html) | undefined,
): Html {
  const { json, text } = value;
  const blocks = nested === undefined ? undefined : nestedBlocks(json, nested);
  if (blocks !== undefined) return blocks;
  const first = isPhpArray(json) ? phpGet(json, 0) : json;
  if (typeof first === 'string' && looksLikeFile(first)) {
    const files = mentionedFiles(value, context) ?? [];
    return html`${files.map((file) => thumbnail(file, context))}`;
  }
  if (text === undefined) return html`${summary(json ?? null)}`;
  if (isColor(text)) return swatch(text);
  if (/^<[a-z][^>]*>/i.test(text)) return raw(withoutRemoteImages(text));
  return html`${text.length > longest ? `${text.slice(0, longest)}…` : text}`;
}

/** Blocks in a block's own field, stored as JSON in a string or as they are. */
function nestedBlocks(json: JsonValue | undefined, show: (block: Block) => Html): Html | undefined {
  if (!isBlockList(json)) return undefined;
  const reading = readBlocks(json);
  if (!reading.ok) return undefined;
  return html`${reading.blocks.map((block) => html`<section class="kirby-nested">${show(block)}</section>`)}`;
}

function isBlockList(json: JsonValue | undefined): json is string | readonly JsonValue[] {
  if (typeof json === 'string') return /^\s*\[\s*\{/.test(json) && json.includes('"type"');
  if (!Array.isArray(json)) return false;
  return phpEntries(json).every(
    ([, item]) => isPhpArray(item) && phpGet(item, 'type') !== undefined,
  );
}
