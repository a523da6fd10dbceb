import type { Blueprint, Fieldset } from '../kirby/blueprint/blueprint.ts';
import type { Model } from './site.ts';
import type { SitePath } from './site-path.ts';

/**
 * The blueprints of a site: its own YAML files, its plugins', Kirby's own. `blueprint-loader.ts`
 * makes one of the texts of all files that `isBlueprintFile()` picks: what the index has to read.
 */
export interface BlueprintSet {
  /** The blueprint of a model, with Kirby's fallbacks; `undefined` when nothing can be read. */
  of(model: Model): Blueprint | undefined;
  /** `pages/article` → its blueprint, resolved once per revision. */
  blueprint(name: string): Blueprint | undefined;
  /** A block type by itself (`blocks/card`, else Kirby's own): for a field whose blueprint is unknown. */
  fieldset(type: string): Fieldset | undefined;
  /** The file that a blueprint or mixin stands in; `undefined` for Kirby's own. */
  source(name: string): BlueprintFile | undefined;
  /** All blueprints and mixins that stand in files and count, by name. */
  readonly files: ReadonlyMap<string, BlueprintFile>;
  /**
   * Whether a name certainly leads nowhere: no file, nothing that a plugin registers as far as can be
   * read, and nothing of Kirby's own. Where plugins are, no name is certain to.
   */
  lacks(name: string): boolean;
  /**
   * Whose a field type is. `plugin`: a plugin brings it, or could; also one of Kirby's own that a
   * plugin replaces. `unknown`: nobody's.
   */
  typeOrigin(type: string): 'core' | 'plugin' | 'unknown';
}

/** A file that holds a blueprint. The object stays the same as long as its set does. */
export interface BlueprintFile {
  readonly path: SitePath;
  readonly format: 'yaml' | 'php';
  readonly isPlugins: boolean;
  /** Of PHP nothing. */
  readonly text: string;
}
