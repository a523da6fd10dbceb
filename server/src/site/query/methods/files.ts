import type { FileEntry } from '../../site.ts';
import type { Collection, Method, Methods } from '../value.ts';
import { filesIn } from './children.ts';
import { texts } from './collection.ts';

/** What several files answer (`Kirby\Cms\Files`). */
export const filesMethods: Methods<Collection> = new Map<string, Method<Collection>>([
  ['template', byTemplate],
]);

export function filesAmong({ items }: Collection): readonly FileEntry[] {
  return items.filter((item) => item.kind === 'file');
}

/** A file has the template that its metadata names; `default` means those without one, too. */
function byTemplate(
  self: Collection,
  args: Parameters<Method<Collection>>[1],
): Collection | undefined {
  const names = texts(args);
  if (names === undefined) return undefined;
  const isDefault = names.length === 1 && names[0] === 'default';
  return filesIn(
    filesAmong(self).filter(({ content }) => {
      const template = content['template'] ?? '';
      return names.includes(template) || (isDefault && template === '');
    }),
  );
}
