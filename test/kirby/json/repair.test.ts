import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { readJsonAgain } from '../../../server/src/kirby/json/reparse.ts';
import { diagnose, diagnoseJson } from '../../../server/src/kirby/json/diagnose.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import {
  isArray,
  isObject,
  type JsonValue,
  parseJson,
  readJson,
} from '../../../server/src/kirby/json/value.ts';
import { layouts, spellings, structure } from '../../support/layouts.ts';
import { sharedFolder } from '../../support/shared.ts';

/** What a slip of the finger makes of a text at one place. */
function slip(text: string, at: number, isLost: boolean): string {
  return isLost
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + (text[at] ?? '') + text.slice(at);
}

/** The ids of blocks, at any depth. */
function idsOf(value: JsonValue | undefined): readonly string[] {
  if (isArray(value)) return value.flatMap(idsOf);
  if (!isObject(value)) return [];
  const own = typeof value['type'] === 'string' ? [JSON.stringify(value['id'])] : [];
  return [...own, ...Object.values(value).flatMap(idsOf)];
}

/** What the repairs make of a broken text, and that they keep what they promise. */
function checkRepairs(broken: string, sound: string): string | undefined {
  const result = readJson(broken);
  const { faults, value } = diagnose(broken, result.ok ? {} : result);
  expect(faults).not.toEqual([]);
  const repairs = faults.map((fault) => fault.repair());
  expect(repairs).not.toContain(undefined);
  const after = applied(
    broken,
    repairs.flatMap((repair) => repair?.edits ?? []),
  );
  expect(parseJson(after ?? '')).toEqual(value());
  // One slip harms one block at most; all others are there still.
  const left = new Set(idsOf(value()));
  const lost = idsOf(parseJson(sound)).filter((id) => !left.has(id));
  expect(lost.length).toBeLessThanOrEqual(1);
  return after;
}

describe('repairs', () => {
  test.each(Object.entries(spellings))(
    'mend any slip in any %s layout, and lose no other block',
    (_, spell) => {
      let count = 0;
      let same = 0;
      fc.assert(
        fc.property(layouts, fc.nat(), fc.boolean(), (layout, pick, isLost) => {
          const sound = spell(layout);
          const places = structure(sound);
          const broken = slip(sound, places[pick % places.length] ?? 0, isLost);
          fc.pre(parseJson(broken) === undefined);
          count++;
          if (checkRepairs(broken, sound) === sound) same++;
        }),
        { numRuns: 300, seed: 7 },
      );
      // Some slips can be taken back in two ways.
      expect(same / count).toBeGreaterThan(0.97);
    },
  );

  test('of several slips mend one at a time, each without a new fault', () => {
    fc.assert(
      fc.property(
        layouts,
        fc.constantFrom(...Object.values(spellings)),
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 2, maxLength: 3 }),
        (layout, spell, slips) => {
          const sound = spell(layout);
          const places = structure(sound);
          const at = slips.map(([pick, isLost]) => ({
            place: places[pick % places.length] ?? 0,
            isLost,
          }));
          const broken = at
            .toSorted((a, b) => b.place - a.place)
            .reduce((text, { place, isLost }) => slip(text, place, isLost), sound);
          fc.pre(parseJson(broken) === undefined);
          const faults = diagnoseJson(broken);
          for (const fault of faults) {
            const once = applied(broken, fault.repair()?.edits ?? []) ?? '';
            expect(diagnoseJson(once).length).toBeLessThanOrEqual(faults.length);
          }
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });

  test('are found for any text without an exception, and lead to JSON wherever they are offered', () => {
    const noise = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a":',
        '"id":',
        '"type":"text"',
        '"content":{',
        '"columns":[',
        '"blocks":[',
        'null',
        '12',
        '1.',
        '\\',
        '\\u00e',
        '\n',
        '\t',
        ' ',
        '“',
        '”',
        "'",
        '<a href=',
        '//',
        '/*',
        '*/',
        'undefined',
        '----',
        '\ud83d',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fc.constantFrom('', '[', '[{'), noise, (start, parts) => {
        const text = start + parts.join('');
        const { faults, value } = diagnose(text);
        expect(faults.length > 0 || parseJson(text) !== undefined || text === '').toBe(true);
        for (const { span, message, repair } of faults) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(message).not.toBe('');
          expect(repair() === undefined).toBe(value() === undefined);
        }
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  test('read what is sound no differently when the parser has vouched for it', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), fc.boolean(), (layout, pick, isLost) => {
        const sound = JSON.stringify([...layout, ...layout, ...layout]);
        const places = structure(sound);
        const broken = slip(sound, places[pick % places.length] ?? 0, isLost);
        const result = readJson(broken);
        fc.pre(!result.ok);
        const places1 = diagnose(broken).faults.map(({ cause, span }) => [cause, span]);
        readJsonAgain(sound);
        for (const known of [result, readJsonAgain(broken)]) {
          const { faults } = diagnose(broken, known.ok ? {} : known);
          expect(faults.map(({ cause, span }) => [cause, span])).toEqual(places1);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('are not kept waiting for by 80 kB of anything', () => {
    const heaps = [
      '[{',
      '"',
      '[{"a":',
      '}',
      '[{"text":"a"',
      '[{"a":“x” ',
      '[{"a":"x\n',
      '[{,:',
      '\\u00e',
      '"},{',
    ];
    for (const heap of heaps) {
      const text = `[{"text":"${heap.repeat(80_000 / heap.length)}`;
      const started = performance.now();
      expect(diagnoseJson(text).length).toBeLessThanOrEqual(100);
      // Some ten milliseconds on a quiet machine; what is quadratic takes minutes.
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});

const sites = sharedFolder('sites');

describe.skipIf(sites === undefined)('the sites that are not on this machine', () => {
  const fields = sites === undefined ? [] : [...jsonOfSites(sites)];

  test('hold nothing that is called broken', () => {
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((json) => diagnoseJson(json).length > 0)).toEqual([]);
  });

  test('come back byte for byte from nearly every slip', () => {
    const random = generator(7);
    let count = 0;
    let same = 0;
    for (const sound of fields) {
      const places = structure(sound);
      for (let turn = 0; turn < 4; turn++) {
        const broken = slip(
          sound,
          places[Math.floor(random() * places.length)] ?? 0,
          random() < 0.6,
        );
        if (parseJson(broken) !== undefined) continue;
        count++;
        if (checkRepairs(broken, sound) === sound) same++;
      }
    }
    expect(same / count).toBeGreaterThan(0.995);
  }, 60_000);
});

function* jsonOfSites(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.txt')) continue;
    for (const { value } of parseContent(readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
      .fields) {
      const isJson = /^\[\s*\{/u.test(value.text) && /"(?:content|columns)"/u.test(value.text);
      if (isJson && parseJson(value.text) !== undefined) yield value.text;
    }
  }
}

/** The same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
