import { isPhpArray, phpEntries, phpString } from '../kirby/blocks/php.ts';
import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { JsonObject, JsonValue } from '../kirby/json/value.ts';
import { isColor, swatch } from './color.ts';
import { contentValue } from './content-value.ts';
import { type MentionedFile, mentionedFiles } from './files.ts';
import { html, type Html } from './html.ts';
import { labelOf } from './label.ts';
import type { RenderContext } from './model.ts';
import { looksLikeFile, thumbnail } from './thumbnail.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A row's settings, each as what it looks like: a colour with its swatch, files as thumbnails,
 * anything else as text. What is empty is left out.
 *
 * @param definitions of the settings, where a blueprint knows them
 */
export function settingsHtml(
  attrs: JsonObject,
  definitions: ReadonlyMap<string, FieldDefinition> | undefined,
  context: RenderContext,
): Html | undefined {
  const items = Object.entries(attrs).flatMap(([name, value]) => {
    const definition = definitions?.get(name);
    const shown = settingValue(value, definition, context);
    if (shown === undefined) return [];
    const label = definition?.label ?? labelOf(name);
    return [
      html`<li class="kirby-setting" data-name="${name}">
        <span class="kirby-setting-label">${label}</span> ${shown}
      </li>`,
    ];
  });
  return items.length === 0
    ? undefined
    : html`<ul class="kirby-settings" aria-label="${say`Row settings`}">
        ${items}
      </ul>`;
}

function settingValue(
  value: JsonValue,
  definition: FieldDefinition | undefined,
  context: RenderContext,
): Html | undefined {
  const content = contentValue(value);
  if (content.isEmpty) return undefined;
  const files = filesIn(value, definition, context);
  if (files !== undefined) return html`${files.map((file) => thumbnail(file, context))}`;
  if (content.text === undefined)
    return html`<span class="kirby-setting-value">${summary(value)}</span>`;
  if (isColor(content.text)) return swatch(content.text);
  const chosen = definition?.options?.find((option) => option.value === content.text)?.text;
  return html`<span class="kirby-setting-value"
    >${chosen ?? (typeof value === 'boolean' ? yesOrNo(value) : content.text)}</span
  >`;
}

function filesIn(
  value: JsonValue,
  definition: FieldDefinition | undefined,
  context: RenderContext,
): readonly MentionedFile[] | undefined {
  const first = isPhpArray(value) ? phpEntries(value)[0]?.[1] : value;
  const isFiles =
    definition === undefined
      ? typeof first === 'string' && looksLikeFile(first.replace(/^- */, ''))
      : definition.type === 'files';
  return isFiles ? mentionedFiles(contentValue(value), context) : undefined;
}

export function yesOrNo(value: boolean): string {
  return value ? say`Yes` : say`No`;
}

/** A list or an object in a few words. */
export function summary(value: JsonValue): string {
  if (!isPhpArray(value)) return phpString(value) ?? '';
  const parts = phpEntries(value).map(([key, item]) => {
    const text = isPhpArray(item) ? '…' : (phpString(item) ?? '');
    return typeof key === 'number' ? text : `${key}: ${text}`;
  });
  return parts.filter((part) => part !== '').join(', ');
}
