import type { JsonObject } from '../../kirby/json/value.ts';
import type { Html } from '../html.ts';
import type { RenderContext } from '../model.ts';

/**
 * What Kirby's snippet for a block type prints. `undefined`: nothing, be it that the snippet prints
 * nothing or that it throws (`Block::toHtml()` then logs and gives an empty text).
 */
export type BlockRenderer = (content: JsonObject, context: RenderContext) => Html | undefined;
