/** A `pattern` of a blueprint that means the same to PHP and to JavaScript. */
export interface Pattern {
  readonly source: string;
  readonly expression: RegExp;
  /** How many of its parts repeat: each may try every length. */
  readonly repetitions: number;
}

/**
 * Whether a value matches a pattern as `Kirby\Form\Validations::pattern()` wants it: the whole of it,
 * in any case. `undefined`: the answer may differ in PHP, or take too long.
 */
export function matches(text: string, { expression, repetitions }: Pattern): boolean | undefined {
  // Kirby compares bytes: a letter like é is two of them.
  if (text.length > 500 || !/^[\x20-\x7e]*$/.test(text)) return undefined;
  return text.length ** repetitions > 1e6 ? undefined : expression.test(text);
}

/** `undefined` for what PHP may read otherwise, and for what could try the same text many times. */
export function patternFrom(source: string): Pattern | undefined {
  return compiled(source, `^(?:${source})$`, 'i');
}

/**
 * An expression as `preg_match()` takes it, with its delimiters: `/^[a-z]+$/i`. What it is to be found
 * in need not match as a whole; what is not anchored may be tried from every place.
 */
export function expressionFrom(written: string): Pattern | undefined {
  const [, source = '', flags = ''] = /^\/([^]*)\/([iu]*)$/.exec(written) ?? [];
  const found =
    source === '' ? undefined : compiled(source, source, flags.includes('i') ? 'i' : '');
  return found && { ...found, repetitions: found.repetitions + 1 };
}

function compiled(source: string, whole: string, flags: string): Pattern | undefined {
  const repetitions = repetitionsIn(source);
  if (repetitions === undefined) return undefined;
  try {
    return { source, expression: new RegExp(whole, flags), repetitions };
  } catch {
    return undefined;
  }
}

/**
 * What both read in the same way: plain escapes, sets, simple groups, what repeats, and characters
 * that stand for themselves. Not a slash alone, which ends the pattern in Kirby.
 */
const token =
  /\\[dDwWsS.\-/\\()[\]{}+*?^$|nrt#@:,_ ]|\[\^?(?:\\[dDwWsS.\-/\\()[\]{}+*?^$|#@]|[^\\\]/[])+\]|\((?:\?[:=!]|(?!\?))|(?:[*+?]|\{\d+(?:,\d*)?\})\??(?![+*?])|[^\\/[\](){}*+?\0-\x1f\x7f-\uffff]|\)/y;

const mostOptions = 12;

function repetitionsIn(source: string): number | undefined {
  let repetitions = 0;
  /** Whatever may be tried in more ways than one. */
  let choices = 0;
  /** The choices before each group that is open, and before the one that was just closed. */
  const open: number[] = [];
  let closed: number | undefined;
  token.lastIndex = 0;
  for (let at = 0; at < source.length && source.length <= 300; at = token.lastIndex) {
    const found = token.exec(source)?.[0];
    if (found === undefined) return undefined;
    const isRepetition = /^(?:[*+]|\{\d+,)/.test(found);
    // `(a+)+` and `(a|a)*` try a text of 30 letters a thousand million times.
    if (isRepetition && closed !== undefined && choices > closed) return undefined;
    if (isRepetition) repetitions++;
    if (found.startsWith('(')) open.push(choices);
    closed = found === ')' ? open.pop() : undefined;
    if (isRepetition || found === '|' || found.startsWith('?')) choices++;
  }
  return source.length > 300 || choices - repetitions > mostOptions ? undefined : repetitions;
}
