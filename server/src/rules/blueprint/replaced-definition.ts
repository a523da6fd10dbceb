import { type YamlEntry as OutlineEntry, yamlOutline } from '../../kirby/yaml/outline.ts';
import type { YamlNode } from '../../kirby/yaml/tree.ts';
import type { Problem } from '../rule.ts';
import type { BlueprintRule } from './rule.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A key that is there twice in one map. Spyc takes the later one for the only one; Symfony refuses
 * the file.
 */
export const replacedDefinition: BlueprintRule = {
  code: 'replaced-definition',
  severity: 'error',
  check: ({ tree, file }) =>
    tree.ok ? replacedIn(yamlOutline(file.text), placesOfKeys(tree.root)) : [],
};

/** @param read where the keys stand that the engine has taken */
function* replacedIn(
  entries: readonly OutlineEntry[],
  read: ReadonlySet<number>,
): Iterable<Problem> {
  const last = new Map(
    entries.flatMap((entry) => (entry.isItem ? [] : [[entry.key, entry] as const])),
  );
  for (const entry of entries) {
    const other = last.get(entry.key);
    const isReplaced =
      !entry.isItem &&
      other !== undefined &&
      other !== entry &&
      !read.has(entry.keySpan.start) &&
      read.has(other.keySpan.start);
    if (isReplaced) {
      yield {
        message: say`"${entry.key}" stands here a second time further down, and Kirby drops everything below this one. Rename or remove one of the two.`,
        span: entry.keySpan,
        related: [{ message: say`The one that counts`, span: other.keySpan }],
      };
    } else yield* replacedIn(entry.entries, read);
  }
}

function placesOfKeys(root: YamlNode): ReadonlySet<number> {
  const places = new Set<number>();
  const look = (node: YamlNode): void => {
    if (node.kind === 'list') node.items.forEach(look);
    if (node.kind !== 'map') return;
    for (const { keySpan, value } of node.entries) {
      places.add(keySpan.start);
      look(value);
    }
  };
  look(root);
  return places;
}
