import { addressOf } from '../address.ts';
import type { RenderContext } from '../model.ts';

/** The address of the site itself, without a slash at its end unless it is nothing else. */
export function homeUrl({ baseUrl }: RenderContext): string {
  return baseUrl.replace(/\/$/, '') || '/';
}

/**
 * `Kirby\Cms\Url::to()`: where a link leads. `undefined`: to a page or a file that is not there, where
 * Kirby throws.
 */
export function urlTo(target: string, context: RenderContext): string | undefined {
  const page = multilingualPage(target, context);
  if (page !== undefined) return page;
  return /^\/*$/.test(target) && target !== '//' ? homeUrl(context) : addressOf(target, context);
}

/**
 * The address of `page://…` or `file://…` with its query and fragment (`Uuid::toUrl()`); `undefined`
 * when there is no such model.
 */
export function uuidUrl(target: string, context: RenderContext): string | undefined {
  const [, uuid = '', suffix = ''] = /^((?:page|file):\/\/[^/?#]+)[^?#]*([^]*)$/.exec(target) ?? [];
  const address = addressOf(uuid, context);
  return address === undefined ? undefined : address + suffix;
}

/** Whether a target is the UUID of a page or a file, with an id. */
export function isUuid(target: string): boolean {
  return /^(?:page|file):\/\/./.test(target);
}

/** In a site of several languages, the id of a page becomes the address of that page. */
function multilingualPage(target: string, context: RenderContext): string | undefined {
  const { site, model } = context;
  if (site === undefined || site.options.languages.length === 0) return undefined;
  const [id = '', ...rest] = target.split('#');
  if (id === '' || isUuid(id)) return undefined;
  const resolution = site.resolvePage(id, model ?? { kind: 'site' });
  if (resolution.status !== 'found') return undefined;
  return [context.pageUrl(resolution.page), ...rest.slice(0, 1)].join('#');
}
