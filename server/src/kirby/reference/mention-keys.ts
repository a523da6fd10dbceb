/**
 * What a content file may mention, as numbers: one for each UUID and for each part of each path, name
 * or id that stands where a mention can stand. It is a sieve: whatever `mentions()` finds in a file
 * has its key here, and some keys belong to nothing. So the index finds the few files that are worth
 * reading again, and keeps eight bytes for a mention instead of its text.
 *
 * @param text the file; its bytes, each as one character, do as well
 * @returns each key once, in no order
 */
export function mentionKeys(text: string): readonly number[] {
  const keys = new Set<number>();
  addAtColons(text, keys);
  addPermalinks(text, keys);
  addFileNames(text, keys);
  addPaths(text, keys);
  return [...keys];
}

/** The key of a file's or page's UUID without its scheme: `x0Eszp6nhmEIe0aI`. */
export function uuidKey(uuid: string): number {
  return hash(uuid, 0, uuid.length, false);
}

/**
 * The key of a file's name, a page's slug, or a user's id or address. Letter case does not count, nor does what stands
 * before the last character that may be written in several ways: `médiation.jpg` may be
 * `m\u00e9diation.jpg` or `m%C3%A9diation.jpg`, and all have the key of `diation.jpg`.
 */
export function nameKey(name: string): number {
  return segmentKey(name, 0, name.length);
}

/** The key of a name that stands behind the slug of its page: `article/photo.jpg`. */
export function pathKey(slug: string, name: string): number {
  return pair(nameKey(slug), nameKey(name));
}

/**
 * `file://x`, `page:\/\/x`, `user://x`; what follows `link:`, `"link":`, `"url":`; and a value that is
 * one path: `Related: blog/post`, `"page":"blog"`.
 */
function addAtColons(text: string, keys: Set<number>): void {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if ((next === slash || next === backslash) && endsWithScheme(text, at)) {
      const start = afterSlashes(text, at + 1);
      if (start > at + 2) addUuid(text, start, keys, isUser(text, at));
    } else if (endsWithLink(text, at)) addPathAfter(text, at + 1, keys);
    else if (isBlank(next) || next === quote || next === backslash) addOnlyPath(text, at, keys);
  }
}

/**
 * The value behind a colon, where it is one path and nothing more, or begins with one of several parts: of
 * most only a word is looked at.
 */
function addOnlyPath(text: string, colon: number, keys: Set<number>): void {
  let at = colon + 1;
  while (isBlank(text.charCodeAt(at)) && at < colon + 8) at++;
  const start = afterQuote(text, at);
  const isQuoted = start > at;
  const end = endOfPath(text, start);
  const isPath = text.slice(start, end).includes('/');
  const isAll =
    // More may follow, of an id with a blank: `blog/my post`.
    isPath ||
    endsValue(text, end) ||
    // YAML in a string of JSON, which goes on in another line.
    (!isQuoted && hasLineBreak(text, start, end));
  const isShort = end > start && end - start <= longestPath;
  if (!isAll || !isShort || endsWithOwnName(text, colon)) return;
  // Each block has an id.
  if (endsWithId(text, colon) && !isPath) return;
  addId(text, start, end, keys);
}

/** Behind a quotation mark, if there is one, and the backslashes that it has inside of JSON. */
function afterQuote(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === backslash) at++;
  return isQuote(text.charCodeAt(at)) ? at + 1 : from;
}

/**
 * Whether a value ends at an offset, or behind blanks there: the line does, or the quotation, or the item of a
 * map in braces.
 */
function endsValue(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === space) at++;
  const code = text.charCodeAt(at);
  return at === text.length || isQuote(text.charCodeAt(from)) || endOfValue.has(code);
}

/** Whether a stretch holds a line break as JSON writes it: `\n`, `\r`. */
function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const next = text.charCodeAt(at) === backslash ? text.charCodeAt(at + 1) : 0;
    if (next === letterN || next === letterR) return true;
  }
  return false;
}

/** Whether `uuid` or `title` stands before an offset: what a file is called itself mentions nothing. */
function endsWithOwnName(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1) | 32;
  if (last !== letterD && last !== letterE) return false;
  return /(?:uuid|title)$/i.test(text.slice(Math.max(0, end - 5), end));
}

/** Whether the `"id"` of JSON stands before an offset. */
function endsWithId(text: string, end: number): boolean {
  if (text.charCodeAt(end - 1) !== quote) return false;
  return /"id\\*"$/.test(text.slice(Math.max(0, end - mostBefore), end));
}

/** Whether `link` or `url` stands before an offset, in quotes or not. */
function endsWithLink(text: string, end: number): boolean {
  let at = end - 1;
  while (at > 0 && (text.charCodeAt(at) === quote || text.charCodeAt(at) === backslash)) at--;
  const last = text.charCodeAt(at) | 32;
  if (last === letterK) return /^lin$/i.test(text.slice(at - 3, at));
  return last === letterL && at < end - 1 && text.slice(at - 2, at) === 'ur';
}

/** `/@/file/x`, `\/@\/page\/x`. */
function addPermalinks(text: string, keys: Set<number>): void {
  for (let at = text.indexOf('/@'); at >= 0; at = text.indexOf('/@', at + 2)) {
    const start = afterSlashes(text, at + 2);
    const scheme = text.slice(start, start + 4);
    if (scheme === 'file' || scheme === 'page') addUuid(text, afterSlashes(text, start + 4), keys);
  }
}

/** The id of a user is a name as well: `nameKey()` finds it with a scheme before it and without. */
function isUser(text: string, colon: number): boolean {
  return text.charCodeAt(colon - 1) === letterR;
}

/** Whether `file`, `page` or `user` stands before an offset: all end in `e` or `r`. */
function endsWithScheme(text: string, end: number): boolean {
  const scheme = text.slice(end - 4, end);
  return scheme === 'file' || scheme === 'page' || scheme === 'user';
}

function afterSlashes(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === slash || text.charCodeAt(at) === backslash) at++;
  return at;
}

function addUuid(text: string, start: number, keys: Set<number>, isName = false): void {
  let end = start;
  while (end < text.length && !endsUuid(text.charCodeAt(end))) end++;
  if (end > start) keys.add(hash(text, start, end, isName));
}

/** As in `uuidMentions()`: an id ends where JSON, HTML, KirbyText or an address goes on. */
function endsUuid(code: number): boolean {
  return code <= 32 || code === backslash || endOfUuid.has(code);
}

const endOfUuid: ReadonlySet<number> = new Set(
  Array.from(`"'<>()[]{},;/?#&\u00A0`, (character) => character.charCodeAt(0)),
);

/** Whatever ends as a file does: a dot, some letters or digits (`webmanifest`), and then something else. */
function addFileNames(text: string, keys: Set<number>): void {
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    let end = dot + 1;
    while (end < dot + 13 && isLetterOrDigit(text.charCodeAt(end))) end++;
    const length = end - dot - 1;
    if (length < 1 || length > 11) continue;
    const before = text.charCodeAt(dot - 1);
    // What stands before the dot of a name is part of it, also where it is written in another way.
    if (before <= 32 || Number.isNaN(before)) continue;
    addPath(text, startOfPath(text, dot), end, keys);
  }
}

function startOfPath(text: string, end: number): number {
  const least = Math.max(0, end - longestPath);
  let start = end;
  while (start > least && isInPath(text.charCodeAt(start - 1))) start--;
  return start;
}

/**
 * Ids of pages have no ending; they are told by what stands before them: in Markdown, in HTML, in a
 * list of YAML or of JSON.
 */
function addPaths(text: string, keys: Set<number>): void {
  for (const mark of ['](', '=', '- ']) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
      addPathAfter(text, at + mark.length, keys);
    }
  }
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) addList(text, at, keys);
}

/** The items of a list of JSON or YAML: `["a","b"]`, `[a, b]`. */
function addList(text: string, bracket: number, keys: Set<number>): void {
  for (let start = bracket + 1; start > 0;) {
    while (isBlank(text.charCodeAt(start))) start++;
    const end = addPathAfter(text, start, keys);
    start = end === start ? 0 : afterComma(text, end);
  }
}

/** Where the next item begins, behind what else an id may hold; 0 where the list ends or holds others. */
function afterComma(text: string, end: number): number {
  const most = end + mostBefore;
  for (let at = end; at < most; at++) {
    const code = text.charCodeAt(at);
    if (code === comma) return at + 1;
    if (Number.isNaN(code) || endOfList.has(code)) return 0;
  }
  return 0;
}

const endOfList: ReadonlySet<number> = new Set(
  Array.from('[]{}', (character) => character.charCodeAt(0)),
);

function isBlank(code: number): boolean {
  return code === space || (code >= 9 && code <= carriageReturn);
}

function isQuote(code: number): boolean {
  return code === quote || code === apostrophe;
}

/** Answers where the path ends. */
function addPathAfter(text: string, from: number, keys: Set<number>): number {
  const start = startOfValue(text, from);
  const end = endOfPath(text, start);
  if (end > start && end - start <= longestPath) addId(text, start, end, keys);
  return end;
}

/** Behind blanks, line breaks, quotation marks and slashes, with their backslashes. */
function startOfValue(text: string, from: number): number {
  let start = from;
  while (isBeforePath(text.charCodeAt(start)) && start < from + mostBefore) {
    start += hasLineBreak(text, start, start + 1) ? 2 : 1;
  }
  return start;
}

/** An indentation, the quotation mark of JSON in JSON in JSON, or what follows a sign in an id. */
const mostBefore = 30;

/** Kirby finds a page by its id with an ending as well: `blog.rss` is another form of it. */
function addId(text: string, start: number, end: number, keys: Set<number>): void {
  addPath(text, start, end, keys);
  // The short form of a UUID, which fields that choose files or pages take.
  if (text.charCodeAt(start) === atSign) addUuid(text, start + 1, keys);
  const path = text.slice(start, end);
  const [, before = '', stem = ''] = /^(.*[/\\])?([^/\\]+)\.[^./\\]*\\*$/s.exec(path) ?? [];
  if (stem !== '')
    keys.add(segmentKey(text, start + before.length, start + before.length + stem.length));
}

/** Where a path ends that begins at an offset; of one that is too long, no further than that is plain. */
export function endOfPath(text: string, start: number): number {
  const most = start + longestPath + 1;
  let end = start;
  while (end < most && isInPath(text.charCodeAt(end))) end++;
  return end;
}

/** More is prose without blanks, or a picture in the text. */
const longestPath = 400;

function addPath(text: string, start: number, end: number, keys: Set<number>): void {
  let from = start;
  let last: number | undefined;
  for (let at = start; at <= end; at++) {
    const code = text.charCodeAt(at);
    if (at < end && code !== slash && code !== backslash) continue;
    if (at > from) {
      const key = segmentKey(text, from, at);
      keys.add(key);
      if (last !== undefined) keys.add(pair(last, key));
      last = key;
    }
    from = at + 1;
  }
}

function pair(first: number, second: number): number {
  const both = `${first}/${second}`;
  return hash(both, 0, both.length, false);
}

function segmentKey(text: string, start: number, end: number): number {
  let from = end;
  while (from > start && isPlain(text.charCodeAt(from - 1))) from--;
  return hash(text, from + endOfEscape(text, from), end, true);
}

/** How many of the characters from an offset on belong to `\u00e9`, `\n` or `%C3` before it. */
function endOfEscape(text: string, from: number): number {
  const before = text.charCodeAt(from - 1);
  if (before === percent) return 2;
  if (before !== backslash) return 0;
  return text.charCodeAt(from) === letterU ? 5 : 1;
}

function isPlain(code: number): boolean {
  return isLetterOrDigit(code) || code === hyphen || code === lowLine || code === dotCode;
}

function isInPath(code: number): boolean {
  return isPlain(code) || code > 127 || inPath.has(code);
}

const endOfValue: ReadonlySet<number> = new Set(
  Array.from('\r\n},', (character) => character.charCodeAt(0)),
);

const inPath: ReadonlySet<number> = new Set(
  Array.from('/\\%@+~!$*=', (character) => character.charCodeAt(0)),
);

function isBeforePath(code: number): boolean {
  return isBlank(code) || isQuote(code) || code === backslash || code === slash;
}

function isLetterOrDigit(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57);
}

const carriageReturn = 13;
const space = 32;
const quote = 34;
const percent = 37;
const apostrophe = 39;
const comma = 44;
const hyphen = 45;
const dotCode = 46;
const slash = 47;
const atSign = 64;
const backslash = 92;
const letterD = 100;
const letterE = 101;
const letterK = 107;
const letterL = 108;
const letterN = 110;
const letterR = 114;
const letterU = 117;
const lowLine = 95;

/**
 * 52 bits, so that no two of a million keys meet by chance, and which a number holds exactly
 * (two rounds of FNV-1a with different seeds).
 */
function hash(text: string, start: number, end: number, foldsCase: boolean): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at);
    if (foldsCase && code >= 65 && code <= 90) code += 32;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 13;
  }
  return (high >>> 6) * 0x4000000 + (low >>> 6);
}
