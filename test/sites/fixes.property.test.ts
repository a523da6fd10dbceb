import fc from 'fast-check';
import { describe, test } from 'vitest';
import { fixtureSite, sharedSite, sharedSiteNames } from '../support/shared-site.ts';
import { checkFault } from './faults/check-fault.ts';
import { type Fault, type Injected, pickFrom } from './faults/fault.ts';
import { meaningFaults } from './faults/meaning.ts';
import { referenceFaults } from './faults/reference.ts';
import { syntaxFaults } from './faults/syntax.ts';
import { type Target, targetsOf } from './faults/target.ts';

/** More of them, and others, from the command line: `FAULT_RUNS=300 FAULT_SEED=7`. */
const runs = Number(process.env['FAULT_RUNS'] ?? 8);
const seed = Number(process.env['FAULT_SEED'] ?? 1);

const faults = [...meaningFaults, ...referenceFaults, ...syntaxFaults];

describe('our own magazine', async () => {
  checkFaults(targetsOf(await fixtureSite('magazine')));
});

const names = sharedSiteNames();

describe.skipIf(names.length === 0)('real sites (skipped: they are not on this machine)', async () => {
  const sites = await Promise.all(names.map((name) => sharedSite(name)));
  checkFaults(sites.flatMap(targetsOf));
});

function checkFaults(targets: readonly Target[]): void {
  describe.each(faults.map((fault) => [fault.name, fault] as const))('%s', (_, fault) => {
    test('is found where it is, and each fix mends it and nothing else', () => {
      let count = 0;
      fc.assert(
        fc.property(fc.nat(), fc.nat(), (first, choice) => {
          const found = injectedInto(targets, fault, first, choice);
          if (found === undefined) return;
          count++;
          checkFault(found.target, fault, found.injected);
        }),
        { numRuns: runs, seed },
      );
      console.log('COUNT', fault.name, count);
    });
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
