import type { Site } from '../../site.ts';
import { type Method, type Methods, plain, type QueryValue, scalar, strings } from '../value.ts';

interface Kirby {
  readonly kind: 'kirby';
}

/** What stands at the start of a query and takes arguments (`Kirby\Query\Query::$entries`). */
export const rootFunctions: Methods<undefined> = new Map<string, Method<undefined>>([
  ['page', page],
  ['file', file],
]);

/** What `kirby` answers (`Kirby\Cms\App`). */
export const kirbyMethods: Methods<Kirby> = new Map<string, Method<Kirby>>([
  ['site', plain((_kirby, { roots }) => roots.get('site'))],
  ['page', (_kirby, args, context) => page(undefined, args, context)],
  ['file', (_kirby, args, context) => file(undefined, args, context)],
]);

function page(
  _self: undefined,
  args: Parameters<Method<undefined>>[1],
  { site }: { readonly site: Site },
): QueryValue | undefined {
  const id = only(strings(args));
  if (id === undefined || id === '' || id.includes('://')) return undefined;
  return site.page(id) ?? scalar(undefined);
}

/** Only with the page's id: a bare name depends on the page that is open. */
function file(
  _self: undefined,
  args: Parameters<Method<undefined>>[1],
  { site }: { readonly site: Site },
): QueryValue | undefined {
  const id = only(strings(args));
  if (id?.includes('/') !== true) return undefined;
  const found = site.resolveFile(id, { kind: 'site' });
  if (found.status === 'found') return found.file;
  return found.status === 'missing' ? scalar(undefined) : undefined;
}

function only(texts: readonly string[] | undefined): string | undefined {
  return texts?.length === 1 ? texts[0] : undefined;
}
