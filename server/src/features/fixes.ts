import { intersects, type Span } from '../kirby/text/span.ts';
import type { BlueprintContext } from '../rules/blueprint/rule.ts';
import type { Edit, Fix, RuleContext } from '../rules/rule.ts';
import type { Finding } from '../rules/run.ts';
import { blueprintDiagnostics, diagnostics, type RuleSeverities } from './diagnostics.ts';

export interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** The first fix of its problem. */
  readonly isPreferred: boolean;
}

/** The fixes for the problems that touch a span. Found again from the rules, never remembered. */
export function fixesAt(
  context: RuleContext,
  span: Span,
  severities: RuleSeverities,
): readonly OfferedFix[] {
  return offered(findingsAt(context, span, severities));
}

/** The same in a blueprint. */
export function blueprintFixesAt(
  context: BlueprintContext,
  span: Span,
  severities: RuleSeverities,
): readonly OfferedFix[] {
  return offered(touching(blueprintDiagnostics(context, severities), span));
}

function offered(findings: readonly Finding[]): readonly OfferedFix[] {
  return findings.flatMap((finding) =>
    (finding.problem.fixes?.() ?? []).map((fix, index) => ({
      finding,
      fix,
      isPreferred: index === 0 && fix.safe,
    })),
  );
}

/** The problems that touch a span. */
export function findingsAt(
  context: RuleContext,
  span: Span,
  severities: RuleSeverities,
): readonly Finding[] {
  return touching(diagnostics(context, severities), span);
}

function touching(findings: readonly Finding[], span: Span): readonly Finding[] {
  return findings.filter(({ problem }) => intersects(problem.span, span));
}

/**
 * The edits of all safe fixes in this document, in rising order. Of fixes that overlap the first
 * one counts; the others are offered again afterwards.
 */
export function allSafeEdits(context: RuleContext, severities: RuleSeverities): readonly Edit[] {
  const chosen: Edit[] = [];
  for (const { problem } of diagnostics(context, severities)) {
    const fix = problem.fixes?.()[0];
    if (fix?.safe !== true || fix.wide !== undefined) continue;
    const overlaps = fix.edits.some((edit) =>
      chosen.some((other) => collide(edit.span, other.span)),
    );
    if (!overlaps) chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let last = 0;
  for (const { span, text: inserted } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    out += text.slice(last, span.start) + inserted;
    last = span.end;
  }
  return out + text.slice(last);
}

function collide(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
