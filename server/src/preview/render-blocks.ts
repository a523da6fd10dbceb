import type { Block } from '../kirby/blocks/block.ts';
import { newId } from '../kirby/blocks/new-id.ts';
import { readBlocks } from '../kirby/blocks/read.ts';
import type { JsonValue } from '../kirby/json/value.ts';
import { readLayout } from '../kirby/layout/read.ts';
import { blockHtml } from './block-html.ts';
import type { RenderContext } from './model.ts';

/** A block and what Kirby prints for it. Hidden blocks are there, too; pages leave them out. */
export interface RenderedBlock {
  readonly id: string;
  readonly type: string;
  readonly isHidden: boolean;
  readonly html: string;
}

export interface RenderedColumn {
  readonly id: string;
  readonly width: string;
  /** Columns of twelve; `undefined` where Kirby's `span()` throws. */
  readonly span: number | undefined;
  readonly blocks: readonly RenderedBlock[];
}

export interface RenderedLayout {
  readonly id: string;
  readonly columns: readonly RenderedColumn[];
}

/** Where Kirby throws, and the page with it. */
export interface RenderError {
  readonly error: string;
}

/**
 * What `$field->toBlocks()` holds and its snippets print. Ids that Kirby would make up at random are
 * the same for the same value here.
 *
 * @param value the text of a field, or a value that was decoded already
 */
export function renderBlocks(
  value: string | JsonValue,
  context: RenderContext,
): { readonly blocks: readonly RenderedBlock[] } | RenderError {
  const reading = readBlocks(value, { yamlHandler: context.site?.options.yamlHandler ?? 'spyc' });
  if (!reading.ok) return { error: reading.reason };
  return { blocks: renderAll(reading.blocks, context, '') };
}

/** What `$field->toLayouts()` holds. Kirby has no HTML of its own for rows and columns. */
export function renderLayout(
  value: string | JsonValue,
  context: RenderContext,
): { readonly layouts: readonly RenderedLayout[] } | RenderError {
  const reading = readLayout(value);
  if (!reading.ok) return { error: reading.reason };
  const layouts = reading.rows.map((row, index) => ({
    id: row.id ?? newId(`row ${index}`),
    columns: row.columns.map((column, columnIndex) => ({
      id: column.id ?? newId(`column ${index} ${columnIndex}`),
      width: column.width,
      span: column.span,
      blocks: renderAll(column.blocks, context, `${index} ${columnIndex}`),
    })),
  }));
  return { layouts };
}

function renderAll(
  blocks: readonly Block[],
  context: RenderContext,
  place: string,
): readonly RenderedBlock[] {
  return blocks.map((block, index) => ({
    id: block.id ?? newId(`block ${place} ${index}`),
    type: block.type,
    isHidden: block.isHidden,
    html: blockHtml(block, context).html,
  }));
}
