/**
 * PHP's `date()`, in English, with the parts of a moment in its own time zone.
 *
 * @param format letters stand for parts, a backslash keeps the letter after it
 * @param now the moment; without one, letters that ask for a part make the answer `undefined`
 */
export function phpDate(format: string, now: Date | undefined): string | undefined {
  let text = '';
  for (let at = 0; at < format.length; at++) {
    const character = format.charAt(at);
    if (character === '\\') {
      at++;
      text += format.charAt(at) || '\\';
      continue;
    }
    const part = parts[character];
    if (part === undefined) text += character;
    else if (now === undefined) return undefined;
    else text += part(now);
  }
  return text;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

type Part = (now: Date) => string;

const parts: Readonly<Record<string, Part | undefined>> = {
  d: (now) => two(now.getDate()),
  D: (now) => dayName(now).slice(0, 3),
  j: (now) => String(now.getDate()),
  l: (now) => dayName(now),
  N: (now) => String(now.getDay() === 0 ? 7 : now.getDay()),
  S: (now) => ordinal(now.getDate()),
  w: (now) => String(now.getDay()),
  z: (now) => String(dayOfYear(now)),
  W: (now) => two(isoWeek(now).week),
  F: (now) => monthName(now),
  m: (now) => two(now.getMonth() + 1),
  M: (now) => monthName(now).slice(0, 3),
  n: (now) => String(now.getMonth() + 1),
  t: (now) => String(new Date(now.getFullYear(), now.getMonth() + 1, 0).getDate()),
  L: (now) => (new Date(now.getFullYear(), 1, 29).getMonth() === 1 ? '1' : '0'),
  o: (now) => String(isoWeek(now).year),
  Y: (now) => String(now.getFullYear()).padStart(4, '0'),
  X: (now) => '+' + String(now.getFullYear()).padStart(4, '0'),
  x: (now) => String(now.getFullYear()).padStart(4, '0'),
  y: (now) => two(now.getFullYear() % 100),
  a: (now) => (now.getHours() < 12 ? 'am' : 'pm'),
  A: (now) => (now.getHours() < 12 ? 'AM' : 'PM'),
  B: (now) => swatchBeat(now),
  g: (now) => String(now.getHours() % 12 || 12),
  G: (now) => String(now.getHours()),
  h: (now) => two(now.getHours() % 12 || 12),
  H: (now) => two(now.getHours()),
  i: (now) => two(now.getMinutes()),
  s: (now) => two(now.getSeconds()),
  // `date()` counts whole seconds.
  u: () => '000000',
  v: () => '000',
  e: (now) => zone(now),
  I: () => '0',
  O: (now) => offset(now, ''),
  P: (now) => offset(now, ':'),
  p: (now) => (now.getTimezoneOffset() === 0 ? 'Z' : offset(now, ':')),
  T: (now) => zone(now),
  Z: (now) => String(-now.getTimezoneOffset() * 60),
  c: (now) => phpDate('Y-m-d\\TH:i:sP', now) ?? '',
  r: (now) => phpDate('D, d M Y H:i:s O', now) ?? '',
  U: (now) => String(Math.floor(now.getTime() / 1000)),
};

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dayName(now: Date): string {
  return days[now.getDay()] ?? '';
}

function monthName(now: Date): string {
  return months[now.getMonth()] ?? '';
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function dayOfYear(now: Date): number {
  const day = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((day - Date.UTC(now.getFullYear(), 0, 1)) / 86_400_000);
}

/** The week belongs to the year of its Thursday. */
function isoWeek(now: Date): { readonly year: number; readonly week: number } {
  const weekday = (now.getDay() + 6) % 7;
  const thursday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - weekday + 3);
  return { year: thursday.getFullYear(), week: Math.floor(dayOfYear(thursday) / 7) + 1 };
}

function swatchBeat(now: Date): string {
  const seconds = (Math.floor(now.getTime() / 1000) + 3600) % 86_400;
  return String(Math.floor(seconds / 86.4)).padStart(3, '0');
}

function offset(now: Date, separator: string): string {
  const minutes = -now.getTimezoneOffset();
  const sign = minutes < 0 ? '-' : '+';
  const absolute = Math.abs(minutes);
  return sign + two(Math.floor(absolute / 60)) + separator + two(absolute % 60);
}

/** Its name is known only when it is UTC. */
function zone(now: Date): string {
  return now.getTimezoneOffset() === 0 ? 'UTC' : offset(now, ':');
}
