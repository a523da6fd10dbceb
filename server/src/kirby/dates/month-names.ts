/** Languages of authors whose months are written in Latin letters. */
const languages = 'de fr es it nl pt sv da nb fi pl cs sk sl hr hu ro tr ca et lv lt is en'.split(
  ' ',
);

/** By names in lower case and without points; what is another month elsewhere is left out. */
let known: ReadonlyMap<string, number> | undefined;

/**
 * The month that a name stands for in one of the languages that many authors write.
 *
 * @param name as it stands in a date: `Juni`, `janv.`, `września`
 * @returns 1 to 12; `undefined` for what is no month, or different ones: `listopad`
 */
export function monthNamed(name: string): number | undefined {
  known ??= readNames();
  return known.get(plain(name));
}

function readNames(): ReadonlyMap<string, number> {
  const months = new Map<string, Set<number>>();
  for (const language of languages) {
    for (const [name, month] of namesIn(language)) {
      months.set(name, (months.get(name) ?? new Set()).add(month));
    }
  }
  const clear = [...months].filter(([, those]) => those.size === 1);
  return new Map(clear.flatMap(([name, those]) => [...those].map((month) => [name, month])));
}

/** In full and short, by themselves and beside a day, where some languages inflect them. */
function* namesIn(language: string): Iterable<readonly [name: string, month: number]> {
  for (const form of ['long', 'short'] as const) {
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(language, { day, month: form, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month - 1, 1));
        const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (/\p{L}/u.test(name)) yield [name, month];
      }
    }
  }
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('.', '');
}
