import { isPhpArray, phpEntries, phpString } from '../kirby/blocks/php.ts';
import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { readSeparated } from '../kirby/field-types/separated.ts';
import { isArray, type JsonObject, type JsonValue } from '../kirby/json/value.ts';
import { phpTrim } from '../kirby/text/php.ts';
import { isColor, swatch } from './color.ts';
import { type ContentValue, contentValue, referencesOf } from './content-value.ts';
import { type MentionedFile, mentionedFiles } from './files.ts';
import { html, type Html } from './html.ts';
import { labelOf } from './label.ts';
import type { RenderContext } from './model.ts';
import { pageName } from './page-name.ts';
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
  const names = pagesIn(content, definition, context) ?? choicesIn(content, definition);
  if (names !== undefined) {
    const list = names.map((name, index) => [index > 0 && ', ', name]);
    return html`<span class="kirby-setting-value">${list}</span>`;
  }
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
      : definition.type === 'files' ||
        (definition.type === 'link' && typeof first === 'string' && /^\s*file:\/\//.test(first));
  return isFiles ? mentionedFiles(contentValue(value), context) : undefined;
}

/** The titles of pages that a setting leads to. */
function pagesIn(
  value: ContentValue,
  definition: FieldDefinition | undefined,
  context: RenderContext,
): readonly Html[] | undefined {
  const isOne = definition?.type !== 'pages' && /^\s*page:\/\/\S+\s*$/.test(value.text ?? '');
  if (!isOne && definition?.type !== 'pages') return undefined;
  const references = isOne
    ? [phpTrim(value.text ?? '')]
    : referencesOf(value, context.site?.options.yamlHandler ?? 'spyc');
  return references?.map((reference) => pageName(reference, context));
}

/** The names of several options that are chosen. */
function choicesIn(
  { json }: ContentValue,
  definition: FieldDefinition | undefined,
): readonly string[] | undefined {
  if (definition?.type !== 'checkboxes' && definition?.type !== 'multiselect') return undefined;
  const parts = readSeparated(json, definition);
  if (!isArray(parts)) return undefined;
  return parts.flatMap((part) => {
    if (typeof part !== 'string') return [];
    return [definition.options?.find(({ value }) => value === part)?.text ?? part];
  });
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
