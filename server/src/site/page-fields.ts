import { fieldName } from '../kirby/content/parse.ts';
import { asciiLower } from '../kirby/text/php.ts';
import { factOf, type FolderFacts } from './folder-facts.ts';
import { defaultContentName, type InventoryRules } from './inventory.ts';
import type { PageTree } from './page-tree.ts';
import type { PageEntry, SiteEntry } from './site.ts';
import { nameOf, type SitePath } from './site-path.ts';
import { hasField, type TextSummary, valueIn } from './summary.ts';

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
  #allNames: ReadonlySet<string> | undefined;
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
    this.#allNames = undefined;
  }

  namesOf(template: string): readonly string[] {
    let names = this.#names.get(template);
    if (names === undefined) {
      names = this.#countNames(template);
      this.#names.set(template, names);
    }
    return names;
  }

  hasName(name: string): boolean {
    this.#allNames ??= this.#collectNames();
    return this.#allNames.has(name);
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

  /** Kirby takes what a translation does not have from the default language. */
  valueOf(owner: PageEntry | SiteEntry, name: string): string | undefined {
    const facts = this.#folders.get(owner.folder);
    if (facts === undefined) return undefined;
    const main = this.#mainFile(owner);
    const first = main === undefined ? undefined : factOf(facts, main);
    const value = first === undefined ? '' : first.summary && valueIn(first.summary, name);
    if (value === undefined || this.#rules.languages.length < 2) return value;
    const others = this.#translations(owner.kind === 'page' ? owner.template : 'site');
    const isSame = facts.files.every(
      ({ name: file, summary }) =>
        !others.has(asciiLower(file)) ||
        (summary !== undefined && (!hasField(summary, name) || valueIn(summary, name) === value)),
    );
    return isSame ? value : undefined;
  }

  #mainFile(owner: PageEntry | SiteEntry): string | undefined {
    if (owner.kind === 'site') return defaultContentName('site', this.#rules);
    return owner.contentPath && nameOf(owner.contentPath);
  }

  /** The content files of a template in other languages, in lower case. */
  #translations(stem: string): ReadonlySet<string> {
    const { contentExtension, languages, defaultLanguage } = this.#rules;
    const others = languages.filter((code) => code !== defaultLanguage);
    return new Set(others.map((code) => asciiLower(`${stem}.${code}.${contentExtension}`)));
  }

  /** The content files of a template, or of all, in the default language. */
  *#summaries(template: string | undefined): Generator<TextSummary> {
    for (const page of this.#tree.pages()) {
      const isWanted = template === undefined || page.template === template;
      if (!isWanted || page.contentPath === undefined) continue;
      const facts = this.#folders.get(page.folder);
      const summary = facts && factOf(facts, nameOf(page.contentPath))?.summary;
      if (summary !== undefined) yield summary;
    }
  }

  #collectNames(): ReadonlySet<string> {
    const lists = new Set<readonly string[]>();
    for (const { names } of this.#summaries(undefined)) lists.add(names);
    return new Set([...lists].flatMap((names) => names.map((name) => fieldName(name))));
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
