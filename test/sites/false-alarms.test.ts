import { describe, expect, test } from 'vitest';
import { runRules } from '../../server/src/rules/run.ts';
import {
  contextIn,
  fixtureSite,
  type FolderSite,
  sharedSite,
  sharedSiteNames,
} from '../support/shared-site.ts';

/**
 * What is found in real sites, each looked at by hand and compared with what a real Kirby resolves:
 * files and pages that are gone, and translations that Kirby reads otherwise than they look. None of
 * it is an error. A site that is not listed has no problem.
 */
const expected: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // Two fields of the site itself choose a page that was deleted.
  'FF3300-studio__k5-spicgil': { 'warning missing-uuid': 2 },
  // The background of the home page.
  Huber1__skigemeinschaft: { 'warning missing-uuid': 1 },
  // The hero of the home page and two images of the about page, in both languages.
  NiklasOsowitz__NiklasOsowitz: { 'warning missing-uuid': 6 },
  // A chosen tool in the metadata of an image.
  'Polentz__architecturelandinitiative-2': { 'warning missing-uuid': 1 },
  // `Date`, `Sku` and `Duration` are `translate: false`, and stand in the Arabic and French files too.
  bahaazaatiti__cisr: { 'warning untranslated-field': 7 },
  // As in the site that it is a copy of, and the parent of a collection.
  'noffolo__k5-base': { 'warning missing-uuid': 3 },
  // One deleted logo, in two fields of the contact page; an English headline that hides the French one.
  thylo__casaforlife: { 'information hidden-fallback': 1, 'warning missing-uuid': 2 },
  // `(image: …)` with names of files that are not beside the page.
  'waagsociety__platform-maker-education': { 'warning missing-file': 4 },
};

const names = sharedSiteNames();

describe.skipIf(names.length === 0)('real sites (skipped: they are not on this machine)', () => {
  test.each(names)('%s has no problem but those that were looked at', async (name) => {
    expect(counts(await sharedSite(name))).toEqual(expected[name] ?? {});
  });

  test('are those that were looked at', () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(expected)));
  });
});

test.each(['magazine', 'bilingual'])('our own %s has no problem at all', async (name) => {
  expect(counts(await fixtureSite(name))).toEqual({});
});

/** How often each rule speaks, by severity; a rule that fails is named as well. */
function counts({ site, contents }: FolderSite): Readonly<Record<string, number>> {
  expect(site.state).toBe('ready');
  expect(contents.size).toBeGreaterThan(0);
  const found = [...contents].flatMap(([path, text]) => {
    const { findings, failures } = runRules(contextIn(site, path, text));
    return [
      ...findings.map(({ severity, rule }) => `${severity} ${rule.code}`),
      ...failures.map(({ rule, error }) => `${rule.code} threw ${String(error)} at ${path}`),
    ];
  });
  const count: Record<string, number> = {};
  for (const key of found) count[key] = (count[key] ?? 0) + 1;
  return count;
}
