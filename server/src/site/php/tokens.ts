/** A token of PHP source, as far as literals need it. */
export type PhpToken =
  | { readonly kind: 'variable' | 'name' | 'symbol'; readonly text: string }
  /** `undefined`: a string that variables are put into, or a heredoc. */
  | { readonly kind: 'string'; readonly value: string | undefined }
  | { readonly kind: 'number'; readonly value: number };

/** The tokens of everything between `<?php` and `?>`. Comments and blanks are left out. */
export function phpTokens(source: string): readonly PhpToken[] {
  const tokens: PhpToken[] = [];
  const pattern = new RegExp(tokenPattern, 'y');
  let at = codeStart(source, 0);
  while (at < source.length) {
    if (source.startsWith('?>', at)) {
      at = codeStart(source, at + 2);
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    const heredoc = match?.groups?.['label'];
    const token = match === null ? undefined : tokenOf(match);
    if (token !== undefined) tokens.push(token);
    if (match === null) at++;
    else at = heredoc === undefined ? pattern.lastIndex : heredocEnd(source, at, heredoc);
  }
  return tokens;
}

/** Blanks, comments, heredocs, strings, numbers, variables, names, symbols. */
const tokenPattern = [
  String.raw`\s+|#(?!\[)[^\n?]*(?:\?(?!>)[^\n?]*)*|\/\/[^\n?]*(?:\?(?!>)[^\n?]*)*|\/\*[^]*?(?:\*\/|$)`,
  String.raw`<<<[ \t]*["']?(?<label>\w+)["']?`,
  String.raw`'(?<single>(?:[^'\\]|\\[^])*)'`,
  String.raw`"(?<double>(?:[^"\\]|\\[^])*)"`,
  String.raw`(?<number>\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)`,
  String.raw`(?<variable>\$\w+)`,
  String.raw`(?<name>\\?[A-Za-z_\x80-\uFFFF][\w\x80-\uFFFF\\]*)`,
  String.raw`(?<symbol>=>|->|::|\?\?=?|[=!]==?|[.+*/-]=|&&|\|\||[^])`,
].join('|');

function tokenOf({ groups }: RegExpExecArray): PhpToken | undefined {
  const { label, single, double, number, variable, name, symbol } = groups ?? {};
  if (label !== undefined) return { kind: 'string', value: undefined };
  if (single !== undefined) return { kind: 'string', value: single.replace(/\\([\\'])/g, '$1') };
  if (double !== undefined) return { kind: 'string', value: doubleQuoted(double) };
  if (number !== undefined) return { kind: 'number', value: Number(number.replaceAll('_', '')) };
  if (variable !== undefined) return { kind: 'variable', text: variable.slice(1) };
  if (name !== undefined) return { kind: 'name', text: name };
  return symbol === undefined ? undefined : { kind: 'symbol', text: symbol };
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  f: '\f',
  '\\': '\\',
  $: '$',
  '"': '"',
};

function doubleQuoted(text: string): string | undefined {
  if (/(?:^|[^\\])(?:\\\\)*(?:\$[A-Za-z_{]|\{\$)/.test(text)) return undefined;
  if (/\\[0-7xu]/.test(text)) return undefined;
  return text.replace(/\\([^])/g, (whole, character: string) => escapes[character] ?? whole);
}

function codeStart(source: string, from: number): number {
  const open = source.indexOf('<?php', from);
  return open < 0 ? source.length : open + '<?php'.length;
}

/** After the label that ends a heredoc: alone on its line, perhaps indented. */
function heredocEnd(source: string, from: number, label: string): number {
  const end = new RegExp(`\\n[ \\t]*${label}\\b`, 'g');
  end.lastIndex = from;
  return end.exec(source) === null ? source.length : end.lastIndex;
}
