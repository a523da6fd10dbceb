import { factOf, type FolderFacts } from './folder-facts.ts';
import { defaultContentName, type InventoryRules } from './inventory.ts';
import type { PageTree } from './page-tree.ts';
import type { PageEntry, SiteEntry } from './site.ts';
import { nameOf, type SitePath } from './site-path.ts';
import { type TextSummary, valueIn } from './summary.ts';

/** Of more different values of one field nobody chooses, and a long session must not collect them. */
const MOST_VALUES = 2_000;

/**
 * What the pages of a site have in their fields, learned from their content files. It is counted
 * when somebody asks, and forgotten with the next revision.
 */
export class PageFields {
  readonly #folders: ReadonlyMap<SitePath, FolderFacts>;
  readonly #rules: InventoryRules;
  readonly #tree: PageTree;
  readonly #names = new Map<string, readonly string[]>();
  readonly #values = new Map<string, ReadonlyMap<string, number>>();

  constructor(tree: PageTree, folders: ReadonlyMap<SitePath, FolderFacts>, rules: InventoryRules) {
    this.#folders = folders;
    this.#rules = rules;
    this.#tree = tree;
  }

  forget(): void {
    this.#names.clear();
    this.#values.clear();
  }

  namesOf(template: string): readonly string[] {
    let names = this.#names.get(template);
    if (names === undefined) {
      names = this.#countNames(template);
      this.#names.set(template, names);
    }
    return names;
  }

  valuesOf(template: string, name: string): ReadonlyMap<string, number> {
    const key = `${template}\n${name}`;
    let values = this.#values.get(key);
    if (values === undefined) {
      values = this.#countValues(template, name);
      this.#values.set(key, values);
    }
    return values;
  }

  valueOf(owner: PageEntry | SiteEntry, name: string): string | undefined {
    const facts = this.#folders.get(owner.folder);
    if (facts === undefined) return undefined;
    const file =
      owner.kind === 'page' ? owner.contentPath && nameOf(owner.contentPath) : this.#siteFile;
    const fact = file === undefined ? undefined : factOf(facts, file);
    if (fact === undefined) return '';
    return fact.summary && valueIn(fact.summary, name);
  }

  get #siteFile(): string {
    return defaultContentName('site', this.#rules);
  }

  /** The content files of a template in the default language. */
  *#summaries(template: string): Generator<TextSummary> {
    for (const page of this.#tree.pages()) {
      if (page.template !== template || page.contentPath === undefined) continue;
      const facts = this.#folders.get(page.folder);
      const summary = facts && factOf(facts, nameOf(page.contentPath))?.summary;
      if (summary !== undefined) yield summary;
    }
  }

  #countNames(template: string): readonly string[] {
    const lists = new Map<readonly string[], number>();
    for (const { names } of this.#summaries(template)) {
      lists.set(names, (lists.get(names) ?? 0) + 1);
    }
    const counts = new Map<string, number>();
    for (const [names, count] of lists) {
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + count);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  }

  #countValues(template: string, name: string): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const summary of this.#summaries(template)) {
      const value = valueIn(summary, name);
      if (value === undefined || value === '') continue;
      const count = counts.get(value);
      if (count !== undefined || counts.size < MOST_VALUES) counts.set(value, (count ?? 0) + 1);
    }
    return new Map([...counts].sort(([, a], [, b]) => b - a));
  }
}
