import type { Log, Result } from 'sarif';
import type { Severity } from '../../rules/rule.ts';
import type { Reporter, ReportedProblem } from '../report.ts';

/** Static analysis results in SARIF 2.1.0, for code scanning. */
export const sarif: Reporter = {
  name: 'sarif',
  print({ problems }, { inRepository }) {
    const codes = [...new Set(problems.map(({ code }) => code))].sort();
    const driver = {
      name: 'Kirby Author',
      informationUri: home,
      rules: codes.map((id) => ({ id, helpUri: `${home}/blob/main/docs/rules/${id}.md` })),
    };
    const results = problems.map((problem) =>
      resultOf(problem, inRepository(problem.path), codes.indexOf(problem.code)),
    );
    const log: Log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

const home = 'https://github.com/kirby-author/kirby-author';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function resultOf(problem: ReportedProblem, path: string, ruleIndex: number): Result {
  const { line, column, endLine, endColumn, severity, code, message } = problem;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}
