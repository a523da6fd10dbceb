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
 * files and pages that are gone, a field that stands twice, content files that are left over, values that
 * a save would change, translations that Kirby reads otherwise than they look. A site that is not
 * listed has no problem.
 */
const expected: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // The error page was never given the theme that all pages need.
  'Kcaden20__critical-code-cookbook': { 'error required-field': 1 },
  // Two drafts without a date.
  getkirby__demokit: { 'warning required-field': 2 },
  // Two fields of the site itself choose a page that was deleted. Files without a language, five of
  // pages and that of the site, were left behind when the site got its language.
  'FF3300-studio__k5-spicgil': { 'warning missing-uuid': 2, 'warning unread-content': 6 },
  // The background of the home page.
  Huber1__skigemeinschaft: { 'warning missing-uuid': 1 },
  // The hero of the home page and two images of the about page, in both languages.
  NiklasOsowitz__NiklasOsowitz: { 'warning missing-uuid': 6 },
  // A chosen tool in the metadata of an image, in a field that stands there a second time. Images
  // that were copied from one page to another with their metadata, one of them twice, and a page.
  'Polentz__architecturelandinitiative-2': {
    'error duplicate-uuid': 36,
    'information duplicate-uuid': 35,
    'warning missing-uuid': 1,
    'warning duplicate-field': 1,
  },
  // `Date`, `Sku` and `Duration` are `translate: false`, and stand in the Arabic and French files too.
  bahaazaatiti__cisr: { 'warning untranslated-field': 7 },
  // As in the site that it is a copy of, and the parent of a collection. `error.txt` beside
  // `error.it.txt`, which is read.
  'noffolo__k5-base': { 'warning missing-uuid': 3, 'warning unread-content': 1 },
  // One deleted logo, in two fields of the contact page; and a news item in English whose date has a
  // time in the evening, which its field without time rounds to the next day. Headings from before
  // the field stopped offering them; an English headline that is there and empty, so that the French
  // one is hidden.
  thylo__casaforlife: {
    'warning missing-uuid': 2,
    'warning rounded-date': 1,
    'warning disallowed-block': 2,
    'error required-field': 1,
    'information hidden-fallback': 1,
  },
  // `(image: …)` with names of files that are not beside the page; `agenda.txt` beside `default.txt`, which comes later.
  'waagsociety__platform-maker-education': {
    'warning missing-file': 4,
    'warning unread-content': 1,
  },
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

test('our own sites have no problem, but for a draft that lacks its cover', async () => {
  expect(counts(await fixtureSite('magazine'))).toEqual({ 'warning required-field': 1 });
  expect(counts(await fixtureSite('bilingual'))).toEqual({});
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
