import { uuidIn } from './reference-text.ts';
import type { Site } from './site.ts';

/**
 * What a text links to: an address as it is, a page of the site by its UUID. `undefined` for
 * what is no address.
 *
 * @param pasted without blanks around it
 */
export function targetOf(pasted: string, site: Site): string | undefined {
  if (/\s/.test(pasted)) return undefined;
  if (/^(?:page|file):\/\//.test(pasted)) return knownUuid(pasted, site);
  if (/^mailto:[^@]+@[^@]+$/.test(pasted)) return pasted;
  const path = pathIn(pasted, site);
  const [, kind, uuid] = /^@\/(page|file)\/(.+)$/.exec(path ?? '') ?? [];
  if (kind !== undefined && uuid !== undefined) return knownUuid(`${kind}://${uuid}`, site);
  const page = path === undefined ? undefined : pageAt(path, site);
  if (page !== undefined) return page === '' ? pasted : page;
  return /^https?:\/\/[^/]/.test(pasted) ? pasted : undefined;
}

function knownUuid(pasted: string, site: Site): string | undefined {
  const from = { kind: 'site' } as const;
  const isPage = uuidIn(pasted, 'page') !== undefined;
  const found = isPage ? site.resolvePage(pasted, from) : site.resolveFile(pasted, from);
  return found.status === 'found' ? pasted : undefined;
}

/** The path on the site, without a slash at its start; `undefined` for addresses of others. */
function pathIn(pasted: string, { options }: Site): string | undefined {
  const { url } = options;
  if (/^\/[^/]/.test(pasted)) return pasted.slice(1);
  if (url === undefined) return undefined;
  const base = url.replace(/\/+$/, '');
  if (pasted === base) return '';
  return pasted.startsWith(`${base}/`) ? pasted.slice(base.length + 1) : undefined;
}

/** `blog/post#top` → `page://…#top`; empty for a page without a UUID, `undefined` for no page. */
function pageAt(path: string, site: Site): string | undefined {
  const { options } = site;
  const [written = ''] = /^[^?#]*/.exec(path) ?? [];
  const [first = '', ...rest] = decoded(written).split('/');
  const id = options.languages.includes(first) ? rest.join('/') : [first, ...rest].join('/');
  const page = site.page(id.replace(/\/+$/, '') || options.homePage);
  if (page === undefined || page.status === 'draft') return undefined;
  if (page.uuid === undefined || !options.uuids) return '';
  return `page://${page.uuid}${path.slice(written.length)}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
