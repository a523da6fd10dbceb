import type { RawBlueprint } from '../kirby/blueprint/raw.ts';
import { literalJson } from './php/literal-json.ts';
import { isPhpArray, type PhpArray, type PhpValue, readPhp } from './php/literal.ts';

/** What the plugins of a site register, as far as their `index.php` is literal. */
export interface Plugins {
  /** By name; of two plugins the later one counts. */
  readonly blueprints: ReadonlyMap<string, PluginBlueprint>;
  /** Types of fields, in lower case. */
  readonly fieldTypes: ReadonlySet<string>;
  /** Types of blocks that have a snippet or a model. */
  readonly blockTypes: ReadonlySet<string>;
}

/** A file by its path below the site folder, or what stands in the array itself. */
export type PluginBlueprint =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'array'; readonly raw: RawBlueprint };

/** The entry script of a plugin, by its path below the site folder. Switched off by a leading `_`. */
export const pluginScript = /^plugins\/[^/_.][^/]*\/index\.php$/;

/**
 * Reads the calls of `Kirby::plugin()` (`Kirby\Cms\App::plugin()`) without running them.
 *
 * @param parts texts by their path below the site folder
 */
export function readPlugins(parts: ReadonlyMap<string, string>): Plugins {
  const blueprints = new Map<string, PluginBlueprint>();
  const fieldTypes = new Set<string>();
  const blockTypes = new Set<string>();
  const scripts = [...parts.keys()].filter((path) => pluginScript.test(path)).sort();
  for (const path of scripts) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    for (const extension of extensionsIn(parts.get(path) ?? '', folder)) {
      for (const [name, value] of entriesAt(extension, 'blueprints')) {
        blueprints.set(name, blueprintFrom(value));
      }
      for (const [name] of entriesAt(extension, 'fields')) fieldTypes.add(name.toLowerCase());
      for (const [name] of entriesAt(extension, 'blockModels')) blockTypes.add(name);
      for (const [name] of entriesAt(extension, 'snippets')) {
        if (name.startsWith('blocks/')) blockTypes.add(name.slice('blocks/'.length));
      }
    }
  }
  return { blueprints, fieldTypes, blockTypes };
}

/** The arrays that a script hands to Kirby. */
function extensionsIn(source: string, folder: string): readonly PhpArray[] {
  // The leading slash makes the folder absolute, as `__DIR__` is.
  return readPhp(source, `/${folder}`).called.flatMap(({ name, arguments: given }) => {
    const extension =
      name === 'Kirby::plugin' || name === 'App::plugin' ? given.get('1') : undefined;
    return isPhpArray(extension) ? [extension] : [];
  });
}

function entriesAt(extension: PhpArray, key: string): Iterable<readonly [string, PhpValue]> {
  const found = extension.get(key);
  return isPhpArray(found) ? found : [];
}

/** A path to YAML, a literal array; anything else only PHP can tell. */
function blueprintFrom(value: PhpValue): PluginBlueprint {
  if (typeof value === 'string' && /^\/plugins\/.+\.yml$/.test(value)) {
    return { kind: 'file', path: normalised(value.slice(1)) };
  }
  const json = isPhpArray(value) ? literalJson(value) : undefined;
  return {
    kind: 'array',
    raw: json === undefined ? { status: 'unreadable' } : { status: 'read', value: json },
  };
}

/** Without `.` and `..`: `plugins/a/src/../x.yml` → `plugins/a/x.yml`. */
function normalised(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
