import { type FieldPart, type MixinPart, textOfNode } from '../../kirby/blueprint/parts.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { applied } from '../../kirby/json/text-edit.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { distance, likelySlips, nearest } from '../../kirby/text/near.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { isSameYaml } from '../../kirby/yaml/edit.ts';
import { outerOf, type YamlNode, yamlTree, yamlValue } from '../../kirby/yaml/tree.ts';
import type { BlueprintSet } from '../../site/blueprint-set.ts';
import { nameFix } from './name-fix.ts';
import type { Fix, Problem } from '../rule.ts';
import type { BlueprintContext, BlueprintRule } from './rule.ts';
import { valueWith } from './value-with.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A mixin that is not there; `Blueprint::extend()` passes over it. Said only of a name that is nearly
 * that of another: the plugin that brings a mixin need not be in the repository.
 */
export const missingMixin: BlueprintRule = {
  code: 'missing-mixin',
  severity: 'warning',
  *check(context) {
    const { parts, blueprints } = context;
    for (const { of, isAlone, name, node, span } of parts.mixins) {
      const near = blueprints.lacks(name) ? nearName(name, blueprints) : undefined;
      if (near === undefined) continue;
      yield {
        message: say`There is no blueprint "${name}". ${effects[of]()} "${near}" may be meant.`,
        span,
        fixes: () => nameFix(context, node, near),
        // A field that nothing else defines has no type, and what pages have in it is lost.
        ...(of === 'field' && isAlone ? { severity: 'error' } : {}),
      };
    }
    for (const field of parts.fields) yield* typeAlone(field, context);
  },
};

/** `size: number`, which names a blueprint and not a type (`Blueprint::fieldProps()`). */
function* typeAlone(
  { name, node, isWhole }: FieldPart,
  context: BlueprintContext,
): Iterable<Problem> {
  const { blueprints } = context;
  const type = textOfNode(node) ?? '';
  if (name === undefined || !isWhole || !storages.has(type) || !blueprints.lacks(type)) return;
  // The name says the type as well: `email: email`.
  if (asciiLower(name) === type) return;
  const isError = blueprints.typeOrigin(asciiLower(name)) === 'unknown';
  yield {
    message: isError
      ? say`Behind the name of a field stands a blueprint, and there is none "${type}". Kirby shows an error in place of the field, and a save in the Panel removes its values. Write "type: ${type}" below the name.`
      : say`Behind the name of a field stands a blueprint, and there is none "${type}". Kirby makes a field of the type "${name}" of it. Write "type: ${type}" below the name.`,
    span: outerOf(node),
    ...(isError ? { severity: 'error' as const } : {}),
    fixes: () => typeFix(node, type, context),
  };
}

function typeFix(
  node: YamlNode,
  type: string,
  { file, tree, options }: BlueprintContext,
): readonly Fix[] {
  if (!tree.ok) return [];
  const { start, end } = outerOf(node);
  const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  const indent = /^ */.exec(line)?.[0] ?? '';
  const gap = /[ \t]*$/.exec(line)?.[0].length ?? 0;
  const edits = [{ span: { start: start - gap, end }, text: `\n${indent}  type: ${type}` }];
  const text = applied(file.text, edits);
  const after = text === undefined ? undefined : yamlTree(plainText(text, 0), options.yamlHandler);
  const wanted = valueWith(tree.root, node, { type });
  return after?.ok === true && isSameYaml(yamlValue(after.root), wanted)
    ? [{ title: say`Write "type: ${type}"`, edits, safe: false }]
    : [];
}

const effects: Readonly<Record<MixinPart['of'], () => string>> = {
  blueprint: () => say`Kirby goes on without it, and all that it should bring is missing.`,
  tab: () => say`Kirby goes on without it, and all that it should bring is missing in the tab.`,
  section: () =>
    say`Kirby goes on without it, and all that it should bring is missing in the section.`,
  field: () =>
    say`Kirby goes on without it; a field that gets no type in another way is replaced by an error, and a save in the Panel removes its values.`,
  fieldset: () => say`Kirby goes on without it, and all that it should bring is missing.`,
};

/** A name in the same folder that differs by a slip of the pen. */
function nearName(name: string, { files }: BlueprintSet): string | undefined {
  const folder = folderIn(name);
  const short = name.slice(folder.length);
  const [near] = nearest(files.keys(), (other) =>
    folderIn(other) === folder
      ? distance(short, other.slice(folder.length), Math.min(2, likelySlips(short)))
      : undefined,
  );
  return near;
}

function folderIn(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}
