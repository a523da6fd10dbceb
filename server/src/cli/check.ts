import { parseArgs } from 'node:util';
import { blueprintDiagnostics, diagnostics } from '../features/diagnostics.ts';
import { parseContent } from '../kirby/content/parse.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Finding } from '../rules/run.ts';
import { type Command, UsageError } from './command.ts';
import { type Checked, checkedFiles } from './disk.ts';
import { lineAndColumn, lineStarts, type Report, type ReportedProblem } from './report.ts';
import { reporters } from './reporters/index.ts';

export const check: Command = {
  name: 'check',
  usage: [
    'kirby-author check [PATH …] [--format pretty|json|github|sarif|junit] [--max-warnings N]',
  ],
  summary:
    'Looks for problems in the content and the blueprints of a site. Exits with 1 on errors, or on more warnings than N.',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'pretty' },
        'max-warnings': { type: 'string' },
      },
    });
    const reporter = reporters.find(({ name }) => name === values.format);
    if (reporter === undefined) {
      const known = reporters.map(({ name }) => name).join(', ');
      throw new UsageError(`--format is one of ${known}.`);
    }
    const most = readNumber(values['max-warnings']);
    const paths = positionals.length === 0 ? ['.'] : positionals;
    const report = await reportOn(checkedFiles(paths, terminal.folder));
    terminal.write(reporter.print(report, { color: terminal.isInteractive }));
    const count = (severity: string): number =>
      report.problems.filter((problem) => problem.severity === severity).length;
    return count('error') > 0 || count('warning') > most ? 1 : 0;
  },
};

function readNumber(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d+$/u.test(text)) throw new UsageError('--max-warnings is a number.');
  return Number(text);
}

async function reportOn(portions: AsyncIterable<readonly Checked[]>): Promise<Report> {
  let files = 0;
  const problems: ReportedProblem[] = [];
  for await (const portion of portions) {
    files += portion.length;
    for (const file of portion) problems.push(...problemsOf(file));
  }
  // Those of one file are in the order of its text already.
  problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, problems };
}

function problemsOf(checked: Checked): readonly ReportedProblem[] {
  const { path, text } = checked;
  const found = findingsIn(checked);
  if (found.length === 0) return [];
  const starts = lineStarts(text);
  return found.map((finding) => reported(finding, path, starts));
}

function findingsIn({ text, site, file, blueprint }: Checked): readonly Finding[] {
  if (blueprint !== undefined) return blueprintDiagnostics(blueprint, {});
  const context: RuleContext = { document: parseContent(text), site, file };
  return diagnostics(context, {});
}

function reported(
  { problem, rule, severity }: Finding,
  path: string,
  starts: readonly number[],
): ReportedProblem {
  const { line, column } = lineAndColumn(starts, problem.span.start);
  const end = lineAndColumn(starts, problem.span.end);
  return {
    path,
    line,
    column,
    endLine: end.line,
    endColumn: end.column,
    severity,
    code: rule.code,
    message: problem.message,
    // Only for those who print them: what a missing file may have been is looked for in all the site.
    get fixes() {
      return (problem.fixes?.() ?? []).map(({ title }) => title);
    },
  };
}
