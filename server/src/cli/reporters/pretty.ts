import type { Severity } from '../../rules/rule.ts';
import type { Report, ReportedProblem, Reporter } from '../report.ts';

/** For people: grouped by file, one problem a line. */
export const pretty: Reporter = {
  name: 'pretty',
  print(report, { color, isDryRun }) {
    const paint = color ? painted : (_style: string, text: string): string => text;
    const files = new Map<string, string[]>();
    for (const problem of report.problems) {
      const lines = files.get(problem.path) ?? [];
      lines.push(line(problem, paint));
      files.set(problem.path, lines);
    }
    const out = [...files].map(([path, lines]) => [paint('4', path), ...lines, ''].join('\n'));
    return `${[...out, summary(report, isDryRun)].join('\n')}\n`;
  },
};

type Paint = (style: string, text: string) => string;

/** ANSI styles: underlined, and the severities' colours. */
const painted: Paint = (style, text) => `\u001B[${style}m${text}\u001B[0m`;
const colors: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '2',
};

function line(problem: ReportedProblem, paint: Paint): string {
  const place = `${problem.line}:${problem.column}`.padEnd(9);
  const severity = paint(colors[problem.severity], problem.severity.padEnd(11));
  return `  ${place} ${severity} ${problem.message}  ${paint('2', problem.code)}`;
}

function summary({ files, fixed, problems }: Report, isDryRun: boolean): string {
  const done = isDryRun ? 'would be mended' : 'mended';
  const mended = fixed === undefined || fixed === 0 ? '' : `, ${fixed} ${done}`;
  const checked = `${files} ${files === 1 ? 'file' : 'files'} checked${mended}`;
  if (problems.length === 0) return `${checked}, no problems.`;
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    const noun = severity === 'information' || count === 1 ? severity : `${severity}s`;
    return count === 0 ? [] : [`${count} ${noun}`];
  });
  return `${checked}: ${counts.join(', ')}.`;
}
