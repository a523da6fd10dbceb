import { describe, expect, test } from 'vitest';
import { slice } from '../../server/src/kirby/text/span.ts';
import { blueprintContext } from '../../server/src/rules/blueprint/rule.ts';
import { runBlueprintRules } from '../../server/src/rules/blueprint/run.ts';
import type { Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { symfony } from '../support/check-blueprint.ts';
import { fixtureSite, sharedSite, sharedSiteNames } from '../support/shared-site.ts';
import { type SiteFiles, siteFrom } from '../support/site.ts';
import { blueprintFaults } from './faults/blueprints.ts';
import { formBlueprint, formSite, type ValueFault } from './faults/form.ts';

/** What is found in real blueprints, each looked at by hand. A site that is not listed has nothing. */
const expected: Readonly<Record<string, readonly string[]>> = {
  // The texts of two states are further in than their labels, which Spyc drops.
  'POP-Collectif__mediations': [
    'site/blueprints/pages/default.yml broken-blueprint',
    'site/blueprints/pages/default.yml broken-blueprint',
  ],
};

const names = sharedSiteNames();

describe.skipIf(names.length === 0)('real sites (skipped: they are not on this machine)', () => {
  test.each(names)('%s has no problem but those that were looked at', async (name) => {
    const { site } = await sharedSite(name);
    expect(said(site)).toEqual(expected[name] ?? []);
  });
});

test.each(['magazine', 'bilingual', 'broken'])('our own %s has no problem', async (name) => {
  expect(said((await fixtureSite(name)).site)).toEqual([]);
});

/** Paths and rules, with Kirby's default engine where a site's own is not known. */
function said({ state, options, blueprints }: Site): readonly string[] {
  expect(blueprints.files.size).toBeGreaterThan(0);
  const site = { state, options: { ...options, isYamlHandlerKnown: true }, blueprints };
  return [...blueprints.files.values()].flatMap(({ path }) => {
    const context = blueprintContext(site, path);
    if (context === undefined) return [];
    const { findings, failures } = runBlueprintRules(context);
    return [
      ...findings.map(({ rule }) => `${path} ${rule.code}`),
      ...failures.map(({ rule, error }) => `${path} ${rule.code} threw ${String(error)}`),
    ];
  });
}

const path = 'site/blueprints/pages/form.yml';
// A name that does not last is a fault of its own, for the content to be checked with.
const whole = formBlueprint.replace('side-note', 'side_note');

async function found(
  text: string,
  { yamlHandler }: Partial<ValueFault> = {},
): Promise<readonly string[]> {
  const files: SiteFiles = {
    ...formSite,
    ...(yamlHandler === 'symfony' ? symfony : {}),
    'site/blueprints/fields/share.yml': 'max: 10\n',
    [path]: text,
  };
  const context = blueprintContext(await siteFrom(files), sitePath(path));
  expect(context).toBeDefined();
  if (context === undefined) return [];
  const { findings, failures } = runBlueprintRules(context);
  expect(failures).toEqual([]);
  return findings.map(({ rule, problem }) => `${rule.code} at ${slice(text, problem.span)}`);
}

test.each([undefined, 'symfony'] as const)(
  'a blueprint with every field has no problem (%s)',
  async (yamlHandler) => {
    expect(await found(whole, yamlHandler === undefined ? {} : { yamlHandler })).toEqual([]);
  },
);

test.each(blueprintFaults.map((fault) => [fault.code, fault.to, fault] as const))(
  '%s: %j is found where it is',
  async (code, _to, fault) => {
    expect(whole.split(fault.from)).toHaveLength(2);
    const text = whole.replace(fault.from, () => fault.to);
    expect(await found(text, fault)).toEqual([`${code} at ${fault.marked}`]);
  },
);
