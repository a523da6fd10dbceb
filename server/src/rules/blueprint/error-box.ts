import type { Blueprint } from '../../kirby/blueprint/blueprint.ts';
import {
  type Definition,
  hasKey,
  type FieldPart,
  typeOfDefinition,
} from '../../kirby/blueprint/parts.ts';
import { fieldTypes } from '../../kirby/field-types/index.ts';
import { nearType } from '../../kirby/field-types/near-type.ts';
import type { Span } from '../../kirby/text/span.ts';
import { fieldName } from '../../kirby/content/parse.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import type { Problem } from '../rule.ts';
import { nameFix } from './name-fix.ts';
import type { BlueprintContext, BlueprintRule } from './rule.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A field or section in whose place Kirby shows an error (`Blueprint::fieldError()`,
 * `Blueprint::sectionsProps()`). Such a field has no value: what a page has in it goes with the next
 * save.
 */
export const errorBox: BlueprintRule = {
  code: 'error-box',
  severity: 'error',
  *check(context) {
    for (const field of context.parts.fields) yield* wrongField(field, context);
    for (const section of context.parts.sections) yield* wrongSection(section, context);
    yield* repeatedNames(context);
  },
};

function* wrongField(field: FieldPart, context: BlueprintContext): Iterable<Problem> {
  const { blueprints } = context;
  if (isRemoved(field)) return;
  const found = typeOfDefinition(field);
  if (found === undefined) return;
  const { type, span, node } = found;
  if (type === 'group') {
    if (!field.isWhole || hasFields(field)) return;
    yield {
      message: say`This group has no fields, and Kirby shows an error in its place. Give it fields, or remove it.`,
      span,
    };
  } else if (blueprints.typeOrigin(type) === 'unknown') {
    const near = nearType(type, fieldTypes.keys());
    if (near === undefined) return;
    yield {
      message: say`There is no field type "${type}". Kirby shows an error in place of the field, and the next save in the Panel removes what pages have in it. "${near}" may be meant.`,
      span,
      fixes: () => nameFix(context, node, near),
    };
  }
}

/** A mixin may bring the fields. */
function hasFields({ node }: Definition): boolean {
  return hasKey(node, 'fields') || hasKey(node, 'extends');
}

function* wrongSection(section: Definition, context: BlueprintContext): Iterable<Problem> {
  const { options } = context;
  const found = isRemoved(section) ? undefined : typeOfDefinition(section);
  if (found === undefined || options.hasPlugins || sectionTypes.has(found.type)) return;
  const { type, span, node } = found;
  const near = nearType(type, sectionTypes);
  if (near === undefined) return;
  yield {
    message: say`There is no section type "${type}". Kirby shows an error in place of the section. "${near}" may be meant.`,
    span,
    severity: 'warning',
    fixes: () => nameFix(context, node, near),
  };
}

/** The types in `kirby/config/sections`. */
const sectionTypes: ReadonlySet<string> = new Set(['fields', 'files', 'info', 'pages', 'stats']);

function isRemoved({ node }: Definition): boolean {
  return node.kind === 'scalar' && node.value === false;
}

/** A field that Kirby finds in two sections of the blueprint: it spoils the second one. */
function* repeatedNames({ name, kind, parts, blueprints }: BlueprintContext): Iterable<Problem> {
  if (kind !== 'model') return;
  const seen = new Map<string, Span>();
  for (const { name: given, nameSpan, place } of parts.fields) {
    if (given === undefined || place !== 'top') continue;
    const first = seen.get(given);
    seen.set(given, first ?? nameSpan);
    // Most blueprints repeat no name, and need not be resolved for this.
    if (first === undefined || !isSpoilt(given, blueprints.blueprint(name))) continue;
    yield {
      message: say`Another section of this blueprint has a field "${given}" already. Kirby shows an error in place of this one, and the next save in the Panel removes what pages have in it. Rename one of the two.`,
      span: nameSpan,
      related: [{ message: say`The first field of this name`, span: first }],
    };
  }
}

function isSpoilt(name: string, blueprint: Blueprint | undefined): boolean {
  const field = blueprint?.fields.get(fieldName(asciiLower(name)));
  return field?.problem?.kind === 'duplicate-name';
}
