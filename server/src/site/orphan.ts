import { nearest } from '../kirby/text/near.ts';
import { factOf, type FolderFacts } from './folder-facts.ts';
import {
  contentStem,
  defaultContentName,
  filesIn,
  type InventoryRules,
  templateFile,
} from './inventory.ts';
import { nameDistance } from './near.ts';
import type { ContentFile, Orphan } from './site.ts';
import { joinPath, nameOf, type SitePath } from './site-path.ts';

/**
 * What metadata does whose file is gone. Kirby tells metadata by the file beside it
 * (`Kirby\Filesystem\Dir::inventory()`); without one it is a content file like any other.
 *
 * @param root the content folder, whose content is always that of the site
 */
export function orphanOf(
  { path, model }: ContentFile,
  facts: FolderFacts,
  rules: InventoryRules,
  root: SitePath,
): Orphan | undefined {
  if (model.kind !== 'file' || model.file.hasBinary || rules.trustsMetadata) return undefined;
  const name = nameOf(path);
  const of = model.file.name;
  if (factOf(facts, of) !== undefined) return undefined;
  const winner = facts.path === root ? undefined : templateFile(facts, rules);
  const isTemplate = winner?.stem === contentStem(name, rules);
  const page = templateFile(facts, { ...rules, trustsMetadata: true });
  const near = renamedTo(of, facts, rules);
  return {
    of,
    isTemplate,
    hides: isTemplate && page !== undefined ? joinPath(facts.path, page.name) : undefined,
    renamed:
      near === undefined ? undefined : { file: near, metadata: near + name.slice(of.length) },
  };
}

/** A file of nearly that name that has no metadata of its own. */
function renamedTo(of: string, facts: FolderFacts, rules: InventoryRules): string | undefined {
  const bare = filesIn(facts, rules).filter(
    ({ name, isThere }) => isThere && factOf(facts, defaultContentName(name, rules)) === undefined,
  );
  return nearest(bare, ({ name }) => nameDistance(of, name))[0]?.name;
}
