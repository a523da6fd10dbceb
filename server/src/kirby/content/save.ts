import type { JsonValue } from '../json/value.ts';
import { asciiLower } from '../text/php.ts';
import { decodeContent } from './parse.ts';
import { encodeContent, entriesOf, type Fields, type WriteOptions } from './write.ts';

/** What a content file belongs to. */
export type Model = 'page' | 'site' | 'file' | 'user';

export interface SaveOptions extends WriteOptions {
  readonly model: Model;
  /** Whether the fields that the file has and `fields` does not are kept (`update()`, not `save()`). */
  readonly update: boolean;
}

/**
 * The fields that a model stores, in the order in which it stores them
 * (`Kirby\Content\Version::save()`, `Kirby\Cms\Page::contentFileData()`).
 *
 * @param before the file as it is, `undefined` where there is none
 * @param fields the new values; `null` takes a field away
 */
export function savedFields(
  before: string | undefined,
  fields: Fields,
  { model, update }: Pick<SaveOptions, 'model' | 'update'>,
): ReadonlyMap<string, JsonValue> {
  const merged = new Map<string, JsonValue>(update ? decodeContent(before ?? '') : []);
  for (const [name, value] of entriesOf(fields)) merged.set(asciiLower(name), value);
  const first = model === 'page' ? ['title', 'slug'] : model === 'site' ? ['title'] : [];
  const ordered = new Map<string, JsonValue>();
  for (const name of [...first, ...merged.keys()]) {
    const value = merged.get(name);
    if (value !== undefined && value !== null && isStored(model, name, value)) {
      ordered.set(name, value);
    }
  }
  return ordered;
}

/**
 * The file that a model leaves on disk; `undefined` when it leaves none, as a file model does
 * that has nothing to store (`Kirby\Content\PlainTextStorage::write()`).
 */
export function saveContent(
  before: string | undefined,
  fields: Fields,
  options: SaveOptions,
): string | undefined {
  const saved = savedFields(before, fields, options);
  return options.model === 'file' && saved.size === 0 ? undefined : encodeContent(saved, options);
}

/** The lock belongs to unsaved changes; the template `default` is what a file without one has. */
function isStored(model: Model, name: string, value: JsonValue): boolean {
  return name !== 'lock' && !(model === 'file' && name === 'template' && value === 'default');
}
