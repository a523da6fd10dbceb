import { isAcceptedByPhp } from '../kirby/blocks/decode.ts';
import { isPhpArray } from '../kirby/blocks/php.ts';
import { readBlocks } from '../kirby/blocks/read.ts';
import type { Field } from '../kirby/content/document.ts';
import { nameBehindMark } from '../kirby/content/parse.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import type { JsonValue } from '../kirby/json/value.ts';
import { readLayout } from '../kirby/layout/read.ts';
import { html } from './html.ts';
import { labelOf } from './label.ts';
import { blockFragments, type FragmentMaker, rowFragments, slot } from './layout-fragments.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Makes the fragments of a Layout or Blocks field: of the field under `key`, and of all that it
 * holds.
 *
 * @returns why the field cannot be shown: its JSON is broken, or Kirby would throw. No fragment is
 *   made then
 */
export function renderJsonField(
  field: Field,
  kind: 'layout' | 'blocks',
  key: string,
  maker: FragmentMaker,
): string | undefined {
  const label = maker.definition?.label ?? labelOf(nameBehindMark(field.name));
  const { value } = jsonOf(field);
  if (value === undefined || !isAcceptedByPhp(field.value.text, value)) {
    return kind === 'layout'
      ? say`The JSON of “${label}” cannot be read. Kirby shows nothing of it.`
      : say`The JSON of “${label}” cannot be read. Kirby shows its source as text.`;
  }
  const content =
    kind === 'layout'
      ? layoutKeys(value, key, maker)
      : blockKeys(isPhpArray(value) ? value : field.value.text, key, maker);
  if ('reason' in content) {
    return say`“${label}” cannot be shown. ${content.reason} Kirby fails on this page.`;
  }
  const inner =
    content.keys.length === 0
      ? html`<p class="kirby-note">${say`Empty`}</p>`
      : content.keys.map(slot);
  maker.add({
    key,
    html: html`<section
      class="kirby-field kirby-${kind}"
      data-key="${key}"
      role="group"
      aria-label="${label}"
      ${content.keys.length === 0 && html`tabindex="0"`}
    >
      ${inner}
    </section>`.html,
    place: { field: field.name, path: [] },
  });
  return undefined;
}

type Content = { readonly keys: readonly string[] } | { readonly reason: string };

function layoutKeys(value: JsonValue, key: string, maker: FragmentMaker): Content {
  const reading = readLayout(value);
  return reading.ok ? { keys: rowFragments(reading.rows, key, maker) } : { reason: reading.reason };
}

function blockKeys(value: JsonValue, key: string, maker: FragmentMaker): Content {
  const reading = readBlocks(value);
  return reading.ok
    ? { keys: blockFragments(reading.blocks, key, maker) }
    : { reason: reading.reason };
}
