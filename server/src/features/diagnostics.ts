import { blueprintRules } from '../rules/blueprint/index.ts';
import type { BlueprintContext } from '../rules/blueprint/rule.ts';
import { runBlueprintRules } from '../rules/blueprint/run.ts';
import { rules } from '../rules/index.ts';
import type { RuleContext, Severity } from '../rules/rule.ts';
import { type Finding, mostImportant, runRules } from '../rules/run.ts';

/** What a rule can be set to. */
export const severityNames = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** The codes of all rules, about content and about blueprints. */
export const ruleCodes: ReadonlySet<string> = new Set(
  [...rules, ...blueprintRules].map(({ code }) => code),
);

/** `off` or another severity than a rule's own, by the rule's code. */
export type RuleSeverities = Readonly<Record<string, Severity | 'off'>>;

/** What the rules find in a document, as the author's settings want it. */
export function diagnostics(context: RuleContext, severities: RuleSeverities): readonly Finding[] {
  return as(severities, runRules(context).findings);
}

/** The same for a blueprint. */
export function blueprintDiagnostics(
  context: BlueprintContext,
  severities: RuleSeverities,
): readonly Finding[] {
  return as(severities, runBlueprintRules(context).findings);
}

function as(severities: RuleSeverities, findings: readonly Finding[]): readonly Finding[] {
  if (Object.keys(severities).length === 0) return mostImportant(findings);
  const wanted = findings.flatMap((finding) => {
    const severity = severities[finding.rule.code] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
  return mostImportant(wanted);
}
