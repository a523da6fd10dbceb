import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { Field } from '../kirby/content/document.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { nodeAt, pathAt } from '../kirby/json/tree.ts';
import {
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  valueAt,
} from '../kirby/json/value.ts';
import { type Span, touches } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { definitionOf, type JsonField, jsonFields } from '../site/json-fields.ts';
import type { FileEntry, PageEntry } from '../site/site.ts';
import { tagHover } from './hover-tag.ts';
import { targetAt } from './target.ts';

/** What is said about a place: Markdown, and the span it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** A reference, a block or a field's name under the cursor, explained. */
export function hover(context: RuleContext, offset: number): Hover | undefined {
  const found = targetAt(context, offset);
  if (found !== undefined) {
    const { target } = found;
    const markdown = target.kind === 'page' ? describePage(target) : describeFile(target);
    return { markdown, span: found.span };
  }
  const field = context.document.fields.find(({ span }) => touches(span, offset));
  if (field === undefined) return undefined;
  if (touches(field.nameSpan, offset)) return hoverName(context, field);
  const tag = tagHover(context, offset);
  if (tag !== undefined) return tag;
  const json = jsonFields(context.document, context.site, context.file).find(
    (candidate) => candidate.field === field,
  );
  return json === undefined ? undefined : hoverJson(json, offset);
}

function describePage(page: PageEntry): string {
  const status = page.status === 'draft' ? ', a draft' : '';
  return lines(
    `**${escape(page.title ?? page.slug)}**`,
    `Page \`${page.id}\`${status}, template \`${page.template}\``,
  );
}

function describeFile(file: FileEntry): string {
  const alt = file.content['alt'];
  return lines(
    `**${escape(file.name)}**${file.hasBinary ? '' : ' (only its metadata is here)'}`,
    `\`${file.path}\``,
    alt === undefined || alt === '' ? '' : `Alternative text: ${escape(alt)}`,
  );
}

function hoverName({ site, file }: RuleContext, field: Field): Hover | undefined {
  const blueprint = file === undefined ? undefined : site?.blueprints.of(file.model);
  const definition =
    blueprint === undefined ? undefined : definitionOf(blueprint.fields, field.name);
  return definition === undefined || blueprint === undefined
    ? undefined
    : { markdown: describeDefinition(definition, blueprint.name), span: field.nameSpan };
}

function describeDefinition(definition: FieldDefinition, blueprint: string): string {
  const required = definition.required ? ', required' : '';
  const options = definition.options ?? [];
  const values = options
    .slice(0, 12)
    .map(({ value, text }) =>
      text === value ? `- \`${value}\`` : `- \`${value}\`: ${escape(text)}`,
    );
  return lines(
    `**${escape(definition.label)}**`,
    `\`${definition.type}\` field${required}, from the blueprint \`${blueprint}\``,
    definition.help === undefined ? '' : escape(definition.help),
    values.join('\n'),
  );
}

function hoverJson({ field, kind, definition }: JsonField, offset: number): Hover | undefined {
  const json = jsonOf(field);
  const root = json.tree();
  const inValue = field.value.fromSource(offset);
  if (root === undefined || inValue === undefined || json.value === undefined) return undefined;
  const path = pathAt(root, inValue) ?? [];
  const block = innermostBlock(json.value, path);
  if (block === undefined) return undefined;
  const node = nodeAt(root, block.path);
  if (node === undefined) return undefined;
  const { type } = block;
  const name = definition?.fieldsets?.get(type)?.name;
  const where = kind === 'layout' && typeof path[0] === 'number' ? ` in row ${path[0] + 1}` : '';
  const hidden = block.value['isHidden'] === true ? ', hidden' : '';
  return {
    markdown: lines(`**${escape(name ?? type)}** block${where}${hidden}`, excerpt(block.value)),
    span: field.value.toSource({ start: node.span.start, end: node.span.end }),
  };
}

function innermostBlock(
  value: JsonValue,
  path: JsonPath,
): { readonly value: JsonObject; readonly type: string; readonly path: JsonPath } | undefined {
  for (let length = path.length; length > 0; length--) {
    const candidate = valueAt(value, path.slice(0, length));
    if (!isObject(candidate) || !('content' in candidate)) continue;
    const { type } = candidate;
    if (typeof type === 'string') return { value: candidate, type, path: path.slice(0, length) };
  }
  return undefined;
}

/** The text of a block, decoded and without markup, cut after a few lines. */
function excerpt({ content }: JsonObject): string {
  if (!isObject(content)) return '';
  const texts = Object.entries(content).flatMap(([key, value]) => {
    if (typeof value !== 'string' || value.trim() === '') return [];
    const text = value
      .replace(/<[^>]*>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
    return [`${escape(key)}: ${escape(text.length > 300 ? `${text.slice(0, 299)}…` : text)}`];
  });
  return texts.slice(0, 6).join('\n\n');
}

/** Text as Markdown that shows it and nothing else: content is not ours, and hovers render HTML. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>&~]/gu, String.raw`\$&`);
}

function lines(...paragraphs: readonly string[]): string {
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}
