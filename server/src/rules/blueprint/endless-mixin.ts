import { childOf, textOfNode } from '../../kirby/blueprint/parts.ts';
import { memo } from '../../kirby/text/memo.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import type { YamlHandler } from '../../kirby/yaml/read.ts';
import { outerOf, type YamlNode, yamlTree } from '../../kirby/yaml/tree.ts';
import type { BlueprintFile } from '../../site/blueprint-set.ts';
import type { BlueprintContext, BlueprintRule } from './rule.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A blueprint that extends itself, maybe by way of others. `Kirby\Cms\Blueprint::extend()` goes after
 * `extends` of a mixin before it goes on, and nothing ends that but PHP.
 */
export const endlessMixin: BlueprintRule = {
  code: 'endless-mixin',
  severity: 'error',
  *check(context) {
    const { tree, name } = context;
    for (const node of tree.ok ? extendsOf(tree.root) : []) {
      const way = wayBack(textOfNode(node) ?? '', name, context);
      if (way === undefined) continue;
      const [, ...between] = way.toReversed();
      yield {
        message:
          between.length === 0
            ? say`This blueprint extends itself. Kirby goes round in a circle until PHP stops with an error, and nothing that uses the blueprint can be opened; remove the name.`
            : say`This blueprint extends itself by way of ${between.toReversed().join(', ')}. Kirby goes round in a circle until PHP stops with an error, and nothing that uses one of them can be opened; remove one of the names.`,
        span: outerOf(node),
      };
    }
  },
};

/** From one name by `extends` to another, both included; `undefined`: no way leads there. */
function wayBack(
  from: string,
  to: string,
  { blueprints, options }: BlueprintContext,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const find = (name: string): readonly string[] | undefined => {
    if (name === to) return [name];
    if (seen.has(name)) return undefined;
    seen.add(name);
    const file = blueprints.source(name);
    for (const next of file === undefined ? [] : names[options.yamlHandler](file)) {
      const way = find(next);
      if (way !== undefined) return [name, ...way];
    }
    return undefined;
  };
  return find(from);
}

const names = {
  spyc: memo((file: BlueprintFile) => namesIn(file, 'spyc')),
  symfony: memo((file: BlueprintFile) => namesIn(file, 'symfony')),
};

function namesIn({ format, text }: BlueprintFile, handler: YamlHandler): readonly string[] {
  if (format !== 'yaml' || !text.includes('extends')) return [];
  const tree = yamlTree(plainText(text, 0), handler);
  return tree.ok ? extendsOf(tree.root).map((node) => textOfNode(node) ?? '') : [];
}

/** The names that a whole file extends. */
function extendsOf(root: YamlNode): readonly YamlNode[] {
  const given = childOf(root, 'extends')?.value;
  if (given === undefined) return [];
  return given.kind === 'list' ? given.items : [given];
}
