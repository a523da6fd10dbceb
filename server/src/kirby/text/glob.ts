/** A pattern for paths, ready to be asked. */
export type PathPattern = (path: string) => boolean;

/** More alternatives than this nobody writes; what goes beyond is not looked at. */
const MOST_ALTERNATIVES = 100;

/**
 * A pattern as `.editorconfig` and others have it: `*` and `?` stand for characters of one name,
 * `**` for any folders, `{a,b}` for either. Whatever lies below a folder that matches, matches too.
 *
 * The time it takes grows with the lengths of pattern and path only, however many `*` there are.
 *
 * @param glob `content/blog/**`, `/content/*.txt`, `content/{old,archive}`
 */
export function pathPattern(glob: string): PathPattern {
  const patterns = alternatives(glob).map((one) =>
    one.split('/').filter((part) => part !== '' && part !== '.'),
  );
  return (path) => {
    const names = path.split('/');
    return patterns.some((pattern) => pattern.length > 0 && matches(pattern, names));
  };
}

/** The globs without braces that one with braces stands for. */
function alternatives(glob: string): readonly string[] {
  const open: string[] = [glob];
  const found: string[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = /\{([^{}]*)\}/u.exec(next);
    if (braces === null) found.push(next);
    else {
      const before = next.slice(0, braces.index);
      const after = next.slice(braces.index + braces[0].length);
      for (const one of (braces[1] ?? '').split(',')) open.push(before + one + after);
    }
    if (found.length + open.length > MOST_ALTERNATIVES) break;
  }
  return found;
}

/** Whether the pattern is used up somewhere along the path: the rest lies below what matches. */
function matches(pattern: readonly string[], names: readonly string[]): boolean {
  // Which places of the pattern the names so far may lead to.
  let places = beyondFolders(pattern, new Set([0]));
  for (const name of names) {
    const next = new Set<number>();
    for (const place of places) {
      const part = pattern[place];
      if (part === '**') next.add(place);
      else if (part !== undefined && matchesName(part, name)) next.add(place + 1);
    }
    if (next.has(pattern.length)) return true;
    places = beyondFolders(pattern, next);
  }
  // `folder/**` is about what lies in it, and there was at least a name for it.
  return pattern.at(-1) === '**' && names.length >= pattern.length && places.has(pattern.length);
}

/** `**` may stand for no folder at all. */
function beyondFolders(pattern: readonly string[], places: Set<number>): ReadonlySet<number> {
  for (const place of places) if (pattern[place] === '**') places.add(place + 1);
  return places;
}

/** `*` as far as needed: on a mismatch the last one takes one character more. */
function matchesName(pattern: string, name: string): boolean {
  let [at, inName, star, afterStar] = [0, 0, -1, 0];
  while (inName < name.length) {
    if (pattern[at] === '*') {
      star = at++;
      afterStar = inName;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[inName])) {
      at++;
      inName++;
    } else if (star >= 0) {
      at = star + 1;
      inName = ++afterStar;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
