import { writeFile } from 'node:fs/promises';
import { blueprintDiagnostics, diagnostics, type RuleSeverities } from '../features/diagnostics.ts';
import { parseContent } from '../kirby/content/parse.ts';
import type { RuleContext } from '../rules/rule.ts';
import { runBlueprintRules } from '../rules/blueprint/run.ts';
import { type Finding, type RuleFailure, runRules } from '../rules/run.ts';
import type { CheckCache } from './check-cache.ts';
import type { Checked, Portions } from './checked-files.ts';
import { UsageError } from './command.ts';
import { fixedText } from './fix.ts';
import type { Wanted } from './project-config.ts';
import { inOrder, lineAndColumn, lineStarts, type Report, type ReportedProblem } from './report.ts';

/** What the rules are asked for. */
export interface AskedOfRules {
  readonly severities: RuleSeverities;
  /** Whether problems come with the titles of their fixes: what a missing file may have been is looked for in all the site. */
  readonly withFixes: boolean;
}

/** How files are checked. */
export interface Checking {
  /** What is wanted of the rules in a file. */
  readonly wanted: (file: string, start: string) => Wanted;
  /** `try`: what is reported is what would be left, and nothing is written. */
  readonly withFixes: boolean;
  readonly fix: 'none' | 'try' | 'write';
  /** What has been found before. */
  readonly cache?: CheckCache | undefined;
  /** Told what the report has no place for, in a sentence. */
  readonly tell: (sentence: string) => void;
  /** Told of a rule that is wanted and threw: its problems in the file are missing. */
  readonly failed: (path: string, failure: RuleFailure) => void;
  /** Told how many files have been checked. */
  readonly progress: (files: number) => void;
}

/**
 * Checks files, mends them where that is wished, and reports what is left.
 *
 * @param portions goes through the files, a second time where some are mended: what one says after
 *   that counts for all others
 */
export async function reportOn(portions: () => Portions, how: Checking): Promise<Report> {
  const mended = how.fix === 'none' ? undefined : await mendAll(portions(), how);
  let files = 0;
  const problems: ReportedProblem[] = [];
  for await (const portion of portions()) {
    for (const file of portion) {
      const { isIgnored, severities } = how.wanted(file.absolute, file.root);
      if (isIgnored) continue;
      files++;
      const text = mended?.get(file.absolute) ?? file.text;
      const left = { ...file, text };
      const asked = { severities, withFixes: how.withFixes };
      const find = (): readonly ReportedProblem[] => problemsOf(left, asked, how);
      problems.push(...(how.cache?.problemsIn(left, asked, find) ?? find()));
    }
    how.progress(files);
  }
  const report = { files, problems: inOrder(problems) };
  return mended === undefined ? report : { ...report, fixed: mended.size };
}

/** The texts that files have after their safe fixes, by their absolute paths; only of those that have some. */
async function mendAll(
  portions: Portions,
  { wanted, fix, tell }: Checking,
): Promise<ReadonlyMap<string, string>> {
  const mended = new Map<string, string>();
  for await (const portion of portions) {
    for (const file of portion) {
      const { isIgnored, severities } = wanted(file.absolute, file.root);
      const text = isIgnored ? file.text : mend(file, severities);
      if (text === file.text) continue;
      if (file.text.includes('\uFFFD')) {
        tell(`The file ${file.path} is not all UTF-8, or has a � in it, and stays as it is.`);
        continue;
      }
      if (fix === 'write') await write(file, text);
      file.replace?.(text);
      mended.set(file.absolute, text);
    }
  }
  return mended;
}

/** What was mended before stays so: a file that cannot be written ends the run, not more. */
async function write({ absolute, path }: Checked, text: string): Promise<void> {
  await writeFile(absolute, text).catch((error: unknown) => {
    throw new UsageError(`The file ${path} cannot be written (${codeOf(error)}).`);
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** The text of a file after its safe fixes; the same where there are none. */
function mend(file: Checked, severities: RuleSeverities): string {
  if (file.blueprint !== undefined) return file.text;
  return fixedText(file.text, (text) => contextOf({ ...file, text }), severities);
}

function problemsOf(
  checked: Checked,
  asked: AskedOfRules,
  how: Checking,
): readonly ReportedProblem[] {
  const { path, text } = checked;
  const found = findingsIn(checked, asked.severities, how);
  if (found.length === 0) return [];
  const starts = lineStarts(text);
  return found.map((finding) => ({
    ...placed(finding, path, starts),
    fixes: asked.withFixes ? (finding.problem.fixes?.() ?? []).map(({ title }) => title) : [],
  }));
}

function findingsIn(
  checked: Checked,
  severities: RuleSeverities,
  { failed }: Checking,
): readonly Finding[] {
  const { blueprint, path } = checked;
  const context = contextOf(checked);
  const { failures } = blueprint === undefined ? runRules(context) : runBlueprintRules(blueprint);
  for (const failure of failures) {
    if (severities[failure.rule.code] !== 'off') failed(path, failure);
  }
  return blueprint === undefined
    ? diagnostics(context, severities)
    : blueprintDiagnostics(blueprint, severities);
}

function contextOf({ text, site, file }: Checked): RuleContext {
  return { document: parseContent(text), site, file };
}

function placed(
  { problem, rule, severity }: Finding,
  path: string,
  starts: readonly number[],
): Omit<ReportedProblem, 'fixes'> {
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
  };
}
