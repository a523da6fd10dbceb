import type { Block } from '../kirby/blocks/block.ts';
import { isPhpArray, phpGet } from '../kirby/blocks/php.ts';
import type { Fieldset } from '../kirby/blueprint/blueprint.ts';
import { isColor, swatch } from './color.ts';
import { type ContentValue, contentValue } from './content-value.ts';
import { looksLikeBlocks } from './fields/blocks.ts';
import { drawField } from './fields/index.ts';
import type { DrawContext } from './fields/renderer.ts';
import { holdsRows } from './fields/rows.ts';
import { mentionedFiles } from './files.ts';
import { html, type Html, raw } from './html.ts';
import { labelOf } from './label.ts';
import { withoutRemoteImages } from './local-html.ts';
import { summary } from './setting.ts';
import { looksLikeFile, thumbnail } from './thumbnail.ts';
import { say } from '../kirby/text/say.ts';

/** How much of a long text a card shows. */
const longest = 400;

/**
 * A block whose snippet is the site's own: its fields, to be read. Those of its blueprint are drawn as
 * their type, under their label; others as they look.
 *
 * @param note a remark below the fields
 */
export function blockCard(
  block: Block,
  fieldset: Fieldset | undefined,
  context: DrawContext,
  note?: string,
): Html {
  const rows = Object.entries(block.content).flatMap(([name, value]) => {
    const content = contentValue(value);
    if (content.isEmpty) return [];
    const field = fieldset?.fields.get(name);
    return [
      html`<dt>${field?.label ?? labelOf(name)}</dt>
        <dd>
          ${field === undefined ? cardValue(content, context) : drawField(content, field, context)}
        </dd>`,
    ];
  });
  const fields =
    rows.length === 0 ? html`<p class="kirby-note">${say`Empty`}</p>` : html`<dl>${rows}</dl>`;
  const name = fieldset?.name ?? labelOf(block.type);
  const remark = note !== undefined && html`<p class="kirby-note">${note}</p>`;
  return html`<section class="kirby-card">
    <p class="kirby-card-title">${name}</p>
    ${fields}${remark}
  </section>`;
}

function cardValue(value: ContentValue, context: DrawContext): Html {
  const { json, text } = value;
  if (looksLikeBlocks(json) || holdsRows(json)) return drawField(value, undefined, context);
  const first = isPhpArray(json) ? phpGet(json, 0) : json;
  if (typeof first === 'string' && looksLikeFile(first)) {
    const files = mentionedFiles(value, context) ?? [];
    return html`${files.map((file) => thumbnail(file, context))}`;
  }
  if (typeof first === 'string' && first.startsWith('page://'))
    return drawField(value, undefined, context, 'pages');
  if (text === undefined) return html`${summary(json ?? null)}`;
  if (isColor(text)) return swatch(text);
  if (/^<[a-z][^>]*>/i.test(text)) return raw(withoutRemoteImages(text));
  return html`${text.length > longest ? `${text.slice(0, longest)}…` : text}`;
}
