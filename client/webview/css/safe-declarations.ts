/** Gives an address that a style sheet names one that may be loaded; `undefined`: it may not. */
export type Locate = (address: string) => string | undefined;

/** Functions that load what a plain text in them names, or draw what is none of the text's business. */
const refused: ReadonlySet<string> = new Set([
  'url',
  'src',
  'image',
  'image-set',
  '-webkit-image-set',
  'element',
  '-moz-element',
  'paint',
]);

const textual = String.raw`"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'`;

/** A part of declarations that has to be looked at; what is left out of it passes. */
const part = new RegExp(
  [
    // Comments first: nothing in them is text.
    String.raw`\/\*[^]*?(?:\*\/|$)`,
    `(?<text>${textual})`,
    String.raw`url\(\s*(?:(?<quoted>${textual})|(?<plain>[^)"'\\\s(]*))\s*\)`,
    String.raw`(?<name>[-\w\u0080-\uffff]+)\(`,
    // An escape could hide any name, a quote without another one whatever comes behind it.
    String.raw`\\[^]?`,
    `["']`,
  ].join('|'),
  'gi',
);

/**
 * Declarations without a way to anything but what `locate` allows. They are looked at as they are written,
 * for a browser keeps custom properties, and all that has `var()` in it, unread.
 *
 * @param declarations as `CSSStyleDeclaration.cssText` gives them: `color: red; background: url("a.png")`
 */
export function safeDeclarations(declarations: string, locate: Locate): string {
  let safe = '';
  let at = 0;
  for (const { 0: whole, index, groups = {} } of declarations.matchAll(part)) {
    safe += declarations.slice(at, index) + safePart(whole, groups, locate);
    at = index + whole.length;
  }
  return safe + declarations.slice(at);
}

function safePart(
  whole: string,
  groups: Readonly<Record<string, string | undefined>>,
  locate: Locate,
): string {
  const { text, quoted, plain, name } = groups;
  if (text !== undefined) return whole;
  const address = plain ?? unquoted(quoted);
  if (address !== undefined) return `url("${locate(address) ?? 'data:,'}")`;
  if (name === undefined) return ' ';
  // An unknown function has the browser drop the whole declaration.
  return refused.has(name.toLowerCase()) ? '-refused(' : whole;
}

/** What a quoted address says; escapes are resolved by nobody but the browser, and so none may be in it. */
function unquoted(quoted: string | undefined): string | undefined {
  if (quoted === undefined) return undefined;
  return quoted.includes('\\') ? '' : quoted.slice(1, -1);
}
