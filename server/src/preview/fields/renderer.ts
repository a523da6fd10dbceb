import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
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

export interface FieldContext extends RenderContext {
  /** A value inside of this one, drawn as its own type; nothing of an empty one. */
  readonly draw: (json: JsonValue | undefined, definition: FieldDefinition | undefined) => Html;
}
