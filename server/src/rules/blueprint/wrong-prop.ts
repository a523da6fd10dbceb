import { type FieldPart, typeOfDefinition } from '../../kirby/blueprint/parts.ts';
import { propType, type PropType } from '../../kirby/blueprint/prop-types.ts';
import { outerOf, type YamlNode } from '../../kirby/yaml/tree.ts';
import type { Problem } from '../rule.ts';
import { optionsWithoutValue } from './option-without-value.ts';
import type { BlueprintContext, BlueprintRule } from './rule.ts';
import { wrongWords } from './wrong-word.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A setting of a field that PHP refuses by its declared type (`maxlength: many`), or Kirby by its value
 * (`format: cmyk`). The error ends the making of the form (`Kirby\Toolkit\Component::applyProps()`).
 */
export const wrongProp: BlueprintRule = {
  code: 'wrong-prop',
  severity: 'error',
  *check(context) {
    for (const field of context.parts.fields) yield* wrongProps(field, context);
  },
};

function* wrongProps(field: FieldPart, context: BlueprintContext): Iterable<Problem> {
  const { node } = field;
  const type = typeOfDefinition(field)?.type;
  // What a plugin makes of a type of its own is its business.
  if (node.kind !== 'map' || type === undefined || context.blueprints.typeOrigin(type) !== 'core')
    return;
  for (const entry of node.entries) {
    const { key, value } = entry;
    yield* wrongWords(entry, type, context);
    if (key === 'options') yield* optionsWithoutValue(value, type, context);
    const wanted = propType(type, key);
    if (wanted === undefined || !isRefused(value, wanted)) continue;
    yield {
      message: `${words[wanted](key, type)} ${effect()}`,
      span: outerOf(value),
    };
  }
}

const words: Readonly<Record<PropType, (key: string, type: string) => string>> = {
  number: (key, type) => say`The setting "${key}" of a field of type "${type}" has to be a number.`,
  flag: (key, type) =>
    say`The setting "${key}" of a field of type "${type}" has to be true or false.`,
  text: (key, type) => say`The setting "${key}" of a field of type "${type}" has to be a text.`,
  list: (key, type) =>
    say`The setting "${key}" of a field of type "${type}" has to be a list or map below the key.`,
};

function effect(): string {
  return say`Kirby cannot make a form with this, and the Panel cannot open what uses the blueprint.`;
}

/** Whether PHP throws for a value; what is empty may as well be passed over. */
function isRefused(node: YamlNode, wanted: PropType): boolean {
  if (node.kind !== 'scalar') {
    const { length } = node.kind === 'list' ? node.items : node.entries;
    return wanted !== 'list' && length > 0;
  }
  const { value } = node;
  if (value === null || value === '') return false;
  if (wanted === 'list') return true;
  // A text that only begins with a number is taken, with a warning.
  return wanted === 'number' && typeof value === 'string' && !/^\s*[+-]?\.?\d/.test(value);
}
