import { folderOf, nameOf, type SitePath } from '../site/site-path.ts';
import { ownPage } from './own-page.ts';
import type { Rule, RuleContext } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A page whose folder has an underscore and no number before it, or a folder beside whose number there is
 * nothing. `Kirby\Filesystem\Dir::inventory()` divides a name at the first underscore and takes what stands
 * before it for a number, which is 0 then; of an empty slug `Kirby\Cms\Page` makes no page.
 */
export const folderPrefix: Rule = {
  code: 'folder-prefix',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const [first] = context.document.fields;
    if (first === undefined) return;
    const page = ownPage(context);
    const folder = page?.folder ?? contentFolder(context);
    for (const name of folder === undefined ? [] : (context.site?.slugless(folder) ?? [])) {
      yield {
        message: say`The folder "${name}" in here has a number and no slug. Kirby stops with an error wherever it lists the pages beside it; give the folder a name, or remove it.`,
        severity: 'error',
        span: first.nameSpan,
      };
    }
    if (page?.num !== 0) return;
    const name = nameOf(page.folder);
    if (/^[ \t\n\r\v\f]*[+-]?\.?\d/.test(name)) return;
    yield {
      message: say`The underscore in the name of the folder "${name}" divides a number from a slug. Kirby lists this page as number 0 under the slug "${page.slug}"; use a hyphen instead.`,
      span: first.nameSpan,
    };
  },
};

/** The folder of all content, when a document is that of the site, in the default language. */
function contentFolder({ site, file }: RuleContext): SitePath | undefined {
  if (site?.state !== 'ready' || file?.model.kind !== 'site' || file.isChanges) return undefined;
  const { defaultLanguage } = site.options;
  return file.language === undefined || file.language === defaultLanguage
    ? folderOf(file.path)
    : undefined;
}
