import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { fixtureSite, sharedSite, sharedSiteNames } from '../support/shared-site.ts';
import { checkFault } from './faults/check-fault.ts';
import { checkFixAll } from './faults/check-fix-all.ts';
import { type Fault, type Injected, pickFrom } from './faults/fault.ts';
import { meaningFaults } from './faults/meaning.ts';
import { referenceFaults } from './faults/reference.ts';
import { structureFaults } from './faults/structure.ts';
import { syntaxFaults } from './faults/syntax.ts';
import { translationFaults } from './faults/translation.ts';
import { valueFaults } from './faults/values.ts';
import { textFaults } from './faults/text.ts';
import { yamlFaults } from './faults/yaml.ts';
import { plainTargetsOf, type Target, targetsIn, targetsOf } from './faults/target.ts';

/** How often each fault is made. More, and others, from the command line: `FAULT_RUNS=300 FAULT_SEED=7`. */
const numRuns = Number(process.env['FAULT_RUNS'] ?? 4);
const seed = Number(process.env['FAULT_SEED'] ?? 1);

const faults = [
  ...structureFaults,
  ...meaningFaults,
  ...referenceFaults,
  ...textFaults,
  ...syntaxFaults,
];

test('every rule has a fault here, but for those of files and folders that no text can change', () => {
  const found = new Set(
    [...faults, ...yamlFaults, ...valueFaults, ...translationFaults].map(({ code }) => code),
  );
  expect(rules.map(({ code }) => code).filter((code) => !found.has(code))).toEqual([
    'unread-content',
    'orphan-metadata',
    'duplicate-slug',
    'missing-blueprint',
    'folder-prefix',
    'duplicate-uuid',
    'missing-binary',
  ]);
});

/** The magazine chooses no pages, and has no lists, objects and entries. */
const withMoreFields = {
  'site/blueprints/pages/sommaire.yml': `fields:
  related:
    type: pages
  points:
    type: list
  rows:
    type: structure
  settings:
    type: object
  notes:
    type: entries
`,
  'content/sommaire/sommaire.txt': [
    'Title: Sommaire',
    'Related: - magazines',
    'Points: <ul><li>One</li></ul>',
    'Rows:\n\n- a: b',
    'Settings:\n\na: b',
    'Notes:\n\n- a',
  ].join('\n\n----\n\n'),
};

describe('our own magazine', async () => {
  const site = await fixtureSite('magazine', withMoreFields);
  checkAll([...targetsOf(site), ...plainTargetsOf(site)], [...faults, ...yamlFaults]);
});

const names = sharedSiteNames();

describe.skipIf(names.length === 0)(
  'real sites (skipped: they are not on this machine)',
  async () => {
    const sites = await Promise.all(names.map((name) => sharedSite(name)));
    checkAll(sites.flatMap(targetsOf), faults);
  },
);

function checkAll(targets: readonly Target[], of: readonly Fault[]): void {
  test.each(of.map((fault) => [fault.name, fault] as const))(
    '%s is found where it is; each fix mends it and nothing else',
    (_, fault) => {
      let count = 0;
      fc.assert(
        fc.property(fc.nat(), fc.nat(), (first, choice) => {
          const made = injectedInto(targets, fault, first, choice);
          if (made === undefined) return;
          count++;
          checkFault(made.target, fault, made.injected);
        }),
        { numRuns, seed },
      );
      expect(count).toBeGreaterThan(0);
    },
  );

  test('all safe fixes together mend what they can of several faults, and come to an end', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.array(fc.constantFrom(...meaningFaults), { minLength: 1, maxLength: 4 }),
        fc.option(fc.constantFrom(...syntaxFaults), { nil: undefined }),
        (first, choice, meaning, syntax) => {
          const target = targets[first % targets.length];
          if (target === undefined) return;
          const before = [...meaning, ...(syntax === undefined ? [] : [syntax])].reduce(
            (text, fault, step) => injectedAgain({ ...target, text }, fault, choice + step),
            target.text,
          );
          checkFixAll(target, before);
        },
      ),
      { numRuns: numRuns * 10, seed },
    );
  });
}

/** The first target from `first` on into which the fault can be put. */
function injectedInto(
  targets: readonly Target[],
  fault: Fault,
  first: number,
  choice: number,
): { readonly target: Target; readonly injected: Injected } | undefined {
  for (let step = 0; step < targets.length; step++) {
    const target = targets[(first + step) % targets.length];
    if (target === undefined) continue;
    const injected = fault.inject(target, pickFrom(choice));
    if (injected !== undefined && injected.text !== target.text) return { target, injected };
  }
  return undefined;
}

/** The text with one more fault, if it takes one. */
function injectedAgain({ name, site, path, text }: Target, fault: Fault, choice: number): string {
  const [target] = targetsIn({ name, site, path, text });
  return (target && fault.inject(target, pickFrom(choice))?.text) ?? text;
}
