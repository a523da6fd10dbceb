import { childOf, hasKey, type LevelPart } from '../../kirby/blueprint/parts.ts';
import type { YamlNode } from '../../kirby/yaml/tree.ts';
import type { BlueprintRule } from './rule.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * Of `fields`, `sections`, `columns` and `tabs` beside each other the first one counts:
 * `Kirby\Cms\Blueprint::__construct()` turns each into the next and overwrites what was there.
 */
export const ignoredPart: BlueprintRule = {
  code: 'ignored-part',
  severity: 'warning',
  *check({ parts }) {
    for (const { kind, map } of parts.levels) {
      // Presets take some of them apart, and a type means that this is no blueprint of a model.
      if (hasKey(map, 'preset') || hasKey(map, 'type')) continue;
      const [winner, ...rest] = keysOf[kind].filter((key) => hasKey(map, key));
      for (const key of rest) {
        const entry = childOf(map, key);
        if (entry === undefined || isEmpty(entry.value)) continue;
        yield {
          message: say`Kirby ignores these ${key}, because there are ${String(winner)} beside them: everything in here is missing in the Panel. Move the ${String(winner)} into the ${key}, or remove one of the two.`,
          span: entry.keySpan,
        };
      }
    }
  },
};

const keysOf: Readonly<Record<LevelPart['kind'], readonly string[]>> = {
  blueprint: ['fields', 'sections', 'columns', 'tabs'],
  tab: ['fields', 'sections', 'columns'],
  column: ['fields', 'sections'],
};

function isEmpty(node: YamlNode): boolean {
  switch (node.kind) {
    case 'scalar':
      return true;
    case 'list':
      return node.items.length === 0;
    case 'map':
      return node.entries.length === 0;
  }
}
