import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateTimeText } from '../../../server/src/kirby/dates/clock.ts';
import { readDate } from '../../../server/src/kirby/dates/read.ts';

const hasPhp = spawnSync('php', ['--version']).status === 0;

const padded = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.boolean())
    .map(([number, isPadded]) => String(number).padStart(isPadded ? 2 : 1, '0'));
const year = fc.integer({ min: 1900, max: 2099 }).map(String);
const joined = (mark: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join(mark));
const day = fc.oneof(
  joined('-', year, padded(14), padded(33)),
  joined('/', year, padded(14), padded(33)),
  joined('.', padded(33), padded(14), year),
  joined('.', padded(33), padded(14), padded(99)),
  joined('-', padded(33), padded(14), year),
  joined('/', padded(14), padded(33), year),
);
const time = joined(':', padded(25), padded(61));
const month = fc.constantFrom(
  ...'january mar mars juni Juli. aprile sept. Oktober nov dec maj août'.split(' '),
);
const named = fc.oneof(joined(' ', padded(33), month, year), joined('. ', padded(33), month, year));
const numbers = fc.oneof(day, day, time, year, padded(99));
const piece = fc.oneof(numbers, numbers, named, month);
const mark = fc.constantFrom(' ', ' - ', '-', '/', ', ', '.', '. ', '.-', ';', ' – ', '  ');
const text = fc.oneof(
  piece,
  named,
  joined('T', day, time),
  fc.tuple(piece, mark, piece).map((parts) => parts.join('')),
  fc.tuple(numbers, mark, numbers, mark, numbers).map((parts) => parts.join('')),
);

/** What PHP makes of texts, as `2024-02-29 12:35:00`; `null` for what it refuses. */
function readByPhp(texts: readonly string[]): readonly (string | null)[] {
  const script = `
    date_default_timezone_set('UTC');
    $read = function (string $text) {
      try { return (new DateTime($text))->format('Y-m-d H:i:s'); } catch (Exception) { return null; }
    };
    echo json_encode(array_map($read, json_decode(stream_get_contents(STDIN))));`;
  const input = JSON.stringify(texts);
  return JSON.parse(spawnSync('php', ['-r', script], { input, encoding: 'utf8' }).stdout) as never;
}

test.skipIf(!hasPhp)('PHP reads what is read here, and refuses what is refused', () => {
  const texts = fc.sample(text, { numRuns: 20_000 });
  const answers = readByPhp(texts);
  const wrong = texts.filter((one, index) => {
    const reading = readDate(one);
    const answer = answers[index];
    switch (reading.kind) {
      case 'unreadable':
        return answer !== null;
      case 'date':
        return answer !== dateTimeText(reading.time);
      case 'time':
        return answer?.endsWith(dateTimeText(reading.seconds).slice(10)) !== true;
      case 'day': {
        const inYear = [reading.month, reading.day].map((part) => String(part).padStart(2, '0'));
        const moment = `${inYear.join('-')}${dateTimeText(reading.seconds).slice(10)}`;
        // The year is the current one, which may have no such day.
        return reading.day <= 28 && answer?.slice(5) !== moment;
      }
      case 'year':
      case 'unknown':
        return false;
    }
  });
  expect(wrong.map((one) => [one, readDate(one), answers[texts.indexOf(one)]])).toEqual([]);
  expect(texts.filter((one) => readDate(one).kind !== 'unknown').length).toBeGreaterThan(8_000);
});
