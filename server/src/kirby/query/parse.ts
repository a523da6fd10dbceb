import type { Literal, Query, Step } from './query.ts';

/** Deeper nesting than this nobody writes. */
const DEEPEST = 20;

/**
 * A query as both of Kirby's runners read it (`Kirby\Query\Query`). `undefined`: it is none, or it
 * has something that only one of them knows (arithmetic, subscripts, operators without blanks
 * around them) or that they read in two ways (brackets in strings).
 */
export function parseQuery(text: string): Query | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = new Reader(tokens);
  const query = reader.expression(0);
  return reader.isAtEnd && query !== undefined && query.kind !== 'literal' ? query : undefined;
}

type Token =
  | { readonly kind: 'name' | 'mark' | 'operator'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: string | number };

const patterns = {
  blank: /[ \t\r\n\v\f]+/y,
  string: /"(?:[^"\\()[\]]|\\")*"|'(?:[^'\\()[\]]|\\')*'/y,
  number: /-?\d+(?:\.\d+)?(?![\w.])/y,
  name: /[A-Za-z_]\w*/y,
  /** The legacy runner wants no blanks around these, the other one does not mind. */
  mark: /\?\.(?!\d)|\(\)[ ]*=>|[.,()[\]]/y,
  operator: /\?\?|\?:|\?|:/y,
};

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  const next = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < text.length) {
    if (next(patterns.blank) !== undefined) continue;
    const token = readToken(next);
    if (token === undefined) return undefined;
    if (token.kind === 'operator' && !isApart(text, at - token.text.length, at)) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function readToken(next: (pattern: RegExp) => string | undefined): Token | undefined {
  const string = next(patterns.string);
  if (string !== undefined) return { kind: 'literal', value: unquoted(string) };
  const number = next(patterns.number);
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  const name = next(patterns.name);
  if (name !== undefined) return { kind: 'name', text: name };
  const mark = next(patterns.mark);
  if (mark !== undefined) return { kind: 'mark', text: mark.endsWith('=>') ? '=>' : mark };
  const operator = next(patterns.operator);
  return operator === undefined ? undefined : { kind: 'operator', text: operator };
}

function unquoted(string: string): string {
  const quote = string.charAt(0);
  return string.slice(1, -1).replaceAll(`\\${quote}`, quote);
}

function isApart(text: string, start: number, end: number): boolean {
  return /\s/.test(text.charAt(start - 1)) && /\s/.test(text.charAt(end));
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  expression(depth: number): Query | undefined {
    const left = depth > DEEPEST ? undefined : this.#operand(depth);
    if (left === undefined) return undefined;
    if (this.#takes('?:')) {
      const right = this.#operand(depth);
      return right && { kind: 'choice', operator: '?:', left, right };
    }
    if (this.#takes('?')) return this.#ternary(left, depth);
    let query: Query = left;
    while (this.#takes('??')) {
      const right = this.#operand(depth);
      if (right === undefined) return undefined;
      query = { kind: 'choice', operator: '??', left: query, right };
    }
    return query;
  }

  #ternary(condition: Query, depth: number): Query | undefined {
    const yes = this.#operand(depth);
    if (yes === undefined || !this.#takes(':')) return undefined;
    const no = this.#operand(depth);
    return no && { kind: 'ternary', condition, yes, no };
  }

  #operand(depth: number): Query | undefined {
    const token = this.#tokens[this.#at];
    switch (token?.kind) {
      case 'literal':
        this.#at++;
        return { kind: 'literal', value: token.value };
      case 'name':
        return wordLiteral(token.text, () => this.#at++) ?? this.#chain(depth);
      case 'mark':
        return this.#bracketed(depth);
      case 'operator':
      case undefined:
        return undefined;
    }
  }

  #bracketed(depth: number): Query | undefined {
    if (this.#takes('[')) {
      const items = this.#list(']', depth);
      return items && { kind: 'list', items };
    }
    if (this.#takes('=>')) {
      const body = this.expression(depth + 1);
      return body && { kind: 'closure', body };
    }
    return undefined;
  }

  #chain(depth: number): Query | undefined {
    const steps: Step[] = [];
    let isOptional = false;
    do {
      const token = this.#tokens[this.#at++];
      if (token?.kind !== 'name') return undefined;
      const args = this.#takes('(') ? this.#list(')', depth) : noArguments;
      if (args === undefined) return undefined;
      steps.push({ name: token.text, args: args === noArguments ? undefined : args, isOptional });
      isOptional = this.#takes('?.');
    } while (isOptional || this.#takes('.'));
    return { kind: 'chain', steps };
  }

  /** What stands between brackets, separated by commas. */
  #list(end: string, depth: number): readonly Query[] | undefined {
    const items: Query[] = [];
    if (this.#takes(end)) return items;
    do {
      const item = this.expression(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#takes(','));
    return this.#takes(end) ? items : undefined;
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    const isIt = token !== undefined && token.kind !== 'literal' && token.text === text;
    if (isIt) this.#at++;
    return isIt;
  }
}

const noArguments: readonly Query[] = [];

function wordLiteral(word: string, take: () => void): Literal | undefined {
  if (word !== 'true' && word !== 'false' && word !== 'null') return undefined;
  take();
  return { kind: 'literal', value: word === 'null' ? undefined : word === 'true' };
}
