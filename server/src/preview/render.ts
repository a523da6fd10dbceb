import type { ContentDocument, Field } from '../kirby/content/document.ts';
import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { definitionOf, jsonFields } from '../site/json-fields.ts';
import type { ContentFile } from '../site/site.ts';
import { contentValue } from './content-value.ts';
import { drawField } from './fields/index.ts';
import { isImage } from './files.ts';
import { html, type Html } from './html.ts';
import { renderJsonField } from './json-field.ts';
import { keyOfField } from './key.ts';
import { classPart, labelOf } from './label.ts';
import { slot } from './layout-fragments.ts';
import { type Memory, memoryAfter } from './memory.ts';
import type { BrokenField, Fragment, Preview, RenderContext } from './model.ts';
import { headHtml, type HeadRole, headRole, headRoles } from './page-head.ts';

/*
 * The elements and classes of the preview, for whoever styles it:
 *
 * .kirby-head > .kirby-cover, .kirby-title (h1), .kirby-intro, .kirby-date, .kirby-page-tags
 * .kirby-picture (a file's own image, in the preview of its metadata)
 * .kirby-field.kirby-field-TYPE > .kirby-field-label (h2), then one of
 *   .kirby-value (p), .kirby-tags > .kirby-tag, .kirby-files > li, .kirby-table,
 *   .kirby-object (dl), .kirby-entries > li,
 *   or the HTML of a textarea or a writer
 * .kirby-layout > .kirby-row > .kirby-settings > .kirby-setting[data-name]
 *     > .kirby-setting-label, then .kirby-setting-value | .kirby-color | .kirby-thumbnail
 *   .kirby-row > .kirby-columns > .kirby-column.kirby-span-1 … .kirby-span-12
 * .kirby-blocks (a Blocks field)
 * .kirby-block.kirby-block-TYPE[data-type], .kirby-hidden with .kirby-hidden-label
 * .kirby-card > .kirby-card-title, dl > dt, dd; .kirby-nested (a block in a block)
 * .kirby-placeholder.kirby-placeholder-missing|unknown|remote|empty
 *   > .kirby-placeholder-title, .kirby-placeholder-detail (code)
 * .kirby-video > .kirby-video-poster, .kirby-video-name
 * .kirby-color > .kirby-swatch[data-color], .kirby-thumbnail (img), .kirby-file
 * .kirby-note (a small remark), .kirby-unreadable (a field that cannot be read)
 *
 * Every fragment's own element has `data-key`; <kirby-slot data-key> is where a child belongs.
 */

/**
 * A content file as an editor sees it: the head of the page, its layouts and blocks, and then its
 * other fields.
 *
 * @param file what the file is in its site; `undefined` for a loose one
 * @param previous the rendering before, of the same file: what has not changed is taken from it, and
 *   so are the fragments of a field that cannot be read now
 */
export function renderPage(
  document: ContentDocument,
  context: RenderContext,
  file: ContentFile | undefined,
  previous?: Preview,
): Preview {
  const rendering: Rendering = {
    context,
    file,
    previous,
    memory: memoryAfter(previous, context),
    roots: [],
    fragments: new Map(),
    broken: [],
  };
  const fields = shownFields(document, rendering);
  const kinds = new Map(
    jsonFields(document, context.site, file).map(({ field, kind }) => [field, kind]),
  );
  const plain = fields.filter(({ field }) => !kinds.has(field));
  const head = headFields(plain);
  addHead(rendering, head);
  for (const kind of ['layout', 'blocks'] as const) {
    for (const shown of fields) {
      if (kinds.get(shown.field) === kind) addJsonField(rendering, shown, kind);
    }
  }
  const inHead = new Set([...head.values()].map(({ field }) => field));
  for (const shown of plain) if (!inHead.has(shown.field)) addField(rendering, shown);

  const { roots, fragments, broken } = rendering;
  const preview = { roots, fragments, broken };
  rendering.memory.belongsTo(preview);
  return preview;
}

/** A rendering in the making. */
interface Rendering {
  readonly context: RenderContext;
  readonly file: ContentFile | undefined;
  readonly previous: Preview | undefined;
  readonly memory: Memory;
  readonly roots: string[];
  readonly fragments: Map<string, Fragment>;
  readonly broken: BrokenField[];
}

interface ShownField {
  readonly field: Field;
  readonly definition: FieldDefinition | undefined;
  readonly key: string;
}

/** Names that are Kirby's own business, unless a blueprint has a field of that name. */
const internal = new Set(['uuid', 'template', 'sort', 'slug', 'lock']);
/** Field types that hold nothing an author wrote. */
const silent = new Set(['hidden', 'headline', 'info', 'line', 'gap', 'stats', 'slug']);

/** Every field that has a value; of several with one name the last, as Kirby reads them. */
function shownFields(
  document: ContentDocument,
  { context, file }: Rendering,
): readonly ShownField[] {
  const { model } = file ?? context;
  const definitions = model === undefined ? undefined : context.site?.blueprints.of(model)?.fields;
  const byName = new Map(document.fields.map((field) => [field.name, field]));
  return [...byName.values()].flatMap((field) => {
    const definition = definitions && definitionOf(definitions, field.name);
    const isHidden =
      definition === undefined ? internal.has(field.name) : silent.has(definition.type);
    if (contentValue(field.value.text).isEmpty || isHidden) return [];
    return [{ field, definition, key: keyOfField(field.name) }];
  });
}

/** The first field of each role. */
function headFields(fields: readonly ShownField[]): ReadonlyMap<HeadRole, ShownField> {
  const head = new Map<HeadRole, ShownField>();
  for (const shown of fields) {
    const role = headRole(shown.field.name, shown.definition);
    if (role !== undefined && !head.has(role)) head.set(role, shown);
  }
  return head;
}

const headKey = '#head';

function addHead(rendering: Rendering, head: ReadonlyMap<HeadRole, ShownField>): void {
  const { context, memory, fragments } = rendering;
  const shownInOrder = headRoles.flatMap((role) => {
    const shown = head.get(role);
    return shown === undefined ? [] : [{ role, ...shown }];
  });
  for (const { role, field, definition, key } of shownInOrder) {
    const source = [role, field.value.text];
    const inner = memory.recall(
      key,
      source,
      () => headHtml(role, field, definition, key, context).html,
    );
    fragments.set(key, { key, html: inner, place: { field: field.name, path: [] } });
  }
  const picture = ownPicture(rendering);
  const first = shownInOrder[0];
  if (first === undefined && picture === undefined) return;
  const slots = shownInOrder.map(({ key }) => slot(key));
  addRoot(rendering, {
    key: headKey,
    html: html`<header class="kirby-head" data-key="${headKey}">${picture}${slots}</header>`.html,
    place: { field: first?.field.name ?? '', path: [] },
  });
}

/** The image that a metadata file belongs to. */
function ownPicture({ file, context }: Rendering): Html | undefined {
  const model = file?.model;
  if (model?.kind !== 'file' || !model.file.hasBinary || !isImage(model.file.name)) {
    return undefined;
  }
  const address = context.fileUrl(model.file);
  return html`<figure class="kirby-picture">
    <img src="${address}" alt="${model.file.name}" />
  </figure>`;
}

function addJsonField(rendering: Rendering, shown: ShownField, kind: 'layout' | 'blocks'): void {
  const { context, memory, fragments, roots, broken } = rendering;
  const { field, definition, key } = shown;
  const message = renderJsonField(field, kind, key, {
    context,
    memory,
    field: field.name,
    definition,
    add: (fragment) => fragments.set(fragment.key, fragment),
  });
  if (message === undefined) {
    roots.push(key);
    return;
  }
  broken.push({ field: field.name, message });
  if (keepPrevious(rendering, key)) return;
  const note = html`<p class="kirby-note">${message}</p>`;
  addRoot(rendering, fieldFragment(shown, 'kirby-unreadable', note));
}

/** Takes over the fragments of a field from the rendering before; `false` when there are none. */
function keepPrevious(rendering: Rendering, key: string): boolean {
  const { previous, fragments, memory, roots } = rendering;
  if (previous?.roots.includes(key) !== true) return false;
  for (const fragment of previous.fragments.values()) {
    if (fragment.key !== key && !fragment.key.startsWith(`${key}/`)) continue;
    fragments.set(fragment.key, fragment);
    memory.keep(fragment.key);
  }
  roots.push(key);
  return true;
}

function addField(rendering: Rendering, shown: ShownField): void {
  const { context, memory } = rendering;
  const { field, definition, key } = shown;
  const { text } = field.value;
  const inner = memory.recall(key, [text], () => {
    const value = drawField(contentValue(text), definition, context);
    return fieldFragment(shown, `kirby-field-${classPart(definition?.type ?? 'unknown')}`, value)
      .html;
  });
  addRoot(rendering, { key, html: inner, place: { field: field.name, path: [] } });
}

function fieldFragment(
  { field, definition, key }: ShownField,
  name: string,
  value: Html,
): Fragment {
  const label = definition?.label ?? labelOf(field.name);
  const fragment = html`<section
    class="kirby-field ${name}"
    data-key="${key}"
    role="group"
    aria-label="${label}"
    tabindex="0"
  >
    <h2 class="kirby-field-label">${label}</h2>
    ${value}
  </section>`;
  return { key, html: fragment.html, place: { field: field.name, path: [] } };
}

function addRoot({ roots, fragments }: Rendering, fragment: Fragment): void {
  roots.push(fragment.key);
  fragments.set(fragment.key, fragment);
}
