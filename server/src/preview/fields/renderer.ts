import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { Html } from '../html.ts';
import type { RenderContext } from '../model.ts';

/** A field's value as an editor may want to see it. `text` is never empty. */
export type FieldRenderer = (
  text: string,
  context: RenderContext,
  definition: FieldDefinition | undefined,
) => Html;
