import {
  type BlueprintKind,
  blueprintKind,
  type BlueprintParts,
  blueprintParts,
} from '../../kirby/blueprint/parts.ts';
import { lazy } from '../../kirby/blueprint/lazy.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { type YamlTree, yamlTree } from '../../kirby/yaml/tree.ts';
import type { BlueprintFile, BlueprintSet } from '../../site/blueprint-set.ts';
import type { Site, SiteOptions } from '../../site/site.ts';
import type { SitePath } from '../../site/site-path.ts';
import type { AnyRule, Problem } from '../rule.ts';

/** One kind of thing that can be wrong in a blueprint. All depends on the blueprints of the site alone. */
export interface BlueprintRule extends AnyRule {
  check(context: BlueprintContext): Iterable<Problem>;
}

/** One YAML file that holds a blueprint or a mixin, and the others around it. */
export interface BlueprintContext {
  /** `pages/article` */
  readonly name: string;
  readonly kind: BlueprintKind;
  readonly file: BlueprintFile;
  readonly blueprints: BlueprintSet;
  readonly options: SiteOptions;
  /** As the engine of the site reads the file. */
  readonly tree: YamlTree;
  /** Nothing where the engine refuses the file. */
  readonly parts: BlueprintParts;
}

/**
 * What the rules see of a blueprint of a site. `undefined`: no blueprint that counts stands there, or
 * it is not known yet, or never, how Kirby reads it.
 */
export function blueprintContext(
  { state, options, blueprints }: Pick<Site, 'state' | 'options' | 'blueprints'>,
  path: SitePath,
): BlueprintContext | undefined {
  if (state !== 'ready' || !options.isYamlHandlerKnown) return undefined;
  // Kirby 2 had the blueprints of pages beside one another, and read them in another way.
  if (![...blueprints.files.keys()].some((name) => name.startsWith('pages/'))) return undefined;
  const found = [...blueprints.files].filter(([, file]) => file.path === path);
  const [name = '', file] = found[0] ?? [];
  if (file?.format !== 'yaml') return undefined;
  const known = contexts.get(file);
  if (known !== undefined) return known;
  // A plugin may register one file under several names.
  const kinds = new Set(found.map(([other]) => blueprintKind(other)));
  const kind = kinds.size === 1 ? blueprintKind(name) : 'unknown';
  const context = newContext(name, kind, file, blueprints, options);
  contexts.set(file, context);
  return context;
}

/** A set makes its files anew, and options come with a set of their own. */
const contexts = new WeakMap<BlueprintFile, BlueprintContext>();

const noParts: BlueprintParts = { fields: [], sections: [], levels: [], mixins: [] };

function newContext(
  name: string,
  kind: BlueprintKind,
  file: BlueprintFile,
  blueprints: BlueprintSet,
  options: SiteOptions,
): BlueprintContext {
  const tree = lazy(() => yamlTree(plainText(file.text, 0), options.yamlHandler));
  const parts = lazy(() => {
    const read = tree();
    return read.ok ? blueprintParts(read.root, kind) : noParts;
  });
  return {
    name,
    kind,
    file,
    blueprints,
    options,
    get tree() {
      return tree();
    },
    get parts() {
      return parts();
    },
  };
}
