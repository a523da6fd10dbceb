import type { Block } from '../kirby/blocks/block.ts';
import type { Fieldset } from '../kirby/blueprint/blueprint.ts';
import { blockCard } from './block-card.ts';
import { blockHtml } from './block-html.ts';
import { rendererOf } from './blocks/index.ts';
import type { DrawBlock, DrawContext } from './fields/renderer.ts';
import { html, type Html, raw } from './html.ts';
import { classPart, labelOf } from './label.ts';
import { withoutRemoteImages } from './local-html.ts';
import type { RenderContext } from './model.ts';
import { placeholder } from './placeholder.ts';
import { blockTemplate } from './template/block-template.ts';
import { memo } from '../kirby/text/memo.ts';
import { say } from '../kirby/text/say.ts';

/** A block with what the webview needs to find and reach it; inside, what the audience is to see. */
export function blockFragment(
  block: Block,
  key: string,
  fieldset: Fieldset | undefined,
  context: RenderContext,
): Html {
  const name = fieldset?.name ?? labelOf(block.type);
  const label = block.isHidden ? say`${name} block, hidden` : say`${name} block`;
  return html`<article
    class="kirby-block kirby-block-${classPart(block.type)}${block.isHidden && ' kirby-hidden'}"
    data-key="${key}"
    data-type="${block.type}"
    role="article"
    aria-label="${label}"
    tabindex="0"
  >
    ${block.isHidden && html`<span class="kirby-hidden-label">${say`Hidden`}</span>`}${contentHtml(block, fieldset, context)}
  </article>`;
}

function contentHtml(block: Block, fieldset: Fieldset | undefined, context: RenderContext): Html {
  return context.audience === 'page'
    ? blockHtml(block, context)
    : editorHtml(block, fieldset, context);
}

/** How deep blocks inside of blocks are shown. */
const deepest = 3;

/** What the fields of a file are drawn in, or those of a block that is `depth` blocks deep. */
export function drawContext(context: RenderContext, depth = -1): DrawContext {
  const known = drawContexts(context);
  return (known[depth + 1] ??= newDrawContext(context, depth));
}

const drawContexts = memo((_context: RenderContext): DrawContext[] => []);

function newDrawContext(context: RenderContext, depth: number): DrawContext {
  const drawBlock: DrawBlock = (block, fieldset) => editorHtml(block, fieldset, context, depth + 1);
  return { ...context, drawBlock: depth < deepest ? drawBlock : undefined };
}

/**
 * What is inside: as the project's own template shows it, else Kirby's HTML, a box when there is nothing
 * to see, a card for an unknown type.
 */
function editorHtml(
  block: Block,
  fieldset: Fieldset | undefined,
  context: RenderContext,
  depth = 0,
): Html {
  const inside = drawContext(context, depth);
  const own = blockTemplate(block, fieldset, inside);
  if (own !== undefined) {
    return 'fault' in own ? blockCard(block, fieldset, inside, own.fault) : own;
  }
  const renderer = rendererOf(block.type);
  if (renderer === undefined) return blockCard(block, fieldset, inside);
  const shown = renderer(block.content, context);
  if (shown === undefined) {
    return placeholder('missing', say`Kirby shows nothing of this ${block.type} block`);
  }
  const inner = withoutRemoteImages(shown.html);
  return isBlank(inner) ? placeholder('empty', say`Empty ${block.type} block`) : raw(inner);
}

/** Whether there is nothing to see: no text between the tags, and no tag that shows by itself. */
function isBlank(inner: string): boolean {
  if (/<(?:img|hr|video|audio|iframe|svg|object|input|table)\b/i.test(inner)) return false;
  const end = inner.length;
  let at = 0;
  while (at < end) {
    const code = inner.charCodeAt(at);
    if (code === 60) {
      const close = inner.indexOf('>', at);
      if (close < 0) return false;
      at = close + 1;
    } else if (code === 32 || (code >= 9 && code <= 13)) at++;
    else return false;
  }
  return true;
}
