import type { Reporter } from '../report.ts';

/** The report as it is, for programs. */
export const json: Reporter = {
  name: 'json',
  printsFixes: true,
  print: (report) => `${JSON.stringify(report, null, 2)}\n`,
};
