import type { RenderContext } from './model.ts';

/**
 * `Kirby\Cms\Url::to()`: where a link leads. UUIDs become addresses, `./`, `../` and `#` stay, what
 * is absolute stays, everything else starts at the site. `undefined`: a UUID of nothing, where Kirby
 * answers null.
 */
export function addressOf(target: string, context: RenderContext): string | undefined {
  if (/^page:\/\/./.test(target)) return pageAddress(withoutSuffix(target), context);
  if (/^file:\/\/./.test(target)) return fileAddress(withoutSuffix(target), context);
  if (/^(?:\.\.?\/|#)/.test(target) || isAbsolute(target)) return target;
  return context.baseUrl + target.replace(/^\/+/, '');
}

/** `Kirby\Http\Url::isAbsolute()`: schemes that run code never count. */
export function isAbsolute(target: string): boolean {
  return /^(?:\/\/|[a-z0-9+.-]+:\/\/|mailto:|tel:|geo:)/i.test(target) && !isDangerous(target);
}

function isDangerous(target: string): boolean {
  return /^\s*(?:javascript|vbscript|data|livescript|mocha|jar):/i.test(target);
}

/** Query and fragment of a UUID are dropped on the way. */
function withoutSuffix(uuid: string): string {
  return /^[^?#]*/.exec(uuid)?.[0] ?? uuid;
}

function pageAddress(uuid: string, context: RenderContext): string | undefined {
  const { site, model } = context;
  if (site === undefined) return undefined;
  const resolution = site.resolvePage(uuid, model ?? { kind: 'site' });
  return resolution.status === 'found' ? context.pageUrl(resolution.page) : undefined;
}

function fileAddress(uuid: string, context: RenderContext): string | undefined {
  const { site, model } = context;
  if (site === undefined) return undefined;
  const resolution = site.resolveFile(uuid, model ?? { kind: 'site' });
  return resolution.status === 'found' ? context.fileUrl(resolution.file) : undefined;
}
