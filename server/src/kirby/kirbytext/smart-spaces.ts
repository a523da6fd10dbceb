const space = '(?: |\u00a0|&nbsp;|&#0*160;|&#x0*[aA]0;)';
const fixed = '&#160;';
const outside = String.raw`(?:${space}|\s|[.,:;!?[\](){}|@*~=+-]|¡|¿)`;
const inverted = '(?:¡|&iexcl;|&#161;|&#x[Aa]1;|¿|&iquest;|&#191;|&#x[Bb][Ff];)';
const unit =
  '(?:(?:p|µ|&micro;|&#0*181;|[mcdhkMGT])?' +
  '(?:[mgstAKNJWCVFSTHBL]|mol|cd|rad|Hz|Pa|Wb|lm|lx|Bq|Gy|Sv|kat|Ω|Ohm|&Omega;|&#0*937;)' +
  '|[kKMGT]?(?:[oBb]|[oBb]ps|flops)|¢|&cent;|M?(?:£|&pound;|¥|&yen;|€|&euro;|\\$)' +
  '|(?:°|&deg;|&#0*176;)[CF]?|%|pt|pi|M?px|em|en|gal|lb|[NSEOW]|[NS][EOW]|ha|mbar)';

const rules: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [new RegExp(`${space}(&#821[12];|[—–])${space}`, 'g'), ' $1 '],
  [new RegExp(`${space}(:)(\\s|$)`, 'gm'), `${fixed}$1$2`],
  [new RegExp(`${space}(;)(?=\\s|$)`, 'gm'), `${fixed}$1`],
  [new RegExp(`${space}([?!]+)`, 'g'), `${fixed}$1`],
  [new RegExp(`(${inverted})${space}`, 'g'), `$1${fixed}`],
  [new RegExp(`(^|${outside})(&#171;|«|&#8250;|‹)${space}`, 'g'), `$1$2${fixed}`],
  [new RegExp(`${space}(&#187;|»|&#8249;|›)(${outside}|$)`, 'g'), `${fixed}$1$2`],
  [/([0-9]) ([0-9])/g, `$1${fixed}$2`],
  [new RegExp(`([0-9])${space}(${unit})(?![A-Za-z0-9])`, 'g'), `$1${fixed}$2`],
];

/**
 * Spaces that must not break: before `:`, `;`, `?`, `!` and units, inside guillemets, in numbers. They
 * replace spaces that are there; none is added.
 */
export function spaced(text: string): string {
  return rules.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
}
