import type { ContentDocument } from '../kirby/content/document.ts';
import { memo } from '../kirby/text/memo.ts';
import type { Conflict } from '../kirby/json/conflict.ts';
import { intersects } from '../kirby/text/span.ts';
import { conflictsOf } from './conflicts.ts';
import { rules } from './index.ts';
import {
  type AnyRule,
  dayIn,
  type Problem,
  type Rule,
  type RuleContext,
  type Severity,
} from './rule.ts';

/** A problem with the rule that found it and the severity that counts. */
export interface Finding {
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly problem: Problem;
}

/** A rule that threw: our own mistake, to be logged. Its problems are missing, the others stand. */
export interface RuleFailure {
  readonly rule: AnyRule;
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
  const check = (rule: Rule): Iterable<Problem> => rule.check(context);
  cache.documentRun ??= runAll(rulesAbout.document, check);
  const siteRun = runAll(rulesAbout.site, check);
  const run = {
    findings: inOrder(
      besideConflicts(context.document, [...cache.documentRun.findings, ...siteRun.findings]),
    ),
    failures: [...cache.documentRun.failures, ...siteRun.failures],
  };
  cache.result = { site: context.site, revision, path: context.file?.path, day, run };
  return run;
}

/** Two versions in one place make many odd things of it, which are gone when one of them is kept. */
function besideConflicts(
  document: ContentDocument,
  findings: readonly Finding[],
): readonly Finding[] {
  const conflicts = conflictsOf(document);
  if (conflicts.length === 0) return findings;
  const tells = ({ rule, problem }: Finding, { mark }: Conflict): boolean =>
    (rule.code === 'merge-conflict' || rule.code === 'broken-json') &&
    problem.span.start === mark.start;
  const told = conflicts.filter((conflict) => findings.some((finding) => tells(finding, conflict)));
  return findings.filter((finding) => {
    const around = told.find(({ span }) => intersects(span, finding.problem.span));
    return around === undefined || tells(finding, around);
  });
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

const rulesAbout: Readonly<Record<Rule['reads'], readonly Rule[]>> = {
  document: rules.filter(({ reads }) => reads === 'document'),
  site: rules.filter(({ reads }) => reads === 'site'),
};

/** Runs rules one by one: where one throws, the others count. */
export function runAll<Any extends AnyRule>(
  rules: readonly Any[],
  check: (rule: Any) => Iterable<Problem>,
): RunResult {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    try {
      let count = 0;
      for (const problem of check(rule)) {
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

/** In the order of the file. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(byPlace);
}

/** What an author is shown of findings with the severities that are wanted. */
export function mostImportant(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_FINDINGS) return findings;
  return findings
    .toSorted((a, b) => rank[a.severity] - rank[b.severity])
    .slice(0, MOST_FINDINGS)
    .sort(byPlace);
}
