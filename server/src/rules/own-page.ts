import type { PageEntry } from '../site/site.ts';
import type { RuleContext } from './rule.ts';

/**
 * The page whose content file a document is; `undefined` for other languages than the default one,
 * so that what holds for the page is said once, for unsaved changes and while the site is being read.
 */
export function ownPage({ site, file }: RuleContext): PageEntry | undefined {
  if (site?.state !== 'ready' || file?.model.kind !== 'page' || file.isChanges) return undefined;
  return file.model.page.contentPath === file.path ? file.model.page : undefined;
}
