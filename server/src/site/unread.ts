import { asciiLower } from '../kirby/text/php.ts';
import { factOf, type FolderFacts } from './folder-facts.ts';
import {
  contentName,
  contentStem,
  defaultContentName,
  type InventoryRules,
  metadataOwner,
  templateFile,
} from './inventory.ts';
import type { ContentFile, Unread } from './site.ts';
import { joinPath, nameOf } from './site-path.ts';

/**
 * Why Kirby does not read a content file, as far as its own folder tells. It reads the files of one
 * template of a page only (`Kirby\Filesystem\Dir::inventory()`), and of several languages only those
 * that are named for one.
 */
export function whyUnread(
  { path, model }: ContentFile,
  facts: FolderFacts,
  rules: InventoryRules,
): Unread | undefined {
  const name = nameOf(path);
  const winner = model.kind === 'page' ? templateFile(facts, rules) : undefined;
  if (winner !== undefined && model.kind === 'page') {
    const stem = contentStem(name, rules);
    // On many a disk that is one file.
    if (asciiLower(stem) !== asciiLower(winner.stem)) return rival(winner.name, facts, rules);
    if (stem !== asciiLower(stem)) return { why: 'letter-case', template: asciiLower(stem) };
  }
  const { stem, language } = contentName(name, rules);
  const isNamed = language !== undefined || rules.languages.length === 0;
  // A part that is no language may be one of a language that cannot be read here.
  const isBare = model.kind === 'file' ? stem === model.file.name : !stem.includes('.');
  if (isNamed || !isBare || rules.defaultLanguage === undefined) return undefined;
  const named = defaultContentName(stem, rules);
  return { why: 'no-language', name: named, isThere: factOf(facts, named) !== undefined };
}

function rival(name: string, facts: FolderFacts, rules: InventoryRules): Unread {
  const other = joinPath(facts.path, name);
  const owner = metadataOwner(name, rules);
  if (owner === undefined) return { why: 'other-file', other };
  const isOrphan = factOf(facts, owner) === undefined;
  return { why: 'metadata', other, of: owner, isOrphan };
}
