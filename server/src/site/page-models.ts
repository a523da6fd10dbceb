import { asciiLower } from '../kirby/text/php.ts';
import { phpTokens, type PhpToken } from './php/tokens.ts';

/**
 * What the site's page models (`site/models/article.php`) bring of their own, in lower case as PHP
 * compares: a page may answer otherwise there than its folder tells. `anything`: the class takes
 * more from elsewhere.
 */
export type PageModels = ReadonlyMap<string, PageModel>;
export type PageModel = ReadonlySet<string> | 'anything';

/** @param files sources by template: `article` */
export function readPageModels(files: ReadonlyMap<string, string>): PageModels {
  return new Map(
    [...files].map(([template, source]) => [asciiLower(template), readModel(phpTokens(source))]),
  );
}

/** The model of a template; Kirby falls back to that of `default`. */
export function pageModelOf(models: PageModels, template: string): PageModel | undefined {
  return models.get(template) ?? models.get('default');
}

function readModel(tokens: readonly PhpToken[]): PageModel {
  const methods = new Set<string>();
  let depth = 0;
  let extendsPage = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'symbol') {
      if (token.text === '{') depth++;
      if (token.text === '}') depth--;
    }
    if (token.kind !== 'name') continue;
    const word = asciiLower(token.text);
    const next = tokens[index + 1];
    if (word === 'extends') extendsPage = isPage(next);
    // A trait in the class; above it, `use` only imports, which may rename what `Page` means.
    if (word === 'use' && next?.kind === 'name' && (depth > 0 || isRenaming(tokens, index))) {
      return 'anything';
    }
    if (word === 'function') methods.add(methodName(tokens, index));
  }
  methods.delete('');
  return extendsPage ? methods : 'anything';
}

function methodName(tokens: readonly PhpToken[], index: number): string {
  const next = tokens[index + 1];
  const name = next?.kind === 'symbol' && next.text === '&' ? tokens[index + 2] : next;
  return name?.kind === 'name' ? asciiLower(name.text) : '';
}

function isPage(token: PhpToken | undefined): boolean {
  return token?.kind === 'name' && /^(?:\\?kirby\\cms\\|\\)?page$/.test(asciiLower(token.text));
}

/** `use Kirby\Cms\Page;` says nothing new; any other `Page` is another class. */
function isRenaming(tokens: readonly PhpToken[], index: number): boolean {
  const [name, after, alias] = tokens.slice(index + 1, index + 4);
  if (name?.kind !== 'name') return false;
  const hasAlias = after?.kind === 'name' && asciiLower(after.text) === 'as';
  const given = hasAlias && alias?.kind === 'name' ? alias.text : name.text.split('\\').at(-1);
  return asciiLower(given ?? '') === 'page' && !isPage(name);
}
