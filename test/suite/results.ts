import type Mocha from 'mocha';

/** What became of a test. */
export interface Result {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly milliseconds?: number;
  readonly error?: string;
}

const mostFailures = 12;

/** Tells of each test of a run as it ends, and ends the run where more failures would not say more. */
function follow(runner: Mocha.Runner, record: (result: Result) => void): void {
  runner.on('pass', (test) => {
    const { duration } = test;
    record({
      title: test.fullTitle(),
      state: 'passed',
      ...(duration === undefined ? {} : { milliseconds: duration }),
    });
  });
  runner.on('fail', (test, error: unknown) => {
    record({ title: test.fullTitle(), state: 'failed', error: textOf(error) });
    // Each one may have waited in vain; the rest would not say more.
    if (runner.failures >= mostFailures) {
      record({ title: `after ${mostFailures} failures the suite ends`, state: 'failed' });
      runner.abort();
    }
  });
  runner.on('pending', (test) => {
    record({ title: test.fullTitle(), state: 'skipped' });
  });
}

/** Runs the tests that were loaded, and throws when one of them failed. */
export async function runAll(
  run: (done: (failures: number) => void) => Mocha.Runner,
  record: (result: Result) => void,
): Promise<void> {
  const failures = await new Promise<number>((resolve) => {
    follow(run(resolve), record);
  });
  if (failures > 0) throw new Error(`${failures} of the suite's tests failed.`);
}

export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
