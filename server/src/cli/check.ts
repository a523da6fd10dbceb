import { writeFile } from 'node:fs/promises';
import { blueprintDiagnostics, diagnostics, type RuleSeverities } from '../features/diagnostics.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { blueprintRules } from '../rules/blueprint/index.ts';
import { rules } from '../rules/index.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Finding } from '../rules/run.ts';
import { type Command, type Option, UsageError } from './command.ts';
import { type Checked, checkedFiles } from './disk.ts';
import { fixedText } from './fix.ts';
import { didYouMean } from './given.ts';
import { lineAndColumn, lineStarts, type Report, type ReportedProblem } from './report.ts';
import { reporters } from './reporters/index.ts';

const levels = ['off', 'hint', 'information', 'warning', 'error'] as const;

const format: Option = {
  name: 'format',
  summary: 'How problems are printed; pretty by default.',
  value: { placeholder: 'FORMAT', choices: reporters.map(({ name }) => name) },
};
const maxWarnings: Option = {
  name: 'max-warnings',
  summary: 'More warnings than N fail like an error.',
  value: { placeholder: 'N' },
};
const rule: Option = {
  name: 'rule',
  summary: `Makes a rule more or less serious; SEVERITY is ${levels.join(', ')}. As often as needed.`,
  value: { placeholder: 'CODE=SEVERITY' },
};
const fix: Option = { name: 'fix', summary: 'Applies the fixes that are safe.' };
const dryRun: Option = {
  name: 'fix-dry-run',
  summary: 'Tells what --fix would leave, and writes nothing.',
};

export const check: Command = {
  name: 'check',
  usage: ['kirby-author check [PATH …] [OPTION …]'],
  summary:
    'Looks for problems in the content and the blueprints of a site. A PATH is a site, a folder or a file of its content or its blueprints; without one the site in this folder is checked.',
  operands: 'paths',
  options: [format, maxWarnings, rule, fix, dryRun],
  examples: [
    { line: 'kirby-author check', what: 'The site in this folder.' },
    {
      line: 'kirby-author check content/blog --rule missing-binary=off',
      what: 'The pages below one, without a rule.',
    },
    {
      line: 'kirby-author check --format sarif --max-warnings 0 > report.sarif',
      what: 'For code scanning; warnings fail as well.',
    },
    { line: 'kirby-author check --fix', what: 'Mends what can be mended without asking.' },
  ],
  codes: { 1: 'there are errors, or more warnings than --max-warnings' },
  async run(given, terminal) {
    const name = given.choice(format) ?? 'pretty';
    const reporter = reporters.find((one) => one.name === name);
    if (given.has(fix) && given.has(dryRun)) throw new UsageError('Choose --fix or --fix-dry-run.');
    const most = readNumber(given.value(maxWarnings));
    const how: Checking = {
      severities: readSeverities(given.values(rule)),
      fix: given.has(fix) ? 'write' : given.has(dryRun) ? 'try' : 'none',
    };
    const paths = given.operands.length === 0 ? ['.'] : given.operands;
    const report = await reportOn(checkedFiles(paths, terminal.folder), how);
    terminal.write(reporter?.print(report, { color: terminal.isInteractive }) ?? '');
    const count = (severity: string): number =>
      report.problems.filter((problem) => problem.severity === severity).length;
    return count('error') > 0 || count('warning') > most ? 1 : 0;
  },
};

/** How files are checked. */
interface Checking {
  readonly severities: RuleSeverities;
  /** `try`: what is reported is what would be left, and nothing is written. */
  readonly fix: 'none' | 'try' | 'write';
}

function readNumber(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d+$/u.test(text)) throw new UsageError('--max-warnings is a number.');
  return Number(text);
}

/** `missing-binary=off`, as the editor's setting `kirbyAuthor.rules` has it. */
function readSeverities(given: readonly string[]): RuleSeverities {
  return Object.fromEntries(
    given.map((text) => {
      const [code = '', name] = text.split('=');
      const severity = levels.find((level) => level === name);
      if (!allCodes().has(code)) {
        throw new UsageError(`There is no rule "${code}".${didYouMean(code, [...allCodes()])}`);
      }
      if (severity === undefined) {
        throw new UsageError(`--rule is CODE=SEVERITY; the severity is ${levels.join(', ')}.`);
      }
      return [code, severity];
    }),
  );
}

function allCodes(): ReadonlySet<string> {
  return new Set([...rules, ...blueprintRules].map(({ code }) => code));
}

async function reportOn(
  portions: AsyncIterable<readonly Checked[]>,
  how: Checking,
): Promise<Report> {
  let files = 0;
  let fixed = 0;
  const problems: ReportedProblem[] = [];
  for await (const portion of portions) {
    files += portion.length;
    for (const file of portion) {
      const mended = how.fix === 'none' ? file : mend(file, how);
      if (mended !== file) {
        fixed++;
        if (how.fix === 'write') await writeFile(mended.absolute, mended.text);
      }
      problems.push(...problemsOf(mended, how));
    }
  }
  // Those of one file are in the order of its text already.
  problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return how.fix === 'none' ? { files, problems } : { files, fixed, problems };
}

/** The file after its safe fixes; the same object where there are none, or it is no UTF-8. */
function mend(file: Checked, { severities }: Checking): Checked {
  if (file.blueprint !== undefined || file.text.includes('\uFFFD')) return file;
  const text = fixedText(file.text, (changed) => contextOf({ ...file, text: changed }), severities);
  return text === file.text ? file : { ...file, text };
}

function problemsOf(checked: Checked, how: Checking): readonly ReportedProblem[] {
  const { path, text } = checked;
  const found = findingsIn(checked, how);
  if (found.length === 0) return [];
  const starts = lineStarts(text);
  return found.map((finding) => reported(finding, path, starts));
}

function findingsIn(checked: Checked, { severities }: Checking): readonly Finding[] {
  const { blueprint } = checked;
  return blueprint === undefined
    ? diagnostics(contextOf(checked), severities)
    : blueprintDiagnostics(blueprint, severities);
}

function contextOf({ text, site, file }: Checked): RuleContext {
  return { document: parseContent(text), site, file };
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
