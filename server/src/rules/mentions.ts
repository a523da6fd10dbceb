import type { Field } from '../kirby/content/document.ts';
import { fileNamesInTags, type FieldUse, references } from '../kirby/reference/extract.ts';
import type { Reference } from '../kirby/reference/reference.ts';
import { contains, type Span } from '../kirby/text/span.ts';
import { jsonFields } from '../site/json-fields.ts';
import { keptForFile, remembered } from '../site/remembered.ts';
import type { ContentFile, FileEntry, Model, PageEntry, Site } from '../site/site.ts';
import { type BlockMention, type BlockMentions, blockMentions } from './block-mentions.ts';
import type { Edit, RuleContext } from './rule.ts';
import { placed } from './shape.ts';
import { chosenMentions } from './chosen-mentions.ts';
import { kirbytexts, tagsOf, type Text } from './texts.ts';

/** A mention of which Kirby finds nothing. */
export interface Miss {
  readonly reference: Reference;
  /** What it was looked up from. */
  readonly from: Model;
  readonly site: Site;
  /** In the link of an image block: the block goes with it. */
  readonly isImageLink: boolean;
  /** Of a file of which only the metadata is there. */
  readonly metadataOf: FileEntry | undefined;
  /** Files and pages that may have been meant, the likeliest first. */
  readonly near: () => readonly (FileEntry | PageEntry)[];
  /** How it is changed where it stands in a text of its own, under whatever encodings. */
  readonly edit?: MentionEdit;
}

/** `undefined`: it is refused. */
export interface MentionEdit {
  readonly replace: (text: string) => readonly Edit[] | undefined;
  readonly remove: () => readonly Edit[] | undefined;
}

/**
 * The mentions of a document that lead nowhere, in the order of the text. None outside of a site
 * or in unsaved changes of the Panel. While a site is still being
 * read, files are known by their UUIDs alone. All are found once for each
 * state of the document and of the site: several rules ask.
 */
export function misses(context: RuleContext): readonly Miss[] {
  const { site, file } = context;
  if (site?.knowsFileUuids !== true || file === undefined || file.isChanges) return [];
  return missesIn(context, () => findMisses(context, site, file));
}

const missesIn = remembered<readonly Miss[]>();

function findMisses(context: RuleContext, site: Site, file: ContentFile): readonly Miss[] {
  const from = file.model;
  const lookUp = lookup(site, file);
  const inBlocks = [...blockMentions(context), ...chosenMentions(context)].flatMap((found) =>
    missesInBlocks(found, lookUp),
  );
  const inTags = kirbytexts(context).flatMap((text) => missesInTags(text, lookUp));
  const links = new Set(
    inBlocks.filter(({ isImageLink }) => isImageLink).map(({ reference }) => reference.span.start),
  );
  const uses = usesOf(context);
  const others = references(context.document, (field) => uses(field)).flatMap((reference) => {
    const miss = links.has(reference.span.start)
      ? undefined
      : lookUp(textOf(reference), reference.kind);
    return miss === undefined ? [] : [{ ...miss, reference, isImageLink: false }];
  });
  return [...inBlocks, ...inTags, ...others]
    .sort((a, b) => a.reference.span.start - b.reference.span.start)
    .map((miss) => ({ ...miss, from, site }));
}

type Found = Omit<Miss, 'from' | 'site'>;
type Outcome = Pick<Miss, 'metadataOf' | 'near'>;
type Lookup = (text: string, kind: Reference['kind']) => Outcome | undefined;

/** Looks things up, each once; `undefined` where all is well or nothing can be known. */
function lookup(site: Site, file: ContentFile): Lookup {
  const known = outcomesFor(site, file);
  return (text, kind) => {
    const ofKind = known[kind];
    if (!ofKind.has(text)) ofKind.set(text, outcome(site, file.model, text, kind));
    return ofKind.get(text);
  };
}

/** A key rarely changes what a document mentions. */
const outcomesFor = keptForFile(() => ({
  'file-uuid': new Map<string, Outcome | undefined>(),
  'page-uuid': new Map<string, Outcome | undefined>(),
  'file-name': new Map<string, Outcome | undefined>(),
  'page-id': new Map<string, Outcome | undefined>(),
}));

function outcome(
  site: Site,
  from: Model,
  text: string,
  kind: Reference['kind'],
): Outcome | undefined {
  if (kind === 'page-uuid' || kind === 'page-id') {
    const found = site.resolvePage(text, from);
    if (found.status !== 'missing') return undefined;
    return { metadataOf: undefined, near: () => found.near };
  }
  const found = site.resolveFile(text, from);
  switch (found.status) {
    case 'missing':
      return { metadataOf: undefined, near: () => found.near };
    case 'metadata-only':
      // Where most binaries are absent nothing is missing, and that is known in the end.
      if (site.state === 'loading') return undefined;
      return { metadataOf: found.file, near: () => [] };
    case 'found':
    case 'unknown':
      return undefined;
  }
}

/** Only of what is missing the place is looked for. */
function missesInBlocks(found: BlockMentions, lookUp: Lookup): readonly Found[] {
  const missing = found.mentions.flatMap((mention) => {
    const kind = kindOf(mention);
    const miss = lookUp(mention.text, kind);
    return miss === undefined ? [] : [{ mention, miss, kind }];
  });
  if (found.in === 'file') {
    return placed(found.shape, missing, ({ mention }) => mention.path).map(({ item, span }) => ({
      ...item.miss,
      ...missed(item.mention, item.kind, { start: span.start + 1, end: span.end - 1 }),
    }));
  }
  const { holder } = found;
  return missing.flatMap(({ mention, miss, kind }) => {
    const { text, path } = mention;
    const span = holder.textAt(path)?.toSource({ start: 0, end: text.length });
    const edit: MentionEdit = {
      replace: (value) => holder.change({ kind: 'set', path, value }),
      remove: () =>
        holder.change(
          typeof path.at(-1) === 'number'
            ? { kind: 'remove', path }
            : { kind: 'set', path, value: '' },
        ),
    };
    return span === undefined ? [] : [{ ...miss, ...missed(mention, kind, span), edit }];
  });
}

function missed(
  { text, role }: BlockMention,
  kind: Reference['kind'],
  span: Span,
): Pick<Found, 'reference' | 'isImageLink'> {
  const reference: Reference =
    kind === 'file-name' || kind === 'page-id'
      ? { kind, name: text, span, place: 'json' }
      : { kind, uuid: text.slice(text.indexOf('://') + 3), span, place: 'json' };
  return { reference, isImageLink: role === 'link' };
}

/** The files in the KirbyTags of a text in a block or in a row; those of whole fields are found with all else. */
function missesInTags(text: Text, lookUp: Lookup): readonly Found[] {
  if (text.isField) return [];
  return fileNamesInTags(text.text).flatMap(({ text: name, span }) => {
    const miss = lookUp(name, 'file-name');
    if (miss === undefined) return [];
    const reference: Reference = {
      kind: 'file-name',
      name,
      span: text.toSpan(span),
      place: 'tag',
    };
    return [{ ...miss, reference, isImageLink: false, edit: tagEdit(text, span) }];
  });
}

/** A tag goes with its value; one that is more than that stays. */
function tagEdit(text: Text, span: Span): MentionEdit {
  return {
    replace: (name) => text.replaced([{ span, text: name }]),
    remove: () => {
      const tag = tagsOf(text).find(({ value }) => contains(value.span, span));
      return tag && text.replaced([{ span: tag.span, text: '' }]);
    },
  };
}

function kindOf({ text, role }: BlockMention): Reference['kind'] {
  if (role !== 'link') return role === 'page' ? 'page-id' : 'file-name';
  return text.startsWith('file:') ? 'file-uuid' : 'page-uuid';
}

/** What Kirby is asked for. */
function textOf(reference: Reference): string {
  switch (reference.kind) {
    case 'file-uuid':
      return `file://${reference.uuid}`;
    case 'page-uuid':
      return `page://${reference.uuid}`;
    case 'file-name':
    case 'page-id':
      return reference.name;
  }
}

/** What the fields of a document hold, by the blueprint where it knows them. */
export function usesOf({ document, site, file }: RuleContext): (field: Field) => FieldUse {
  const json = new Set(jsonFields(document, site, file).map(({ field }) => field));
  const definitions = file && site?.blueprints.of(file.model)?.fields;
  return (field) => {
    if (json.has(field)) return 'json';
    // The id of the model itself mentions nothing, in whatever form it is written.
    if (field.name === 'uuid') return 'text';
    const type = definitions?.get(field.name)?.type;
    return type === undefined ? 'unknown' : (uses.get(type) ?? 'text');
  };
}

const uses: ReadonlyMap<string, FieldUse> = new Map([
  ['files', 'files'],
  ['pages', 'pages'],
  ['structure', 'rows'],
  ['object', 'rows'],
  ['entries', 'rows'],
  ['link', 'link'],
]);
