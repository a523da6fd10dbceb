import type { FieldDefinition, Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { jsonOf } from '../../kirby/json/json-text.ts';
import { isArray, isObject, type JsonValue } from '../../kirby/json/value.ts';
import type { Form } from '../../kirby/values/field-value.ts';
import { formsOf } from '../../kirby/values/forms.ts';
import type { RuleContext } from '../../rules/rule.ts';
import type { BlueprintSet } from '../../site/blueprint-set.ts';
import { kirbyBlueprints } from '../../site/blueprint-loader.ts';
import { forms } from '../../site/forms.ts';
import { definitionOf, type JsonField, jsonFields } from '../../site/json-fields.ts';
import { remembered } from '../../site/remembered.ts';

/**
 * The forms of a document with those of fields that no blueprint knows: JSON is taken for what it
 * looks like, its blocks for Kirby's own, and everything else for a text. So a file outside of any
 * site has its texts as well.
 */
export function textForms(context: RuleContext): readonly Form[] {
  const { document, site, file } = context;
  const known = site && file && site.blueprints.of(file.model);
  const unknown = document.fields.filter(
    ({ name }) => known === undefined || definitionOf(known.fields, name) === undefined,
  );
  if (unknown.length === 0) return forms(document, site, file);
  return formsIn(context, () => {
    const fields = new Map(known?.fields);
    for (const { name } of unknown) fields.set(name, guessed(name, 'textarea'));
    const blueprints = site?.blueprints ?? kirbyBlueprints;
    for (const one of jsonFields(document, site, file)) {
      if (one.definition === undefined) fields.set(one.field.name, guessedJson(one, blueprints));
    }
    const blueprint = {
      name: '',
      title: '',
      fields,
      complete: false,
      tabs: [],
      fileTemplates: [],
    };
    return formsOf(document, blueprint, site?.options.yamlHandler ?? 'spyc');
  });
}

const formsIn = remembered<readonly Form[]>();

function guessedJson({ field, kind }: JsonField, blueprints: BlueprintSet): FieldDefinition {
  const { value } = jsonOf(field);
  const fieldsets = new Map<string, Fieldset>();
  for (const type of blockTypes(value)) {
    const fieldset = blueprints.fieldset(type);
    if (fieldset !== undefined) fieldsets.set(type, fieldset);
  }
  return { ...guessed(field.name, kind), fieldsets };
}

function guessed(name: string, type: string): FieldDefinition {
  return {
    name,
    type,
    label: name,
    help: undefined,
    required: false,
    props: {},
    fields: undefined,
    entry: undefined,
    fieldsets: undefined,
    settings: undefined,
    layouts: undefined,
    options: undefined,
  };
}

/** The types of all blocks in a value. */
function blockTypes(value: JsonValue | undefined, types = new Set<string>()): ReadonlySet<string> {
  if (isArray(value)) for (const item of value) blockTypes(item, types);
  else if (isObject(value)) {
    if (typeof value['type'] === 'string' && 'content' in value) types.add(value['type']);
    else for (const inner of Object.values(value)) blockTypes(inner, types);
  }
  return types;
}
