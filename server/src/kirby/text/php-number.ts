/** How PHP tells numbers from text and writes them. */

/** PHP's `is_numeric()` for strings: `12`, ` -1.5e3`, `.5`; blanks around are allowed, `0x1F` is not. */
export function isNumeric(text: string): boolean {
  return /^[ \t\n\r\v\f]*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[ \t\n\r\v\f]*$/.test(
    text,
  );
}

/** Whether text is an integer that PHP's 64 bits can hold, given as decimal digits with a sign. */
export function fitsInteger(text: string): boolean {
  if (text.length < 18) return true;
  const value = BigInt(text);
  return value === BigInt.asIntN(64, value);
}

/**
 * A number as PHP's `(string)` writes it: integers in full, the rest with 14 digits and an exponent
 * outside of 10⁻⁴ … 10¹⁵ (`1.0E-7`). JSON does not tell `2.0` from `2`; both are the integer here.
 */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '-0' : String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NAN' : value > 0 ? 'INF' : '-INF';
  const [digits = '', exponentText = '0'] = value.toExponential(13).split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 15) return String(Number(value.toPrecision(14)));
  const mantissa = digits.replace(/\.?0+$/, '');
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${sign}${Math.abs(exponent)}`;
}

/** A number without an exponent, as `Kirby\Toolkit\Str::float()` writes it: `0.0000001`. */
export function decimalText(value: number): string {
  const text = numberText(value);
  if (!text.includes('E')) return text;
  const short = Number(text);
  if (Math.abs(short) >= 1e21) return BigInt(short).toString();
  const decimals = short.toFixed(16).replace(/0+$/, '').split('.')[1]?.length ?? 0;
  return short.toFixed(decimals);
}
