/**
 * The letters and digits that Kirby writes in ASCII, after lower-casing (`Str::$ascii`). What is
 * not here vanishes: Greek, Hebrew and Chinese, but `œ` too.
 */
const spellings: Readonly<Record<string, string>> = {
  '0': '°₀',
  '1': '¹₁',
  '2': '²₂',
  '3': '³₃',
  '4': '⁴₄',
  '5': '⁵₅',
  '6': '⁶₆',
  '7': '⁷₇',
  '8': '⁸₈',
  '9': '⁹₉',
  a: 'ªàáâãäåæāăąǎǻǽа',
  b: 'б',
  c: 'çćĉċčц',
  ch: 'ч',
  d: 'д',
  dj: 'ðďđ',
  e: 'èéêëēĕėęěеёэ',
  f: 'ƒф',
  g: 'ĝğġģг',
  h: 'ĥħх',
  i: 'ìíîïĩīĭįıǐи',
  ij: 'ĳ',
  j: 'ĵй',
  ja: 'я',
  ju: 'ю',
  k: 'ķк',
  l: 'ĺļľŀłл',
  m: 'м',
  n: 'ñńņňŉн',
  o: 'ºòóôõöøōŏőơǒǿо',
  p: 'п',
  r: 'ŕŗřр',
  s: 'śŝşšſșс',
  sh: 'ш',
  shch: 'щ',
  ss: 'ß',
  t: 'ţťŧțт',
  u: 'ùúûüũūŭůűųưǔǖǘǚǜу',
  v: 'в',
  w: 'ŵ',
  y: 'ýÿŷы',
  z: 'źżžз',
  zh: 'ж',
};

const asciiOf: ReadonlyMap<string, string> = new Map(
  Object.entries(spellings).flatMap(([ascii, characters]) =>
    Array.from(characters, (character): [string, string] => [character, ascii]),
  ),
);

/** Lower-case text in ASCII, as `Kirby\Toolkit\Str::ascii()`: unknown characters are left out. */
export function toAscii(lowerCase: string): string {
  return lowerCase.replace(/[^\t\n\r\x20-\x7E]/gu, (character) => asciiOf.get(character) ?? '');
}
