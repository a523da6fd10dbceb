import { isArray } from '../../../kirby/json/value.ts';
import { readYaml } from '../../../kirby/yaml/read.ts';
import type { FileEntry, Model, PageEntry, SiteEntry } from '../../site.ts';
import { type ContentField, type QueryContext, type QueryValue, scalar } from '../value.ts';

/**
 * The pages that a field names (`toPages()`): what is not there is passed over, and each counts once.
 * `undefined` where one of them is not known, or Kirby would fail.
 */
export function chosenPages(
  { text }: ContentField,
  { site }: QueryContext,
): readonly PageEntry[] | undefined {
  return chosen(text, site, (reference) => {
    const found = site.resolvePage(reference, { kind: 'site' });
    return found.status === 'found' ? found.page : found.status === 'missing' ? 'none' : undefined;
  });
}

/** The files that a field names (`toFiles()`), by names from the page, file or site that it is one of. */
export function chosenFiles(
  { text, parent }: ContentField,
  { site }: QueryContext,
): readonly FileEntry[] | undefined {
  if (parent === undefined) return undefined;
  const from = modelOf(parent);
  return chosen(text, site, (reference) => {
    const found = site.resolveFile(reference, from);
    return found.status === 'found' ? found.file : found.status === 'missing' ? 'none' : undefined;
  });
}

/** The first that is there; Kirby's `null` where there is none. */
export function firstOf(
  items: readonly (PageEntry | FileEntry)[] | undefined,
): QueryValue | undefined {
  return items && (items[0] ?? scalar(undefined));
}

function chosen<Item extends PageEntry | FileEntry>(
  text: string,
  { options }: QueryContext['site'],
  find: (reference: string) => Item | 'none' | undefined,
): readonly Item[] | undefined {
  if (!options.isYamlHandlerKnown) return undefined;
  const read = readYaml(text, options.yamlHandler);
  if (!read.ok || !isArray(read.value)) return undefined;
  const items = new Map<string, Item>();
  for (const reference of read.value) {
    if (typeof reference !== 'string') return undefined;
    const item = find(reference);
    if (item === undefined) return undefined;
    if (item !== 'none' && !items.has(item.id)) items.set(item.id, item);
  }
  return [...items.values()];
}

function modelOf(parent: PageEntry | SiteEntry | FileEntry): Model {
  switch (parent.kind) {
    case 'page':
      return { kind: 'page', page: parent };
    case 'file':
      return { kind: 'file', file: parent };
    case 'site':
      return { kind: 'site' };
  }
}
