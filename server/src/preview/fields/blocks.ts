import type { Block } from '../../kirby/blocks/block.ts';
import { isPhpArray, phpEntries, phpGet } from '../../kirby/blocks/php.ts';
import { readBlocks } from '../../kirby/blocks/read.ts';
import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { JsonValue } from '../../kirby/json/value.ts';
import { html, type Html } from '../html.ts';
import type { DrawContext, FieldRenderer } from './renderer.ts';
import { text } from './text.ts';
import { say } from '../../kirby/text/say.ts';

/** Blocks inside of another value: of a structure, an object or a block. */
export const blocks: FieldRenderer = (value, context, definition) =>
  nestedBlocks(value.json, context, definition) ?? text(value, context, definition);

/** `undefined`: there are none, they cannot be read, or they are too deep inside of others. */
function nestedBlocks(
  json: JsonValue | undefined,
  context: DrawContext,
  definition: FieldDefinition | undefined,
): Html | undefined {
  if (json === undefined || context.drawBlock === undefined) return undefined;
  const reading = readBlocks(json, { yamlHandler: context.site?.options.yamlHandler ?? 'spyc' });
  return reading.ok && reading.blocks.length > 0
    ? blockList(reading.blocks, context, definition)
    : undefined;
}

/** Blocks one below the other, hidden ones marked. */
export function blockList(
  list: readonly Block[],
  { site, drawBlock }: DrawContext,
  definition: FieldDefinition | undefined,
): Html {
  const shown = list.map((block) => {
    const fieldset =
      definition?.fieldsets?.get(block.type) ?? site?.blueprints.fieldset(block.type);
    const label = block.isHidden && html`<span class="kirby-hidden-label">${say`Hidden`}</span>`;
    return html`<section class="kirby-nested${block.isHidden && ' kirby-hidden'}">
      ${label}${drawBlock?.(block, fieldset)}
    </section>`;
  });
  return html`${shown}`;
}

/** Whether a value that no blueprint knows is a list of blocks, as it is or as JSON in a text. */
export function looksLikeBlocks(json: JsonValue | undefined): boolean {
  if (typeof json === 'string') return /^\s*\[\s*\{/.test(json) && json.includes('"type"');
  if (!Array.isArray(json) || json.length === 0) return false;
  return phpEntries(json).every(
    ([, item]) =>
      isPhpArray(item) &&
      typeof phpGet(item, 'type') === 'string' &&
      isPhpArray(phpGet(item, 'content')),
  );
}
