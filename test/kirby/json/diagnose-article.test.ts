import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseJson } from '../../../server/src/kirby/json/diagnose.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { isArray, isObject, type JsonValue } from '../../../server/src/kirby/json/value.ts';
import { sharedFolder } from '../../support/shared.ts';
import { isJson } from './fault-cases.ts';

/** Every place at which one character is taken away or typed twice. */
function* singleFaults(text: string): Iterable<{ name: string; broken: string }> {
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    const isEscape = isInside && char === '\\';
    const isQuote = isEscape ? text[at + 1] === '"' : char === '"';
    if (isQuote || (!isInside && '{}[],:'.includes(char))) {
      const without = text.slice(0, at) + text.slice(at + 1);
      const twice = text.slice(0, at) + char + text.slice(at);
      yield { name: `without ${char} at ${at}`, broken: without };
      if (!isEscape) yield { name: `with a second ${char} at ${at}`, broken: twice };
    }
    if (isEscape) at++;
    else if (char === '"') isInside = !isInside;
  }
}

/** The ids of all blocks, at any depth. */
function idsOf(value: JsonValue | undefined): readonly string[] {
  if (isArray(value)) return value.flatMap(idsOf);
  if (!isObject(value)) return [];
  const own = typeof value['type'] === 'string' ? [JSON.stringify(value['id'])] : [];
  return [...own, ...Object.values(value).flatMap(idsOf)];
}

const seedFolder = sharedFolder('seed');

describe.skipIf(seedFolder === undefined)('the real article, which is not on this machine', () => {
  const file = seedFolder === undefined ? '' : readFileSync(`${seedFolder}/article.txt`, 'utf8');
  const legacy = /^Layout: (.*)$/mu.exec(file)?.[1] ?? '[]';
  const value = JSON.parse(legacy) as JsonValue;

  test.each([
    ['as it is', 1, legacy],
    ['as the present Kirby writes it', 7, JSON.stringify(value)],
    ['indented', 7, JSON.stringify(value, null, 4)],
  ])(
    '%s: a lost or doubled character is one fault, mended to the same bytes',
    (_, step, text) => {
      const failed: string[] = [];
      let count = 0;
      for (const { name, broken } of singleFaults(text)) {
        if (++count % step > 0 || isJson(broken)) continue;
        const [fault, ...others] = diagnoseJson(broken);
        const after = applied(broken, fault?.repair()?.edits ?? []);
        // Kirby trims a value: the line break beside its outermost brackets is not there to keep.
        const isOutermost =
          text.includes('\n') &&
          (name.endsWith('[ at 0') || name.endsWith(`] at ${text.length - 1}`));
        if (others.length > 0 || (after !== text && !isOutermost)) failed.push(name);
      }
      expect(failed).toEqual([]);
    },
    60_000,
  );

  test('cut anywhere, keeps every block that was whole and every block has a type', () => {
    const ends = [...legacy.matchAll(/"type":"\w+"/gu)].map(
      ({ 0: type, index }) => index + type.length,
    );
    for (let cut = 3; cut < legacy.length; cut += 41) {
      const { faults, value: rest } = diagnose(legacy.slice(0, cut));
      expect(faults).toHaveLength(1);
      const ids = idsOf(rest());
      expect(ids.length).toBeGreaterThanOrEqual(ends.filter((end) => end <= cut).length);
      expect(JSON.stringify(rest()).match(/"content":/gu)?.length ?? 0).toBe(
        JSON.stringify(rest()).match(/"type":/gu)?.length ?? 0,
      );
    }
  }, 60_000);
});
