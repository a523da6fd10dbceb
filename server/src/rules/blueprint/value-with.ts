import type { JsonValue } from '../../kirby/json/value.ts';
import type { YamlNode } from '../../kirby/yaml/tree.ts';

/** The value of a tree with another one in the place of one node. */
export function valueWith(root: YamlNode, node: YamlNode, value: JsonValue): JsonValue {
  if (root === node) return value;
  switch (root.kind) {
    case 'scalar':
      return root.value;
    case 'list':
      return root.items.map((item) => valueWith(item, node, value));
    case 'map':
      return Object.fromEntries(
        root.entries.map((entry) => [entry.key, valueWith(entry.value, node, value)]),
      );
  }
}
