import { smartPieces } from './smart-pieces.ts';
import { spaced } from './smart-spaces.ts';

/**
 * Kirby's option `smartypants` (`Kirby\Text\SmartyPants`). What is not given is as in English.
 */
export interface SmartyPantsOptions {
  /** 0: nothing. 1: `--` is a long dash. 2: `---` is long, `--` short. 3: the other way round. */
  readonly attr?: 0 | 1 | 2 | 3;
  readonly 'doublequote.open'?: string;
  readonly 'doublequote.close'?: string;
  readonly 'singlequote.open'?: string;
  readonly 'singlequote.close'?: string;
  readonly 'backtick.doublequote.open'?: string;
  readonly 'backtick.doublequote.close'?: string;
  readonly emdash?: string;
  readonly endash?: string;
  readonly ellipsis?: string;
  /** Elements whose content stays, with `|` between them. */
  readonly skip?: string;
}

type Signs = Required<SmartyPantsOptions>;

const english: Signs = {
  attr: 1,
  'doublequote.open': '&#8220;',
  'doublequote.close': '&#8221;',
  'singlequote.open': '&#8216;',
  'singlequote.close': '&#8217;',
  'backtick.doublequote.open': '&#8220;',
  'backtick.doublequote.close': '&#8221;',
  emdash: '&#8212;',
  endash: '&#8211;',
  ellipsis: '&#8230;',
  skip: 'pre|code|kbd|script|style|math',
};

/** HTML with typographic quotes, dashes and spaces in its text. Tags and code stay as they are. */
export function smartyPants(html: string, options: SmartyPantsOptions = {}): string {
  const signs: Signs = { ...english, ...options };
  if (signs.attr === 0) return html.replaceAll('&quot;', '"');
  const skipped = new RegExp(`^<(/?)(?:${skippedNames(signs.skip)})[\\s>]`);
  let isSkipped = false;
  let before = '';
  let result = '';
  for (const { isTag, source } of smartPieces(html.replaceAll('&quot;', '"'))) {
    if (isTag) {
      const match = skipped.exec(source);
      if (match !== null) isSkipped = match[1] !== '/';
      result += source;
    } else {
      result += isSkipped ? source : educate(source, before, signs);
      before = source.at(-1) ?? '';
    }
  }
  return result;
}

function skippedNames(skip: string): string {
  return skip
    .split('|')
    .filter((name) => /^[\w-]+$/.test(name))
    .join('|');
}

function educate(text: string, before: string, signs: Signs): string {
  const dashed = dashes(escapes(text), signs)
    .replaceAll('...', () => signs.ellipsis)
    .replaceAll('. . .', () => signs.ellipsis)
    .replaceAll('``', () => signs['backtick.doublequote.open'])
    .replaceAll("''", () => signs['backtick.doublequote.close']);
  return spaced(
    quotes(dashed, before, signs)
      .replaceAll(',,', '&#8222;')
      .replace(/(?:<|&lt;){2}/g, '&#171;')
      .replace(/(?:>|&gt;){2}/g, '&#187;'),
  );
}

/** A backslash before a sign keeps it as it is. */
function escapes(text: string): string {
  return text.replace(/\\([\\"'.\-`])/g, (_whole, sign: string) => `&#${sign.charCodeAt(0)};`);
}

function dashes(text: string, { attr, emdash, endash }: Signs): string {
  if (attr === 1) return text.replaceAll('--', () => emdash);
  const [long, short] = attr === 2 ? [emdash, endash] : [endash, emdash];
  return text.replaceAll('---', () => long).replaceAll('--', () => short);
}

function quotes(text: string, before: string, signs: Signs): string {
  const single = { open: signs['singlequote.open'], close: signs['singlequote.close'] };
  const double = { open: signs['doublequote.open'], close: signs['doublequote.close'] };
  // A quote that stands alone between two tags looks at what was before the first.
  const isAfterText = /^\S$/.test(before);
  if (text === "'") return isAfterText ? single.close : single.open;
  if (text === '"') return isAfterText ? double.close : double.open;

  return text
    .replace(/^'(?=[!-/:-@[-`{-~]\B)/, () => single.close)
    .replace(/^"(?=[!-/:-@[-`{-~]\B)/, () => double.close)
    .replace(/"'(?=\w)/g, () => double.open + single.open)
    .replace(/'"(?=\w)/g, () => single.open + double.open)
    .replace(/'(?=\d{2}s)/g, () => single.close)
    .replace(/(\s|&nbsp;|--|&[mn]dash;|&#821[12];|&#x201[34];)'(?=\w)/g, after(single.open))
    .replace(/([^ \t\r\n[{(-])'/g, after(single.close))
    .replace(/'(?=\s|s\b)/gi, () => single.close)
    .replaceAll("'", () => single.open)
    .replace(/(\s|&nbsp;|--|&[mn]dash;|&#821[12];|&#x201[34];)"(?=\w)/g, after(double.open))
    .replace(/([^ \t\r\n[{(-])"/g, after(double.close))
    .replace(/"(?=\s)/g, () => double.close)
    .replaceAll('"', () => double.open);
}

/** Keeps what the pattern found before the quote. */
function after(sign: string): (whole: string, before: string) => string {
  return (_whole, before) => before + sign;
}
