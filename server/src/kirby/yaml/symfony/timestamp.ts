const pattern =
  /^([0-9]{4})-([0-9][0-9]?)-([0-9][0-9]?)(?:(?:[Tt]|[ \t]+)([0-9][0-9]?):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?(?:[ \t]*(?:(Z)|([-+])([0-9][0-9]?)(?::([0-9]{2}))?))?)?$/;

/** The milliseconds of 400 years. */
const cycle = 146_097 * 86_400_000;

/**
 * A date without quotes as the seconds since 1970 that Symfony makes of it: `2020-01-01` gives
 * 1577836800. Without a zone it is UTC. `undefined` for what is no date at all, `'invalid'` for one
 * that no calendar has (`2020-13-01`); the 31st of a short month runs on into the next.
 */
export function timestamp(text: string): number | 'invalid' | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const part = (index: number): number => Number(match[index] ?? '0');
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(part);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > 31) return 'invalid';
  if (hour > 24 || minute > 59 || second > 60) return 'invalid';
  const east = (match[9] === '-' ? -1 : 1) * (part(10) * 60 + part(11));
  // The calendar repeats after 400 years; `Date.UTC` takes the years 0 to 99 for the last century.
  const time = Date.UTC(year + 400, month - 1, day, hour, minute - east, second) - cycle;
  const fraction = Number(`0.${match[7] ?? ''}0`);
  return time / 1000 + fraction;
}

/** Whether Symfony would read a text as a date, so that it must be quoted. */
export function looksLikeTimestamp(text: string): boolean {
  return pattern.test(text);
}
