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
}

/** A file that holds a blueprint. The object stays the same as long as its set does. */
export interface BlueprintFile {
  readonly path: SitePath;
  readonly format: 'yaml' | 'php';
  readonly isPlugins: boolean;
  /** Of PHP nothing. */
  readonly text: string;
}
