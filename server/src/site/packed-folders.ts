import type { FileFact, FolderFacts } from './folder-facts.ts';
import { sitePath } from './site-path.ts';
import type { TextSummary } from './summary.ts';

/**
 * Folders as they are sent to another thread. As objects they would take several times as long, and
 * arrive with a string of its own for each `photo.jpg` and each `Title`.
 */
export interface PackedFolders {
  /** Strings that more folders have, and the names of fields: the packs that follow mean them too. */
  readonly common: readonly string[];
  readonly lists: readonly (readonly string[])[];
  /** Strings of this pack alone. */
  readonly own: readonly string[];
  /** Folder by folder what is made of all these, by their places. */
  readonly numbers: Uint32Array;
}

/** For what is not there; a place in `common` is 1, 3, 5 …, one in `own` is 2, 4, 6 … */
const NOTHING = 0;

/** Where nearly all strings are different, none is worth remembering. */
const MOST_COMMON = 20_000;

/** Packs folders for one `Unpacker`, which takes the packs in the same order. */
export class Packer {
  readonly #common = new Map<string, number>();
  readonly #lists = new Map<readonly string[], number>();
  #newCommon: string[] = [];
  #newLists: (readonly string[])[] = [];
  #own = new Map<string, number>();
  #numbers: number[] = [];

  /** @param folders files with the same fields share one list of their names (`listSharing()`) */
  pack(folders: readonly FolderFacts[]): PackedFolders {
    this.#newCommon = [];
    this.#newLists = [];
    this.#own = new Map();
    this.#numbers = [];
    for (const folder of folders) this.#addFolder(folder);
    return {
      common: this.#newCommon,
      lists: this.#newLists,
      own: [...this.#own.keys()],
      numbers: Uint32Array.from(this.#numbers),
    };
  }

  #addFolder({ path, folders, files }: FolderFacts): void {
    this.#numbers.push(this.#inOwn(path), folders.length, files.length);
    for (const name of folders) this.#numbers.push(this.#inOwn(name));
    for (const { name, summary } of files) {
      this.#numbers.push(this.#inCommon(name));
      if (summary === undefined) this.#numbers.push(NOTHING);
      else this.#addSummary(summary);
    }
  }

  #addSummary({ title, uuid, slug, names, values, content }: TextSummary): void {
    const fields = content && Object.entries(content);
    this.#numbers.push(
      fields === undefined ? values.length * 2 + 1 : fields.length * 2 + 2,
      this.#inOwn(title),
      this.#inOwn(uuid),
      this.#inOwn(slug),
      this.#placeOf(names),
    );
    if (fields === undefined) {
      for (const value of values) this.#numbers.push(this.#inCommon(value));
      return;
    }
    for (const [name, value] of fields) {
      // All images of a site have one of a few templates, and each an alternative text of its own.
      const place = name === 'template' ? this.#inCommon(value) : this.#inOwn(value);
      this.#numbers.push(this.#inCommon(name), place);
    }
  }

  #placeOf(list: readonly string[]): number {
    let place = this.#lists.get(list);
    if (place === undefined) {
      place = this.#lists.size;
      this.#lists.set(list, place);
      this.#newLists.push(list);
    }
    return place;
  }

  #inCommon(text: string | undefined): number {
    const known = text === undefined ? NOTHING : this.#common.get(text);
    if (text === undefined || known !== undefined) return known ?? NOTHING;
    if (this.#common.size >= MOST_COMMON) return this.#inOwn(text);
    const place = this.#common.size * 2 + 1;
    this.#common.set(text, place);
    this.#newCommon.push(text);
    return place;
  }

  #inOwn(text: string | undefined): number {
    const known = text === undefined ? NOTHING : this.#own.get(text);
    if (text === undefined || known !== undefined) return known ?? NOTHING;
    const place = this.#own.size * 2 + 2;
    this.#own.set(text, place);
    return place;
  }
}

/** Makes folders again of what one `Packer` has packed. */
export class Unpacker {
  readonly #common: string[] = [];
  readonly #lists: (readonly string[])[] = [];

  unpack({ common, lists, own, numbers }: PackedFolders): readonly FolderFacts[] {
    for (const text of common) this.#common.push(text);
    for (const list of lists) this.#lists.push(list);
    const reader = new Reader(this.#common, this.#lists, own, numbers);
    const folders: FolderFacts[] = [];
    while (!reader.isAtEnd) folders.push(reader.folder());
    return folders;
  }
}

class Reader {
  readonly #common: readonly string[];
  readonly #lists: readonly (readonly string[])[];
  readonly #own: readonly string[];
  readonly #numbers: Uint32Array;
  #at = 0;

  constructor(
    common: readonly string[],
    lists: readonly (readonly string[])[],
    own: readonly string[],
    numbers: Uint32Array,
  ) {
    this.#common = common;
    this.#lists = lists;
    this.#own = own;
    this.#numbers = numbers;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#numbers.length;
  }

  folder(): FolderFacts {
    const path = sitePath(this.#string());
    const folderCount = this.#number();
    const fileCount = this.#number();
    const folders = folderCount === 0 ? none : this.#list(folderCount, () => this.#string());
    const files = this.#list(fileCount, () => this.#file());
    return { path, files, folders };
  }

  #file(): FileFact {
    const name = this.#string();
    const kind = this.#number();
    return { name, summary: kind === NOTHING ? undefined : this.#summary(kind) };
  }

  #summary(kind: number): TextSummary {
    const title = this.#maybe();
    const uuid = this.#maybe();
    const slug = this.#maybe();
    const names = this.#lists[this.#number()] ?? none;
    const count = (kind - 1) >> 1;
    const isWhole = kind % 2 === 0;
    const values = isWhole || count === 0 ? none : this.#list(count, () => this.#maybe());
    const content = isWhole ? this.#content(count) : undefined;
    return { title, uuid, slug, names, values, content };
  }

  #content(count: number): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#list(count, () => [this.#string(), this.#string()]));
  }

  #list<Item>(count: number, next: () => Item): readonly Item[] {
    return Array.from({ length: count }, next);
  }

  #string(): string {
    return this.#maybe() ?? '';
  }

  #maybe(): string | undefined {
    const place = this.#number();
    if (place === NOTHING) return undefined;
    return place % 2 === 1 ? this.#common[(place - 1) >> 1] : this.#own[(place - 2) >> 1];
  }

  #number(): number {
    return this.#numbers[this.#at++] ?? NOTHING;
  }
}

const none: readonly string[] = [];
