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
export function follow(runner: Mocha.Runner, record: (result: Result) => void): void {
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

export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
