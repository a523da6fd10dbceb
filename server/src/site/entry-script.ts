import { isPhpArray, type PhpValue, phpValueAt, readPhp } from './php/literal.ts';
import { sitePath, type SitePath } from './site-path.ts';
import { defaultRoots, type SiteRoots } from './site-roots.ts';

/** A site with its roots, relative to its own folder. */
export interface FoundSite {
  /** The folder that holds all of it, relative to the workspace folder. */
  readonly folder: SitePath;
  readonly roots: SiteRoots;
}

/** Folders that a web server may be pointed at, in which the script that starts Kirby stands. */
export const publicFolders = ['public', 'www', 'public_html', 'web', 'htdocs'];

/**
 * The roots that a script like `index.php` starts Kirby with, where they are literal.
 *
 * @param source the script
 * @param script its folder, relative to the workspace folder
 * @param index what Kirby takes for `index` when the script does not say: the folder around `kirby`
 * @returns `undefined` when the script starts no Kirby, or one outside of the workspace folder
 */
export function sitesOfScript(
  source: string,
  script: SitePath,
  index: SitePath,
): FoundSite | undefined {
  if (!/new\s+\\?(?:Kirby\\Cms\\)?(?:Kirby|App)\b/.test(source)) return undefined;
  const { created } = readPhp(source, absolute(script));
  const start = created.find(({ name }) => name === 'Kirby' || name === 'App');
  if (start === undefined) return undefined;
  const roots = phpValueAt(start.argument, 'roots');
  const root = (name: string, usual: string): string => textOf(roots, name) ?? usual;
  const indexRoot = root('index', absolute(index));
  const site = root('site', join(indexRoot, 'site'));
  const content = root('content', join(indexRoot, 'content'));
  const folder = commonFolder(content, site);
  const below = (path: string): SitePath | undefined => pathIn(folder, path);
  const [contentPath, sitePathBelow] = [below(content), below(site)];
  if (contentPath === undefined || sitePathBelow === undefined) return undefined;
  const usual = defaultRoots(contentPath, sitePathBelow);
  const part = (
    name: Exclude<keyof SiteRoots, 'content' | 'site' | 'blockTemplates'>,
  ): SitePath => {
    const given = textOf(roots, name);
    return (given === undefined ? undefined : below(given)) ?? usual[name];
  };
  return {
    folder: sitePath(folder.slice(1)),
    roots: {
      content: contentPath,
      site: sitePathBelow,
      accounts: part('accounts'),
      blueprints: part('blueprints'),
      config: part('config'),
      languages: part('languages'),
      models: part('models'),
      plugins: part('plugins'),
      snippets: part('snippets'),
      templates: part('templates'),
      blockTemplates: usual.blockTemplates,
    },
  };
}

function textOf(roots: PhpValue, name: string): string | undefined {
  const value = isPhpArray(roots) ? roots.get(name) : undefined;
  return typeof value === 'string' ? normal(value) : undefined;
}

function absolute(path: SitePath): string {
  return path === '' ? '/' : `/${path}`;
}

function join(folder: string, name: string): string {
  return normal(`${folder}/${name}`);
}

/** Without `.`, `..` and doubled slashes. */
function normal(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

function commonFolder(a: string, b: string): string {
  const others = b.split('/').slice(0, -1);
  const names = a.split('/').slice(0, -1);
  const different = names.findIndex((name, index) => name !== others[index]);
  return (different < 0 ? names : names.slice(0, different)).join('/') || '/';
}

function pathIn(folder: string, path: string): SitePath | undefined {
  const prefix = folder === '/' ? '/' : `${folder}/`;
  return path.startsWith(prefix) && path.length > prefix.length
    ? sitePath(path.slice(prefix.length))
    : undefined;
}
