const year = '(?:19|20)\\d{2}';
const day = `(?:${year}-\\d{1,2}-\\d{1,2}|${year}/\\d{1,2}/\\d{1,2}|\\d{1,2}(?:\\.\\d{1,2}\\.|-\\d{1,2}-)${year}|\\d{1,2}/\\d{1,2}/${year})`;
/** With a month that there is: of another one PHP may take the points for those of a clock. */
const dotted = `\\d{1,2}\\.(?:0?[1-9]|1[0-2])\\.${year}`;
const time = '\\d{1,2}:\\d{2}(?::\\d{2})?';

/** Texts without any letter that PHP's date parser refuses, whatever numbers stand in them. */
const forms: readonly string[] = [
  // From one day to another, with or without times.
  `${day}(?: ${time})?(?: ?[/,;] ?| - ?|- | )${day}(?: ${time})?`,
  `${day} ${time}-${day} ${time}`,
  `(?:${year}-\\d{1,2}-\\d{1,2}|${dotted})-(?:${year}-\\d{1,2}-\\d{1,2}|${dotted})`,
  `\\d{1,2}(?:\\.? ?[-/] ?|\\. )\\d{1,2}\\.\\d{1,2}\\.${year}`,
  `\\d{1,2}\\.\\d{1,2}\\. ?[-/] ?\\d{1,2}\\.\\d{1,2}\\.${year}`,
  // From one time to another.
  `(?:${day},? )?${time}(?: - | / |, | )${time}`,
  // A month, or years.
  `\\d{1,2}(?: ?[./-] ?| )${year}`,
  `${year}(?: ?[/.] ?| - )\\d{2}`,
  `${year}-(?:1[3-9]|[2-9]\\d)`,
  `${year}(?: ?/ ?| - |-|- )${year}`,
  // Numbers in another order, or with other signs between them.
  '(?:19|20)[0-5]\\d\\.\\d{1,2}\\.\\d{1,2}',
  `${year} \\d{1,2} \\d{1,2}`,
  `\\d{1,2} \\d{1,2} (?:${year}|\\d{2})`,
  '(?:1[3-9]|[2-9]\\d)/\\d{1,2}/\\d{2}',
  // As in a list, or with the end left open.
  `- ${day}`,
  `${day}(?: ?-|[;:])`,
];
const form = new RegExp(`^(?:${forms.join('|')})$`);

/**
 * Whether a text consists of numbers in a form that PHP's date parser always refuses, such as `06/2025` and
 * `24.06.2025 - 25.06.2025`. `false` says nothing about a text.
 */
export function isRefused(text: string): boolean {
  return form.test(text);
}
