import type { Field } from '../kirby/content/document.ts';
import { stringText } from '../kirby/json/string.ts';
import { type FieldUse, references } from '../kirby/reference/extract.ts';
import type { Reference } from '../kirby/reference/reference.ts';
import type { Span } from '../kirby/text/span.ts';
import { jsonFields } from '../site/json-fields.ts';
import { remembered } from '../site/remembered.ts';
import type { FileEntry, Model, PageEntry, Site } from '../site/site.ts';
import { type BlockMention, blockMentions } from './block-mentions.ts';
import type { RuleContext } from './rule.ts';
import { placed, type Shape } from './shape.ts';

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
}

/**
 * The mentions of a document that lead nowhere, in the order of the text. None outside of a site,
 * while it is still being read, or in unsaved changes of the Panel. They are found once for each
 * state of the document and of the site: several rules ask.
 */
export function misses(context: RuleContext): readonly Miss[] {
  const { site, file } = context;
  if (site?.state !== 'ready' || file === undefined || file.isChanges) return [];
  return missesIn(context, () => findMisses(context, site, file.model));
}

const missesIn = remembered<readonly Miss[]>();

function findMisses(context: RuleContext, site: Site, from: Model): readonly Miss[] {
  const lookUp = lookup(site, from);
  const inBlocks = blockMentions(context).flatMap(({ shape, mentions }) =>
    missesInBlocks(shape, mentions, lookUp),
  );
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
  return [...inBlocks, ...others]
    .sort((a, b) => a.reference.span.start - b.reference.span.start)
    .map((miss) => ({ ...miss, from, site }));
}

type Found = Omit<Miss, 'from' | 'site'>;
type Outcome = Pick<Miss, 'metadataOf' | 'near'>;
type Lookup = (text: string, kind: Reference['kind']) => Outcome | undefined;

/** Looks things up, each once; `undefined` where all is well or nothing can be known. */
function lookup(site: Site, from: Model): Lookup {
  const known = new Map<string, Outcome | undefined>();
  return (text, kind) => {
    const key = `${kind} ${text}`;
    if (!known.has(key)) known.set(key, outcome(site, from, text, kind));
    return known.get(key);
  };
}

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
      return { metadataOf: found.file, near: () => [] };
    case 'found':
    case 'unknown':
      return undefined;
  }
}

/** Only of what is missing the place is looked for. */
function missesInBlocks(
  shape: Shape,
  mentions: readonly BlockMention[],
  lookUp: Lookup,
): readonly Found[] {
  const missing = mentions.flatMap((mention) => {
    const kind = kindOf(mention);
    const miss = lookUp(mention.text, kind);
    return miss === undefined ? [] : [{ mention, miss, kind }];
  });
  return placed(shape, missing, ({ mention }) => mention.path).map(({ item, span: literal }) => {
    const { kind, miss, mention } = item;
    const span = spanOf(mention, literal, shape);
    const reference: Reference =
      kind === 'file-name' || kind === 'page-id'
        ? { kind, name: mention.text, span, place: mention.role === 'tag' ? 'tag' : 'json' }
        : { kind, uuid: mention.text.slice(mention.text.indexOf('://') + 3), span, place: 'json' };
    return { ...miss, reference, isImageLink: mention.role === 'link' };
  });
}

/** Where in the document a mention stands whose string has this span there, quotes included. */
function spanOf({ within }: BlockMention, literal: Span, { json }: Shape): Span {
  const start = json.source.fromSource(literal.start);
  const end = json.source.fromSource(literal.end);
  if (within === undefined || start === undefined || end === undefined) {
    return { start: literal.start + 1, end: literal.end - 1 };
  }
  return stringText({ kind: 'string', span: { start, end } }, json.source).toSource(within);
}

function kindOf({ text, role }: BlockMention): Reference['kind'] {
  if (role !== 'link') return 'file-name';
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
