import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { jsonFields } from '../site/json-fields.ts';
import type { ContentFile } from '../site/site.ts';
import { drawContext } from './block-fragment.ts';
import { contentValue } from './content-value.ts';
import { drawField } from './fields/index.ts';
import { formParts } from './form.ts';
import { html, type Html } from './html.ts';
import { renderJsonField } from './json-field.ts';
import { classPart } from './label.ts';
import { slot } from './layout-fragments.ts';
import { type Memory, memoryAfter } from './memory.ts';
import type { BrokenField, Fragment, Preview, RenderContext } from './model.ts';
import { ownPicture } from './own-picture.ts';
import { headHtml, type HeadRole, headRole, headRoles } from './page-head.ts';
import { fallbackNote, type ShownField, shownFields } from './shown-field.ts';
import { say } from '../kirby/text/say.ts';

/*
 * The elements and classes of the preview, for whoever styles it:
 *
 * .kirby-head > .kirby-cover, .kirby-title (h1), .kirby-intro, .kirby-date, .kirby-page-tags
 * .kirby-status (a draft says that it is one)
 * .kirby-picture (a file's own image, in the preview of its metadata) > .kirby-focus
 * .kirby-tab > .kirby-tab-label, then .kirby-columns as in a layout: the form of the blueprint
 * .kirby-fallback (a field that a translation lacks, as the default language has it)
 * .kirby-field.kirby-field-TYPE > .kirby-field-label (h2), then one of
 *   .kirby-value (p), .kirby-tags > .kirby-tag, .kirby-files > li, .kirby-pages > .kirby-page,
 *   .kirby-scroll > .kirby-table, .kirby-object (dl), .kirby-entries > li,
 *   or the HTML of a textarea or a writer
 * .kirby-layout > .kirby-row > .kirby-settings > .kirby-setting[data-name]
 *     > .kirby-setting-label, then .kirby-setting-value | .kirby-color | .kirby-thumbnail
 *   .kirby-row > .kirby-columns > .kirby-column.kirby-span-1 … .kirby-span-12
 * .kirby-blocks (a Blocks field)
 * .kirby-block.kirby-block-TYPE[data-type], .kirby-hidden with .kirby-hidden-label
 * .kirby-card > .kirby-card-title, dl > dt, dd; .kirby-nested (a block in a block)
 * .kirby-template.kirby-template-TYPE (what a template of the project makes of a block)
 * .kirby-placeholder.kirby-placeholder-missing|unknown|remote|empty
 *   > .kirby-placeholder-title, .kirby-placeholder-detail (code)
 * .kirby-video > .kirby-video-poster, .kirby-video-name
 * .kirby-color > .kirby-swatch[data-color], .kirby-thumbnail (img), .kirby-file
 * .kirby-note (a small remark), .kirby-unreadable (a field that cannot be read)
 *
 * Every fragment's own element has `data-key`; <kirby-slot data-key> is where a child belongs.
 */

/**
 * A content file as an editor sees it: the head of the page, and then its other fields as the form of
 * the blueprint has them; without a blueprint its layouts, its blocks and the rest.
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
    previous,
    memory: memoryAfter(previous, context),
    roots: [],
    fragments: new Map(),
    broken: [],
  };
  const fields = shownFields(document, context, file);
  const kinds = new Map(
    jsonFields(document, context.site, file).map(({ field, kind }) => [field, kind]),
  );
  const kindOf = ({ field, definition }: ShownField): string | undefined =>
    field === undefined ? definition?.type : kinds.get(field);
  const plain = fields.filter((shown) => !isJson(kindOf(shown)));
  const head = headFields(plain);
  addHead(rendering, head, ownPicture(document, context, file));
  const inHead = new Set(head.values());
  const form = [
    ...fields.filter((shown) => kindOf(shown) === 'layout'),
    ...fields.filter((shown) => kindOf(shown) === 'blocks'),
    ...plain.filter((shown) => !inHead.has(shown)),
  ];
  for (const shown of form) {
    const kind = shown.field && kinds.get(shown.field);
    if (shown.field === undefined || kind === undefined) addField(rendering, shown);
    else addJsonField(rendering, { ...shown, field: shown.field }, kind);
  }
  const { model } = file ?? context;
  const blueprint = model === undefined ? undefined : context.site?.blueprints.of(model);
  for (const part of formParts(form, blueprint)) {
    if (part.kind === 'field') rendering.roots.push(part.key);
    else addRoot(rendering, part.fragment);
  }

  const { roots, fragments, broken } = rendering;
  const preview = { roots, fragments, broken };
  rendering.memory.belongsTo(preview);
  return preview;
}

/** A rendering in the making. */
interface Rendering {
  readonly context: RenderContext;
  readonly previous: Preview | undefined;
  readonly memory: Memory;
  readonly roots: string[];
  readonly fragments: Map<string, Fragment>;
  readonly broken: BrokenField[];
}

function isJson(kind: string | undefined): boolean {
  return kind === 'layout' || kind === 'blocks';
}

/** The first field of each role. */
function headFields(fields: readonly ShownField[]): ReadonlyMap<HeadRole, ShownField> {
  const head = new Map<HeadRole, ShownField>();
  for (const shown of fields) {
    const role = shown.text === undefined ? undefined : headRole(shown.name, shown.definition);
    if (role !== undefined && !head.has(role)) head.set(role, shown);
  }
  return head;
}

const headKey = '#head';

function addHead(
  rendering: Rendering,
  head: ReadonlyMap<HeadRole, ShownField>,
  picture: Html | undefined,
): void {
  const { context, memory, fragments } = rendering;
  const shownInOrder = headRoles.flatMap((role) => {
    const shown = head.get(role);
    return shown === undefined ? [] : [{ role, ...shown }];
  });
  for (const { role, name, text = '', field, definition, key } of shownInOrder) {
    const source = [role, text, field !== undefined];
    const note = field === undefined ? fallbackNote(context) : undefined;
    const inner = memory.recall(
      key,
      source,
      () => headHtml({ role, name, text, note }, definition, key, context).html,
    );
    fragments.set(key, { key, html: inner, place: { field: name, path: [] } });
  }
  const first = shownInOrder[0];
  if (first === undefined && picture === undefined) return;
  const slots = shownInOrder.map(({ key }) => slot(key));
  const { model } = context;
  const isDraft = model?.kind === 'page' && model.page.status === 'draft';
  const status = isDraft && html`<p class="kirby-note kirby-status">${say`Draft`}</p>`;
  addRoot(rendering, {
    key: headKey,
    html: html`<header class="kirby-head" data-key="${headKey}">
      ${status}${picture}${slots}
    </header>`.html,
    place: { field: first?.name ?? '', path: [] },
  });
}

function addJsonField(
  rendering: Rendering,
  shown: ShownField & { readonly field: Field },
  kind: 'layout' | 'blocks',
): void {
  const { context, memory, fragments, broken } = rendering;
  const { field, definition, key } = shown;
  const message = renderJsonField(field, kind, key, {
    context,
    memory,
    field: field.name,
    definition,
    add: (fragment) => fragments.set(fragment.key, fragment),
  });
  if (message === undefined) return;
  broken.push({ field: field.name, message });
  if (keepPrevious(rendering, key)) return;
  const note = html`<p class="kirby-note">${message}</p>`;
  fragments.set(key, fieldFragment(shown, 'kirby-unreadable', note));
}

/** Takes over the fragments of a field from the rendering before; `false` when there are none. */
function keepPrevious({ previous, fragments, memory }: Rendering, key: string): boolean {
  if (previous?.fragments.has(key) !== true) return false;
  for (const fragment of previous.fragments.values()) {
    if (fragment.key !== key && !fragment.key.startsWith(`${key}/`)) continue;
    fragments.set(fragment.key, fragment);
    memory.keep(fragment.key);
  }
  return true;
}

function addField({ context, memory, fragments }: Rendering, shown: ShownField): void {
  const { name, field, text, definition, key } = shown;
  const inner = memory.recall(key, [text ?? null, field !== undefined], () => {
    const value =
      text === undefined
        ? undefined
        : drawField(contentValue(text), definition, drawContext(context));
    const note =
      field === undefined && html`<p class="kirby-note"><bdi>${fallbackNote(context)}</bdi></p>`;
    const type = `kirby-field-${classPart(definition?.type ?? 'unknown')}`;
    const classes = field === undefined ? `${type} kirby-fallback` : type;
    return fieldFragment(shown, classes, html`${value}${note}`).html;
  });
  fragments.set(key, { key, html: inner, place: { field: name, path: [] } });
}

function fieldFragment({ name, label, key }: ShownField, classes: string, value: Html): Fragment {
  const fragment = html`<section
    class="kirby-field ${classes}"
    data-key="${key}"
    role="group"
    aria-label="${label}"
    tabindex="0"
  >
    <h2 class="kirby-field-label">${label}</h2>
    ${value}
  </section>`;
  return { key, html: fragment.html, place: { field: name, path: [] } };
}

function addRoot({ roots, fragments }: Rendering, fragment: Fragment): void {
  roots.push(fragment.key);
  fragments.set(fragment.key, fragment);
}
