import type { JsonPath } from '../kirby/json/value.ts';
import type { FileEntry, Model, PageEntry, Site } from '../site/site.ts';

/** What a renderer may ask of its surroundings. */
export interface RenderContext {
  readonly site: Site | undefined;
  /** The model the value belongs to: file names are looked up from here. */
  readonly model: Model | undefined;
  /** The address of a file; the default is its percent-encoded path from the site's root. */
  fileUrl(file: FileEntry): string;
  /** @param language another one than the text's own */
  pageUrl(page: PageEntry, language?: string): string;
  /** What the metadata of a file say, in the language of the text. */
  metadata(file: FileEntry): Readonly<Record<string, string>>;
  /** The code of the language that the text is in; `undefined` in a site that has none. */
  readonly language: string | undefined;
  /** What page links start with, with a trailing slash: `/`. */
  readonly baseUrl: string;
  /**
   * `page`: exactly what Kirby prints. `editor`: the same, with named placeholders for missing
   * images, posters for videos, cards for unknown blocks.
   */
  readonly audience: 'page' | 'editor';
}

/**
 * A rendered page as keyed fragments. The webview replaces the fragments whose html differs, and
 * nothing else. A fragment that has children holds, where each child belongs, one
 * `<kirby-slot data-key="KEY"></kirby-slot>`.
 */
export interface Preview {
  /** Keys of the top level, in order. */
  readonly roots: readonly string[];
  readonly fragments: ReadonlyMap<string, Fragment>;
  /** Fields whose JSON cannot be read now; their fragments are those of the last good rendering. */
  readonly broken: readonly BrokenField[];
}

export interface Fragment {
  /**
   * Stays the same while the place does: the field's name and the ids on the way
   * (`layout/ROWID/COLUMNID/BLOCKID`), an index (`#2`) where there is no id of its own.
   */
  readonly key: string;
  readonly html: string;
  readonly place: FragmentPlace;
}

/** Where in the content a fragment comes from: a field, and the path inside its JSON. */
export interface FragmentPlace {
  readonly field: string;
  readonly path: JsonPath;
}

export interface BrokenField {
  readonly field: string;
  readonly message: string;
}
