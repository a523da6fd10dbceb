import { readFileSync } from 'node:fs';
import { type LiveSite, openSite, type OpenSiteOptions } from '../../server/src/site/open-site.ts';
import type { Model, Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots, type SiteRoots } from '../../server/src/site/site-roots.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

/**
 * A whole site as a record of its files: `'content/home/home.txt': 'Title: Home'`. Of files that are
 * not text only the name matters; a path that ends with `/` is an empty folder.
 */
export type SiteFiles = Readonly<Record<string, SiteFile>>;
export type SiteFile =
  | string
  /** An image of this size, as the vectors have them. */
  | { readonly image: readonly [number, number] | readonly number[] }
  | { readonly b64: string };

export interface SiteFromOptions extends OpenSiteOptions {
  /** Other roots than Kirby's own. */
  readonly roots?: SiteRoots;
}

/** A site that has been read. */
export async function siteFrom(files: SiteFiles, options: SiteFromOptions = {}): Promise<Site> {
  return (await liveSiteFrom(files, options)).live.site;
}

/** The same, with the disk it stands on, for tests in which something changes. */
export async function liveSiteFrom(
  files: SiteFiles,
  { roots = defaultRoots(sitePath('content'), sitePath('site')), ...options }: SiteFromOptions = {},
): Promise<{ readonly live: LiveSite; readonly disk: MemoryFileSystem }> {
  const disk = new MemoryFileSystem(
    Object.fromEntries(
      Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? file : '']),
    ),
  );
  const live = openSite(disk, roots, options);
  await live.ready;
  return { live, disk };
}

/**
 * The site of a vector's request: `default` (the vectors' own site), `empty`, or the one given in
 * place, whose `content` and `site` are relative to these folders. `options` become its
 * configuration.
 */
export function vectorSite(request: Readonly<Record<string, unknown>>): Promise<Site> {
  const given = request['site'] ?? 'default';
  const {
    content = {},
    site = {},
    options,
  }: VectorSite = given === 'default' ? defaultSite() : given === 'empty' ? {} : given;
  const config = { ...options, ...(request['options'] as object | undefined) };
  return siteFrom({
    'content/': '',
    ...(Object.keys(config).length === 0
      ? {}
      : { 'site/config/config.php': `<?php return ${phpLiteral(config)};` }),
    ...below('content', content),
    ...below('site', site),
  });
}

/** The model that a vector's `parent` names: `site`, a page's id, `file:` and a file's id. */
export function vectorModel(site: Site, parent: unknown): Model {
  const name = typeof parent === 'string' ? parent : 'article';
  if (name === 'site') return { kind: 'site' };
  if (!name.startsWith('file:')) {
    const page = site.page(name);
    return page === undefined ? { kind: 'site' } : { kind: 'page', page };
  }
  const found = site.resolveFile(name.slice('file:'.length), { kind: 'site' });
  return found.status === 'found' ? { kind: 'file', file: found.file } : { kind: 'site' };
}

interface VectorSite {
  readonly content?: SiteFiles;
  readonly site?: SiteFiles;
  readonly options?: object;
}

function defaultSite(): VectorSite {
  const text = readFileSync(new URL('../vectors/site.json', import.meta.url), 'utf8');
  return JSON.parse(text) as VectorSite;
}

function below(folder: string, files: SiteFiles): SiteFiles {
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [`${folder}/${path}`, file]),
  );
}

function phpLiteral(value: unknown): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Array.isArray(value)
    ? value.map((item) => phpLiteral(item))
    : Object.entries(value).map(([key, item]) => `${phpLiteral(key)} => ${phpLiteral(item)}`);
  return `[${entries.join(', ')}]`;
}
