import type { Block } from '../../kirby/blocks/block.ts';
import type { FieldDefinition, Fieldset } from '../../kirby/blueprint/blueprint.ts';
import type { JsonValue } from '../../kirby/json/value.ts';
import type { ContentValue } from '../content-value.ts';
import type { Html } from '../html.ts';
import type { RenderContext } from '../model.ts';

/**
 * A field's value as an editor may want to see it, at the top of a file or inside of another value.
 * It is never empty.
 */
export type FieldRenderer = (
  value: ContentValue,
  context: FieldContext,
  definition: FieldDefinition | undefined,
) => Html;

/** How a block that is part of a value is shown. */
export type DrawBlock = (block: Block, fieldset: Fieldset | undefined) => Html;

/** What a value is drawn in. */
export interface DrawContext extends RenderContext {
  /** `undefined`: so deep inside of each other no blocks are shown. */
  readonly drawBlock: DrawBlock | undefined;
}

export interface FieldContext extends DrawContext {
  /** A value inside of this one, drawn as its own type; nothing of an empty one. */
  readonly draw: (json: JsonValue | undefined, definition: FieldDefinition | undefined) => Html;
}
