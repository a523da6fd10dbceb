import type { ContentDocument } from '../kirby/content/document.ts';
import { memo } from '../kirby/text/memo.ts';
import { rules } from './index.ts';
import { dayIn, type Problem, type Rule, type RuleContext, type Severity } from './rule.ts';

/** A problem with the rule that found it and the severity that counts. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly problem: Problem;
}

/** A rule that threw: our own mistake, to be logged. Its problems are missing, the others stand. */
export interface RuleFailure {
  readonly rule: Rule;
  readonly error: unknown;
}

export interface RunResult {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** What an author sees of one document at most; the rest appears as these are mended. */
const MOST_FINDINGS = 100;

/**
 * Runs every rule over a document.
 *
 * Rules that read only the document run once per version of it; those that read the site run again
 * when the site or the day has changed. The result is in the order of the file.
 */
export function runRules(context: RuleContext): RunResult {
  const cache = cacheOf(context.document);
  const revision = context.site?.revision;
  const day = dayIn(context);
  const known = cache.result;
  if (
    known !== undefined &&
    known.site === context.site &&
    known.revision === revision &&
    known.path === context.file?.path &&
    known.day === day
  ) {
    return known.run;
  }
  cache.documentRun ??= runSome(context, (rule) => rule.reads === 'document');
  const siteRun = runSome(context, (rule) => rule.reads === 'site');
  const findings = [...cache.documentRun.findings, ...siteRun.findings].sort(byPlace);
  const run = {
    findings: findings.length > MOST_FINDINGS ? mostImportant(findings) : findings,
    failures: [...cache.documentRun.failures, ...siteRun.failures],
  };
  cache.result = { site: context.site, revision, path: context.file?.path, day, run };
  return run;
}

interface Cache {
  documentRun?: RunResult;
  result?: {
    readonly site: RuleContext['site'];
    readonly revision: number | undefined;
    readonly path: string | undefined;
    readonly day: string | undefined;
    readonly run: RunResult;
  };
}

const cacheOf = memo((_document: ContentDocument): Cache => ({}));

function runSome(context: RuleContext, wanted: (rule: Rule) => boolean): RunResult {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    if (!wanted(rule)) continue;
    try {
      let count = 0;
      for (const problem of rule.check(context)) {
        findings.push({ rule, severity: problem.severity ?? rule.severity, problem });
        if (++count >= MOST_FINDINGS) break;
      }
    } catch (error) {
      failures.push({ rule, error });
    }
  }
  return { findings, failures };
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

function byPlace(a: Finding, b: Finding): number {
  return (
    a.problem.span.start - b.problem.span.start ||
    rank[a.severity] - rank[b.severity] ||
    a.problem.span.end - b.problem.span.end
  );
}

function mostImportant(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .toSorted((a, b) => rank[a.severity] - rank[b.severity])
    .slice(0, MOST_FINDINGS)
    .sort(byPlace);
}
