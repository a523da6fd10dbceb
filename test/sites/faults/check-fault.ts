import { expect } from 'vitest';
import { applyEdits } from '../../../server/src/features/fixes.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { parseJson } from '../../../server/src/kirby/json/value.ts';
import { intersects, slice } from '../../../server/src/kirby/text/span.ts';
import type { Edit } from '../../../server/src/rules/rule.ts';
import { type Finding, type RunResult, runRules } from '../../../server/src/rules/run.ts';
import { contextIn } from '../../support/shared-site.ts';
import type { Fault, Injected } from './fault.ts';
import type { Target } from './target.ts';

/**
 * Checks what holds for every fault: the rule finds it where it is and says it once; each fix, applied
 * alone, removes the problem, adds none, and leaves all other fields and blocks as they were.
 */
export function checkFault(target: Target, fault: Fault, injected: Injected): void {
  const { site, path } = target;
  const { text, place, keeps } = injected;
  const about = `${fault.name} in ${nameOf(target)} at ${place.start}`;
  const findings = problemsOf(runRules(contextIn(site, path, text)));
  expect(findings.map(({ rule }) => rule.code).join(), about).toBe(fault.code);
  const [finding] = findings;
  if (finding === undefined) return;
  expect(
    intersects(finding.problem.span, place),
    `${about}, found at ${finding.problem.span.start}: ${finding.problem.message}`,
  ).toBe(true);
  const fixes = finding.problem.fixes?.() ?? [];
  for (const fix of fixes) {
    const title = `"${fix.title}" for ${about}`;
    checkEdits(text, fix.edits, title);
    const mended = applyEdits(text, fix.edits);
    const left = runRules(contextIn(site, path, mended));
    const problems = problemsOf(left).map(
      ({ rule, problem }) => `${rule.code}: ${problem.message}`,
    );
    expect(problems.join('\n'), title).toBe('');
    expect(left.failures, title).toEqual([]);
    checkOthers(target, fault, injected, mended, title);
    if (keeps !== undefined) expect(mended, title).toContain(keeps);
  }
  if (fault.restores === true) {
    expect(applyEdits(text, fixes[0]?.edits ?? []) === target.text, `restored: ${about}`).toBe(
      true,
    );
  }
}

/** What a fault brings along is none of it: a column or a file more than the blueprint offers. */
function problemsOf({ findings }: RunResult): readonly Finding[] {
  return findings.filter(({ rule }) => !broughtAlong.has(rule.code));
}

const broughtAlong: ReadonlySet<string> = new Set([
  'disallowed-block',
  'item-count',
  'layout-not-offered',
  'surplus-item',
]);

function nameOf({ name, path, field }: Target): string {
  return `${name}/${path}, ${field.name}`;
}

/** Edits stand in order, apart from each other, in the text. */
function checkEdits(text: string, edits: readonly Edit[], title: string): void {
  expect(edits.length, title).toBeGreaterThan(0);
  let last = 0;
  for (const { span } of edits) {
    expect(span.start, title).toBeGreaterThanOrEqual(last);
    expect(span.end, title).toBeGreaterThanOrEqual(span.start);
    last = span.end;
  }
  expect(last, title).toBeLessThanOrEqual(text.length);
}

/** The field can be read again; every other field and every other block is what it was. */
function checkOthers(
  { text, field, document, blocks }: Target,
  fault: Fault,
  { text: broken, grows }: Injected,
  mended: string,
  title: string,
): void {
  const during = valuesIn(broken);
  const after = valuesIn(mended);
  if (blocks.length > 0) {
    const value = after.get(field.name) ?? '';
    expect(parseJson(value), title).toBeDefined();
    expect(value, title).not.toMatch(halfPair);
  }
  for (const { name, value: before, span } of document.fields) {
    // What was cut off with the end of the file cannot come back; a field with a fault is no other.
    const isWhole = name !== field.name && name !== grows && broken.includes(slice(text, span));
    const isOther = fault.code === 'broken-json' || during.get(name) === before.text;
    if (isWhole && isOther) expect(after.get(name), `${name}: ${title}`).toBe(before.text);
  }
  const lost = blocks
    .map(({ span }) => slice(text, span))
    .filter((raw) => broken.includes(raw) && !mended.includes(raw));
  expect(lost, title).toEqual([]);
}

function valuesIn(text: string): ReadonlyMap<string, string> {
  return new Map(parseContent(text).fields.map(({ name, value }) => [name, value.text]));
}

/** Half of a surrogate pair, as an escape or as it is: PHP refuses it. */
const halfPair =
  /(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}|\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/iu;
