import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { fieldTypes } from '../kirby/field-types/index.ts';
import type { FieldEnvironment, ValueProblem } from '../kirby/field-types/field-type.ts';
import type { Span } from '../kirby/text/span.ts';
import { type FieldValue, spanOf, spanWithin } from '../kirby/values/field-value.ts';
import { fieldEnvironment, forms } from '../site/forms.ts';
import { remembered } from '../site/remembered.ts';
import { dayIn, type Problem, type Rule, type RuleContext } from './rule.ts';
import { opening } from './shape.ts';

/**
 * A rule about values of fields, wherever they stand: in the file, in rows of structures, in objects,
 * in blocks, in the settings of rows. The field types know what is wrong (`kirby/field-types`); all
 * rules share one pass over the values.
 */
export function valueRule(code: string, severity: Rule['severity']): Rule {
  return {
    code,
    severity,
    reads: 'site',
    check: (context) => valueProblems(context).get(code) ?? [],
  };
}

type ProblemsByCode = ReadonlyMap<string, readonly Problem[]>;

const none: ProblemsByCode = new Map();

/** What the field types find in a document, by rule; once for each state of document and site, and each day. */
function valueProblems(context: RuleContext): ProblemsByCode {
  const { document, site, file } = context;
  if (site?.state !== 'ready' || file === undefined || file.isChanges) return none;
  const day = dayIn(context);
  return problemsIn(
    context,
    () => {
      const environment = fieldEnvironment(site, file, day);
      const problems = new Map<string, Problem[]>();
      for (const form of forms(document, site, file)) {
        for (const value of form.values.values()) addProblems(problems, value, environment);
      }
      return problems;
    },
    day,
  );
}

const problemsIn = remembered<ProblemsByCode>();

function addProblems(
  problems: Map<string, Problem[]>,
  value: FieldValue,
  environment: FieldEnvironment,
): void {
  if (isUnusable(value.definition)) return;
  for (const problem of fieldTypes.get(value.definition.type)?.check?.(value, environment) ?? []) {
    const span = placeOf(value, problem);
    if (span === undefined) continue;
    const list = problems.get(problem.code);
    const { message, severity, fixes } = problem;
    const found: Problem = {
      message,
      span,
      ...(severity !== undefined && { severity }),
      ...(fixes !== undefined && { fixes }),
    };
    if (list === undefined) problems.set(problem.code, [found]);
    else list.push(found);
  }
}

/** Kirby shows an error box in place of such a field and checks nothing. */
function isUnusable({ problem }: FieldDefinition): boolean {
  return problem !== undefined;
}

function placeOf(value: FieldValue, { within, item }: ValueProblem): Span | undefined {
  if (item !== undefined) {
    const { holder, path, part } = item;
    const key = part === 'key' ? holder.keySpanAt(path) : undefined;
    const span = key ?? holder.spanAt(path);
    return span !== undefined && key === undefined && part !== undefined ? opening(span) : span;
  }
  return within === undefined ? spanOf(value) : spanWithin(value, within);
}
