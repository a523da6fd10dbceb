import { childOf, textOfNode } from '../../kirby/blueprint/parts.ts';
import { entryTypes, validatorNames, wordsOfProp } from '../../kirby/blueprint/prop-words.ts';
import { nearType } from '../../kirby/field-types/near-type.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { outerOf, type YamlEntry, type YamlMap, type YamlNode } from '../../kirby/yaml/tree.ts';
import type { Problem } from '../rule.ts';
import { nameFix } from './name-fix.ts';
import type { BlueprintContext } from './rule.ts';
import { say } from '../../kirby/text/say.ts';

/** The settings of a field that take certain words, with another one. */
export function* wrongWords(
  { key, value }: YamlEntry,
  type: string,
  context: BlueprintContext,
): Iterable<Problem> {
  const known = wordsOfProp(type, key);
  if (known !== undefined) {
    for (const node of scalarsOf(value)) yield* unknownWord(node, key, type, known, context);
  } else if (type === 'entries' && key === 'field') yield* wrongEntryType(value, context);
  else if (key === 'store' && pickers.has(type)) yield* unstorable(value, context);
  else if (key === 'pattern' && matching.has(type)) yield* doubledBackslash(value, context);
  else if (key === 'validate' && !classTypes.has(type)) yield* unknownValidators(value, context);
}

const pickers: ReadonlySet<string> = new Set(['files', 'pages', 'users']);

/** What a chosen item certainly has not (`Kirby\Panel\Model::pickerData()`). */
const unstored: ReadonlySet<string> = new Set(['slug', 'uid', 'uri']);

/** Kirby stores of each item what it has by this name, and nothing where it has nothing. */
function* unstorable(node: YamlNode, context: BlueprintContext): Iterable<Problem> {
  const word = textOfNode(node) ?? '';
  if (!unstored.has(word.toLowerCase())) return;
  yield {
    message: say`Kirby cannot store the "${word}" of what is chosen, and each save in the Panel empties the field. Write "uuid" or "id".`,
    span: outerOf(node),
    fixes: () => nameFix(context, node, 'uuid'),
  };
}

/** Fields whose `pattern` Kirby checks. */
const matching: ReadonlySet<string> = new Set(['slug', 'tel', 'text']);

/** `\\d+`: escaped for a string that nobody unescapes. */
function* doubledBackslash(node: YamlNode, context: BlueprintContext): Iterable<Problem> {
  const pattern = textOfNode(node) ?? '';
  const meant = pattern.replace(/\\\\(?=[dws](?![a-z]))/gi, '\\');
  if (meant === pattern) return;
  yield {
    message: say`Two backslashes in this pattern stand for one in the text: what a page is likely to have does not match, and the Panel refuses to save it. Write ${meant}.`,
    severity: 'warning',
    span: outerOf(node),
    fixes: () => nameFix(context, node, meant),
  };
}

/** Fields that check nothing but themselves. */
const classTypes: ReadonlySet<string> = new Set(['blocks', 'entries', 'layout', 'stats']);

function scalarsOf(node: YamlNode): readonly YamlNode[] {
  return node.kind === 'list' ? node.items : [node];
}

function* unknownWord(
  node: YamlNode,
  key: string,
  type: string,
  known: readonly string[],
  context: BlueprintContext,
): Iterable<Problem> {
  const word = textOfNode(node) ?? '';
  if (word === '' || known.includes(word)) return;
  const near = known.find((one) => one === word.toLowerCase()) ?? nearType(word, known);
  yield {
    message: say`The setting "${key}" of a field of type "${type}" does not know "${word}", only ${known.join(', ')}. Kirby cannot make a form with this, and the Panel cannot open what uses the blueprint.`,
    span: outerOf(node),
    fixes: () => (near === undefined ? [] : nameFix(context, node, near)),
  };
}

/** `field: writer`, or a map with such a `type`. */
function* wrongEntryType(value: YamlNode, { blueprints }: BlueprintContext): Iterable<Problem> {
  const node = value.kind === 'map' ? childOf(value, 'type')?.value : value;
  const type = textOfNode(node) ?? '';
  if (node === undefined || entryTypes.includes(type) || !storages.has(type)) return;
  if (blueprints.typeOrigin(type) !== 'core') return;
  yield {
    message: say`An entry cannot be a field of type "${type}", only of ${entryTypes.join(', ')}. Kirby cannot make a form with this, and the Panel cannot open what uses the blueprint; a structure takes fields of all types.`,
    span: outerOf(node),
  };
}

/** A plugin may bring others: only what looks like a slip is one. */
function* unknownValidators(value: YamlNode, context: BlueprintContext): Iterable<Problem> {
  for (const { name, node, at } of validatorsIn(value)) {
    const written = name.toLowerCase();
    if (validatorNames.some((known) => known.toLowerCase() === written)) continue;
    const close = nearType(
      written,
      validatorNames.map((known) => known.toLowerCase()),
    );
    const near = validatorNames.find((known) => known.toLowerCase() === close);
    if (near === undefined) continue;
    yield {
      message: say`There is no validator "${name}". The Panel shows an error when such a field is to be saved, and keeps nothing. "${near}" may be meant.`,
      span: at,
      fixes: () => nameFix(context, node, near),
    };
  }
}

interface Validator {
  readonly name: string;
  /** Where it stands by itself; not as a key. */
  readonly node?: YamlNode;
  readonly at: YamlEntry['keySpan'];
}

function validatorsIn(value: YamlNode): readonly Validator[] {
  if (value.kind === 'map') return validatorKeys(value);
  return scalarsOf(value).flatMap((node) => {
    const name = textOfNode(node) ?? '';
    return name === '' ? [] : [{ name, node, at: outerOf(node) }];
  });
}

function validatorKeys({ entries }: YamlMap): readonly Validator[] {
  return entries.map(({ key, keySpan }) => ({ name: key, at: keySpan }));
}
