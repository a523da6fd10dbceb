/** Where a site keeps its blueprints, and those of its plugins. */
export interface BlueprintName {
  /** `pages/article` of `site/blueprints/pages/article.yml`. */
  readonly name: string;
  readonly owner: 'site' | 'plugin';
  /** Whether the file is YAML; what PHP returns cannot be read here. */
  readonly format: 'yaml' | 'php';
}

/**
 * The name that a file registers a blueprint under, from its path below the site folder. Kirby
 * reads its own only from `.yml`; a plugin registers whatever it likes, most often each file of its
 * `blueprints` folder by its relative path, which is what is assumed here. `undefined`: no
 * blueprint, or a plugin that is switched off by a leading `_` or `.`.
 */
export function blueprintName(path: string): BlueprintName | undefined {
  const own = /^blueprints\/(.+)\.yml$/.exec(path)?.[1];
  if (own !== undefined) return { name: own, owner: 'site', format: 'yaml' };
  const [, name, extension] =
    /^plugins\/(?![_.])[^/]+\/(?:[^/]+\/)*?blueprints\/(.+)\.(yml|yaml|php)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  return { name, owner: 'plugin', format: extension === 'php' ? 'php' : 'yaml' };
}

/** Whether a file, by its path below the site folder, belongs to what `blueprintSet()` is made of. */
export function isBlueprintFile(path: string): boolean {
  return blueprintName(path) !== undefined;
}
