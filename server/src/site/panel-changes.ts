import { entriesIn, isCollection } from '../kirby/yaml/collection.ts';
import type { JsonValue } from '../kirby/json/value.ts';
import { fieldNamed, parseContent } from '../kirby/content/parse.ts';
import { readYaml } from '../kirby/yaml/read.ts';
import { phpValueAt, readPhp } from './php/literal.ts';
import type { ContentFile } from './site.ts';
import { folderOf, joinPath, nameOf, type SitePath } from './site-path.ts';

/** Where the Panel of Kirby 5 keeps what has not been saved, in the folder of the model. */
export const CHANGES = '_changes';

/**
 * Where the Panel keeps the unsaved changes of a content file, one for each language:
 * `content/a/_changes/article.de.txt` for `content/a/article.de.txt`.
 *
 * Mirrors `PlainTextStorage::contentDirectory()`.
 */
export function changesOf(path: SitePath): SitePath {
  return joinPath(joinPath(folderOf(path), CHANGES), nameOf(path));
}

/** The content file that a file of unsaved changes is about: the way back from `changesOf()`. */
export function savedOf(path: SitePath): SitePath {
  return joinPath(folderOf(folderOf(path)), nameOf(path));
}

/** Whether something that happened to a path may be about unsaved changes or locks. */
export function concernsChanges(path: SitePath): boolean {
  const name = nameOf(path);
  return name === CHANGES || name === LOCK || nameOf(folderOf(path)) === CHANGES;
}

/** The id of the user whose unsaved changes a file holds: its field `Lock`. */
export function editorIn(changes: string): string | undefined {
  const id = fieldNamed(parseContent(changes), 'lock')?.value.text;
  return id === '' ? undefined : id;
}

/** The name of the file in which Kirby 3.2 to 4 notes who is editing, in the folder of the page. */
export const LOCK = '.lock';

/** Who is editing in the Panel of Kirby 3.2 to 4, which keeps the changes themselves in the browser. */
export interface PanelLock {
  /** The id of the user. */
  readonly user: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/**
 * The lock of a model in a `.lock` file. Mirrors `Lock::legacy()`: one that somebody else has lifted
 * does not count.
 */
export function lockIn(text: string, { model }: ContentFile): PanelLock | undefined {
  const read = readYaml(text, 'symfony');
  const entry = read.ok ? member(read.value, idOf(model)) : undefined;
  const lock = member(entry, 'lock');
  const [user, time] = [member(lock, 'user'), member(lock, 'time')];
  if (member(entry, 'unlock') !== undefined) return undefined;
  return typeof user === 'string' && typeof time === 'number' ? { user, time } : undefined;
}

/** What a user is called, from the `index.php` of the account: the name, or else the address. */
export function userNameIn(source: string): string | undefined {
  const { returned } = readPhp(source, '');
  return [phpValueAt(returned, 'name'), phpValueAt(returned, 'email')].find(
    (name): name is string => typeof name === 'string' && name !== '',
  );
}

function idOf(model: ContentFile['model']): string {
  switch (model.kind) {
    case 'site':
      return '/';
    case 'page':
      return `/${model.page.id}`;
    case 'file':
      return `/${model.file.id}`;
    case 'user':
      return `/${model.id}`;
  }
}

function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (value === undefined || !isCollection(value)) return undefined;
  return entriesIn(value).find(([name]) => name === key)?.[1];
}
