import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { isObject, type JsonObject, valueAt } from '../kirby/json/value.ts';
import { fieldTypes } from '../kirby/field-types/index.ts';
import type { FieldEnvironment, ValueProblem } from '../kirby/field-types/field-type.ts';
import type { Span } from '../kirby/text/span.ts';
import { type FieldValue, type Form, spanOf, spanWithin } from '../kirby/values/field-value.ts';
import { fieldEnvironment, forms } from '../site/forms.ts';
import { keptForFile, remembered } from '../site/remembered.ts';
import type { Model } from '../site/site.ts';
import { dayIn, type Problem, type Rule, type RuleContext } from './rule.ts';
import { saidOf } from './refusal.ts';
import { opening } from './shape.ts';
import { Notes } from '../kirby/text/notes.ts';

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
    check: (context) => problemsOfValues(context, code),
  };
}

/** What the field types find of a rule that looks at more than values. */
export function problemsOfValues(context: RuleContext, code: string): readonly Problem[] {
  return valueProblems(context).get(code) ?? [];
}

type ProblemsByCode = ReadonlyMap<string, readonly Problem[]>;

const none: ProblemsByCode = new Map();

/** What is known around the values of a document. */
interface Known {
  readonly environment: FieldEnvironment;
  /** Whose they are. */
  readonly model: Model;
}

/** What the field types find in a document, by rule: half of all rules ask, one after the other. */
function valueProblems(context: RuleContext): ProblemsByCode {
  const revision = context.site?.revision;
  const known = lastFound.get(context);
  if (known !== undefined && known.revision === revision) return known.problems;
  const problems = findProblems(context);
  lastFound.set(context, { revision, problems });
  return problems;
}

const lastFound = new Notes<
  RuleContext,
  { readonly revision: number | undefined; readonly problems: ProblemsByCode }
>();

/** The same; once for each state of document and site, and each day. */
function findProblems(context: RuleContext): ProblemsByCode {
  const { document, site, file } = context;
  if (site?.state !== 'ready' || file === undefined || file.isChanges) return none;
  const day = dayIn(context);
  return problemsIn(
    context,
    () => {
      const known: Known = { environment: fieldEnvironment(site, file, day), model: file.model };
      const problems = new Map<string, Problem[]>();
      const flawless = flawlessIn(site, file, day);
      for (const form of forms(document, site, file)) {
        if (form.kind === 'file') addOfFile(problems, form, known, flawless);
        else addOfForm(problems, form, known, flawless);
      }
      return problems;
    },
    day,
  );
}

const problemsIn = remembered<ProblemsByCode>();

/**
 * What had no problem when it was looked at last. A check sees a value and its definition and nothing
 * around it: while the value is the same and the site as well, it finds nothing again, wherever the
 * value may stand by now.
 */
interface Flawless {
  /** The text of a field of the file, by its definition. */
  readonly texts: Map<FieldDefinition, string>;
}

const flawlessIn = keptForFile((): Flawless => ({ texts: new Map() }));

/** Of objects of JSON with all their values: for which state they were looked at, and by which fields. */
const flawlessObjects = new Notes<
  JsonObject,
  { readonly flawless: Flawless; readonly fields: Form['fields'] }
>();

function addOfFile(
  problems: Map<string, Problem[]>,
  form: Form,
  known: Known,
  { texts }: Flawless,
): void {
  for (const value of form.values.values()) {
    const { definition, value: text } = value;
    if (typeof text !== 'string' || texts.get(definition) === text) continue;
    if (addProblems(problems, value, known)) texts.delete(definition);
    else texts.set(definition, text);
  }
}

function addOfForm(
  problems: Map<string, Problem[]>,
  form: Form,
  around: Known,
  flawless: Flawless,
): void {
  const { place } = form;
  const object = place && valueAt(place.holder.value, place.path);
  const known = isObject(object) ? flawlessObjects.get(object) : undefined;
  if (known?.flawless === flawless && known.fields === form.fields) return;
  let isFlawless = true;
  for (const value of form.values.values()) {
    if (addProblems(problems, value, around)) isFlawless = false;
  }
  if (isFlawless && isObject(object) && form.kind !== 'entry') {
    flawlessObjects.set(object, { flawless, fields: form.fields });
  }
}

/** @returns whether there are any */
function addProblems(
  problems: Map<string, Problem[]>,
  value: FieldValue,
  { environment, model }: Known,
): boolean {
  if (isUnusable(value.definition)) return false;
  let isFound = false;
  for (const problem of fieldTypes.get(value.definition.type)?.check?.(value, environment) ?? []) {
    isFound = true;
    const span = placeOf(value, problem);
    if (span === undefined) continue;
    const list = problems.get(problem.code);
    const { severity, fixes } = problem;
    const found: Problem = {
      message: saidOf(problem, model),
      span,
      ...(severity !== undefined && { severity }),
      ...(fixes !== undefined && { fixes }),
    };
    if (list === undefined) problems.set(problem.code, [found]);
    else list.push(found);
  }
  return isFound;
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
