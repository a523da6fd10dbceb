import { type PhpToken, phpTokens } from './tokens.ts';

/**
 * What an expression is without running it. `undefined`: something that only PHP can tell.
 * Numeric keys of arrays are texts, as in JSON.
 */
export type PhpValue = string | number | boolean | null | PhpArray | undefined;
export type PhpArray = ReadonlyMap<string, PhpValue>;

export function isPhpArray(value: PhpValue): value is PhpArray {
  return value instanceof Map;
}

/** The value at nested keys. */
export function phpValueAt(value: PhpValue, ...keys: readonly string[]): PhpValue {
  let current = value;
  for (const key of keys) current = isPhpArray(current) ? current.get(key) : undefined;
  return current;
}

/** What is known of a script without running it. */
export interface PhpScript {
  /** What its last `return` outside of functions gives: what `require` answers. */
  readonly returned: PhpValue;
  /** The first argument of each `new X(…)`, in order, with X's last name: `Kirby`, `App`. */
  readonly created: readonly { readonly name: string; readonly argument: PhpValue }[];
  /** The arguments of each static call `X::y(…)`, by X's last name and y: `App::plugin`. */
  readonly called: readonly { readonly name: string; readonly arguments: PhpArray }[];
}

/**
 * Reads a PHP script as far as it is literal: strings, numbers, arrays, `.`, `__DIR__`,
 * `dirname()` and variables that were assigned such. Nothing is executed.
 *
 * @param folder what `__DIR__` is: an absolute path with `/`
 */
export function readPhp(source: string, folder: string): PhpScript {
  return new Reader(phpTokens(source), folder).script();
}

/** Nested deeper than this no configuration is. */
const DEEPEST = 40;

class Reader {
  readonly #tokens: readonly PhpToken[];
  readonly #folder: string;
  readonly #variables = new Map<string, PhpValue>();
  readonly #created: { name: string; argument: PhpValue }[] = [];
  readonly #called: { name: string; arguments: PhpArray }[] = [];
  #at = 0;

  constructor(tokens: readonly PhpToken[], folder: string) {
    this.#tokens = tokens;
    this.#folder = folder;
  }

  script(): PhpScript {
    let returned: PhpValue;
    let depth = 0;
    while (this.#at < this.#tokens.length) {
      if (this.#takes('{')) depth++;
      else if (this.#takes('}')) depth--;
      else if (depth === 0 && this.#takesName('return')) returned = this.#expression(0);
      else if (this.#startsAssignment()) this.#assignment(depth > 0);
      else if (!this.#instance(0) && !this.#staticCall(0)) this.#at++;
    }
    return { returned, created: this.#created, called: this.#called };
  }

  /** `$a = …;`. What a branch or a loop assigns may or may not be; so what is added to it. */
  #assignment(isUncertain: boolean): void {
    const variable = this.#tokens[this.#at];
    const isPlain = this.#isSymbolAt(this.#at + 1, '=');
    if (!isPlain) this.#at += 2;
    this.#expression(0);
    if (variable?.kind === 'variable' && (isUncertain || !isPlain)) {
      this.#variables.set(variable.text, undefined);
    }
  }

  /** An expression up to what ends it: `,`, `;`, `=>` or a closing bracket. */
  #expression(depth: number): PhpValue {
    let value = this.#operand(depth);
    while (this.#takes('.')) {
      const right = this.#operand(depth);
      value = isText(value) && isText(right) ? `${value}${right}` : undefined;
    }
    if (this.#isEnd()) return value;
    this.#skipToEnd(depth);
    return undefined;
  }

  #operand(depth: number): PhpValue {
    const token = this.#tokens[this.#at];
    if (token === undefined || depth > DEEPEST) return undefined;
    switch (token.kind) {
      case 'string':
      case 'number':
        this.#at++;
        return token.value;
      case 'variable':
        return this.#variable(token.text, depth);
      case 'name':
        return this.#named(token.text, depth);
      case 'symbol':
        return this.#bracketed(token.text, depth);
    }
  }

  #variable(name: string, depth: number): PhpValue {
    this.#at++;
    if (this.#takes('=')) {
      const value = this.#expression(depth + 1);
      this.#variables.set(name, value);
      return value;
    }
    return this.#variables.get(name);
  }

  #named(name: string, depth: number): PhpValue {
    const lower = name.toLowerCase();
    if (lower === 'new' && this.#instance(depth)) return undefined;
    this.#at++;
    if (lower === 'true') return true;
    if (lower === 'false') return false;
    if (lower === 'null') return null;
    if (name === '__DIR__') return this.#folder;
    if (lower === 'array' && this.#takes('(')) return this.#array(')', depth);
    if ((lower === 'dirname' || lower === '\\dirname') && this.#takes('(')) {
      const [path, levels] = this.#array(')', depth).values();
      return dirname(path, levels);
    }
    return undefined;
  }

  #bracketed(symbol: string, depth: number): PhpValue {
    if (symbol !== '[' && symbol !== '(' && symbol !== '-') return undefined;
    this.#at++;
    if (symbol === '[') return this.#array(']', depth);
    if (symbol === '-') {
      const value = this.#operand(depth + 1);
      return typeof value === 'number' ? -value : undefined;
    }
    const value = this.#expression(depth + 1);
    return this.#takes(')') ? value : undefined;
  }

  /** The entries up to a closing bracket, which is taken. */
  #array(close: string, depth: number): PhpArray {
    const entries = new Map<string, PhpValue>();
    let index = 0;
    while (this.#at < this.#tokens.length && !this.#takes(close)) {
      const before = this.#at;
      const first = this.#expression(depth + 1);
      if (this.#takes('=>')) {
        const value = this.#expression(depth + 1);
        if (isText(first)) entries.set(String(first), value);
        if (typeof first === 'number') index = Math.max(index, first + 1);
      } else if (this.#at > before) {
        entries.set(String(index++), first);
      }
      // Whatever stands here is nothing that an array holds.
      if (!this.#takes(',') && this.#at === before) this.#at++;
    }
    return entries;
  }

  /** `new Kirby([...])`. */
  #instance(depth: number): boolean {
    const name = this.#tokens[this.#at + 1];
    if (depth > DEEPEST || !this.#isName('new') || name?.kind !== 'name') return false;
    this.#at += 2;
    const created = { name: lastName(name.text) };
    const argument = this.#takes('(') ? this.#array(')', depth + 1).get('0') : undefined;
    this.#created.push({ ...created, argument });
    return true;
  }

  /** `Kirby::plugin('vendor/name', [...])`. */
  #staticCall(depth: number): boolean {
    const owner = this.#tokens[this.#at];
    const method = this.#tokens[this.#at + 2];
    const isCall = this.#isSymbolAt(this.#at + 1, '::') && this.#isSymbolAt(this.#at + 3, '(');
    if (!isCall || owner?.kind !== 'name' || method?.kind !== 'name') return false;
    this.#at += 4;
    const name = `${lastName(owner.text)}::${method.text}`;
    this.#called.push({ name, arguments: this.#array(')', depth + 1) });
    return true;
  }

  #startsAssignment(): boolean {
    const next = this.#tokens[this.#at + 1];
    return (
      this.#tokens[this.#at]?.kind === 'variable' &&
      next?.kind === 'symbol' &&
      assignments.has(next.text)
    );
  }

  #isSymbolAt(at: number, symbol: string): boolean {
    const token = this.#tokens[at];
    return token?.kind === 'symbol' && token.text === symbol;
  }

  /** Passes over what is no literal, brackets and all. */
  #skipToEnd(depth: number): void {
    let open = 0;
    while (this.#at < this.#tokens.length && (open > 0 || !this.#isEnd())) {
      if (open === 0 && this.#instance(depth + 1)) continue;
      const token = this.#tokens[this.#at++];
      if (token?.kind !== 'symbol') continue;
      if (token.text === '[' || token.text === '(' || token.text === '{') open++;
      else if (token.text === ']' || token.text === ')' || token.text === '}') open--;
    }
  }

  #isEnd(): boolean {
    const token = this.#tokens[this.#at];
    return token === undefined || (token.kind === 'symbol' && ends.has(token.text));
  }

  #takes(symbol: string): boolean {
    if (!this.#isSymbolAt(this.#at, symbol)) return false;
    this.#at++;
    return true;
  }

  #isName(name: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'name' && token.text.toLowerCase() === name;
  }

  #takesName(name: string): boolean {
    if (!this.#isName(name)) return false;
    this.#at++;
    return true;
  }
}

const assignments: ReadonlySet<string> = new Set(['=', '.=', '+=', '??=']);
const ends: ReadonlySet<string> = new Set([',', ';', '=>', ')', ']', '}']);

/** Of `Kirby\Cms\App` only `App`. */
function lastName(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}

function isText(value: PhpValue): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** PHP's `dirname()` of an absolute path; above the top there is nothing that we may know. */
function dirname(path: PhpValue, levels: PhpValue = 1): PhpValue {
  if (typeof path !== 'string' || typeof levels !== 'number') return undefined;
  let result = path;
  for (let level = 0; level < levels; level++) {
    const slash = result.lastIndexOf('/');
    if (slash < 0 || result === '/') return undefined;
    result = slash === 0 ? '/' : result.slice(0, slash);
  }
  return result;
}
