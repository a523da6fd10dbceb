import { applied } from '../../kirby/json/text-edit.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { say } from '../../kirby/text/say.ts';
import { type YamlNode, yamlTree, yamlValue } from '../../kirby/yaml/tree.ts';
import type { Fix } from '../rule.ts';
import { isSetTo } from '../yaml-fix.ts';
import type { BlueprintContext } from './rule.ts';

/**
 * Puts another name in the place of one, inside of the same quotation marks: `type: "texarea"` becomes
 * `type: "textarea"`. None where the file would not read as it did but for that.
 *
 * @param node where the name stands; `undefined`: it stands nowhere by itself
 */
export function nameFix(
  { file, tree, options: { yamlHandler } }: BlueprintContext,
  node: YamlNode | undefined,
  name: string,
): readonly Fix[] {
  if (node?.kind !== 'scalar' || !tree.ok) return [];
  const edits = [{ span: node.span, text: name }];
  const text = applied(file.text, edits);
  const after = text === undefined ? undefined : yamlTree(plainText(text, 0), yamlHandler);
  if (after?.ok !== true) return [];
  const isRight = isSetTo(after.root, node.outer.start, name, yamlValue(tree.root));
  return isRight ? [{ title: say`Change to "${name}"`, edits, safe: false }] : [];
}
