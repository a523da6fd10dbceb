import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { fieldName, nameBehindMark } from '../kirby/content/parse.ts';
import { asciiLower } from '../kirby/text/php.ts';
import { definitionOf } from '../site/json-fields.ts';
import type { FileHits, TextHit } from '../site/search/hit.ts';
import type { ContentFile, Site } from '../site/site.ts';
import { nameOf, type SitePath } from '../site/site-path.ts';
import { pagesMatching } from './workspace-symbols.ts';
import { say } from '../kirby/text/say.ts';

/** A place that a search found, as an author knows it. */
export interface FoundPlace {
  readonly path: SitePath;
  readonly hit: TextHit;
  /** The title of the page, or the name of the file that the content describes. */
  readonly title: string;
  /** What holds the text, as the Panel calls it: `Layout, Heading`. */
  readonly place: string;
  readonly status: 'published' | 'draft';
  /** `Deutsch`; `undefined` for the default language. */
  readonly language: string | undefined;
}

/**
 * What was found, in the order in which it is read: what is published before drafts, pages whose
 * titles match before others, and the places of a page together, its translations after it.
 */
export function foundPlaces(site: Site, files: readonly FileHits[]): readonly FoundPlace[] {
  const groups = new Map<string, Group>();
  for (const { path, hits } of files) {
    const file = site.contentFile(path);
    const owner = ownerOf(file, path, site);
    const group = groups.get(owner.id) ?? { owner, files: [] };
    groups.set(owner.id, group);
    group.files.push({ path, file, hits, language: languageOf(file, site) });
  }
  return [...groups.values()]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .flatMap((group) => placesIn(group, site));
}

/** The files of pages whose titles contain a query: the first to be searched. */
export function filesByTitle(site: Site, query: string): readonly SitePath[] {
  return pagesMatching(site, query).flatMap(({ contentPath }) => contentPath ?? []);
}

interface Owner {
  readonly id: string;
  readonly title: string;
  readonly status: FoundPlace['status'];
}

interface Group {
  readonly owner: Owner;
  readonly files: (FileHits & {
    readonly file: ContentFile | undefined;
    readonly language: string | undefined;
  })[];
}

function placesIn({ owner, files }: Group, site: Site): readonly FoundPlace[] {
  const { title, status } = owner;
  return files
    .sort((a, b) => Number(a.language !== undefined) - Number(b.language !== undefined))
    .flatMap(({ path, file, hits, language }) =>
      hits.map((hit) => ({
        path,
        hit,
        title,
        status,
        language,
        place: placeOf(hit, file, site),
      })),
    );
}

const kinds = { title: 0, heading: 1, text: 2 } as const;

function rankOf({ owner, files }: Group): number {
  const best = Math.min(...files.flatMap(({ hits }) => hits.map(({ kind }) => kinds[kind])));
  return (owner.status === 'draft' ? kinds.text + 1 : 0) + best;
}

/** The field, the block and the text in it, as the Panel calls them. */
function placeOf(
  { field, block, key }: TextHit,
  file: ContentFile | undefined,
  site: Site,
): string {
  const fields = file && site.blueprints.of(file.model)?.fields;
  const name = nameBehindMark(field).trim();
  const definition = fields && definitionOf(fields, fieldName(name));
  const label = definition?.label ?? name;
  if (block === undefined) {
    const inside = definition?.fields ?? definition?.settings;
    return [label, ...(key === undefined ? [] : [labelAt(key, inside)])].join(', ');
  }
  const fieldset = definition?.fieldsets?.get(block) ?? site.blueprints.fieldset(block);
  const isPlainBlock = key === undefined || key === 'text';
  return [
    label,
    fieldset === undefined || fieldset.name === '' ? block : fieldset.name,
    ...(isPlainBlock ? [] : [labelAt(key, fieldset?.fields)]),
  ].join(', ');
}

function labelAt(key: string, fields: ReadonlyMap<string, FieldDefinition> | undefined): string {
  return fields?.get(asciiLower(key))?.label ?? key;
}

function ownerOf(file: ContentFile | undefined, path: SitePath, site: Site): Owner {
  const model = file?.model;
  switch (model?.kind) {
    case 'page': {
      const { id, title, slug, status } = model.page;
      return { id: `page ${id}`, title: title ?? slug, status: isDraft(status, path) };
    }
    case 'site': {
      const title = site.folder(site.options.contentFolder)?.title ?? say`Site`;
      return { id: 'site', title, status: 'published' };
    }
    case 'file':
      return { id: `file ${model.file.id}`, title: model.file.name, status: isDraft('', path) };
    case 'user':
    case undefined:
      return { id: `other ${path}`, title: nameOf(path), status: isDraft('', path) };
  }
}

/** Pages below a draft are as little to be seen as the draft. */
function isDraft(status: string, path: SitePath): FoundPlace['status'] {
  return status === 'draft' || path.includes('/_drafts/') ? 'draft' : 'published';
}

function languageOf(file: ContentFile | undefined, site: Site): string | undefined {
  const code = file?.language;
  const { defaultLanguage, languageDetails } = site.options;
  if (code === undefined || code === defaultLanguage) return undefined;
  return languageDetails.find((language) => language.code === code)?.name ?? code;
}
