/** A currency, a unit or a word around the digits. */
const around = /^(?:[\p{Sc}\p{L}.]+\s*)?([-+]?\d[\d.,'’\s]*?)\s*(?:[\p{Sc}\p{L}%°²³]+\.?|[–-]+)?$/u;

/** Thousands with a sign between them, and decimals behind another one. */
const grouped =
  /^(?<sign>[-+]?)(?<head>\d{1,3})(?<rest>(?<mark>[.,'’\s])\d{3}(?:\k<mark>\d{3})*)(?:(?!\k<mark>)[.,](?<decimals>\d+))?$/u;

/**
 * The number that an author means with a text which Kirby reads as another one: `1.234,50`, `1 000 €`.
 *
 * @returns `undefined` where there is one way to read it, which is Kirby's, or no number at all
 */
export function numberMeant(text: string): number | undefined {
  const [, digits = ''] = around.exec(text) ?? [];
  const { sign = '', head = '', rest, decimals = '0' } = grouped.exec(digits)?.groups ?? {};
  if (rest === undefined) return plainMeant(digits);
  return Number(`${sign}${head}${rest.replace(/\D/gu, '')}.${decimals}`);
}

/** Behind a currency Kirby finds no number: `€ 12,50`. */
function plainMeant(digits: string): number | undefined {
  return /^[-+]?\d+(?:[.,]\d+)?$/u.test(digits) ? Number(digits.replace(',', '.')) : undefined;
}
