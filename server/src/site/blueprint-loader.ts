import type { Blueprint, Fieldset } from '../kirby/blueprint/blueprint.ts';
import type { ResolveContext } from '../kirby/blueprint/context.ts';
import type { RawBlueprint } from '../kirby/blueprint/raw.ts';
import { resolveBlockType, resolveBlueprint } from '../kirby/blueprint/resolve.ts';
import { fieldTypes } from '../kirby/field-types/index.ts';
import type { JsonValue } from '../kirby/json/value.ts';
import { readYaml } from '../kirby/yaml/read.ts';
import { blueprintName } from './blueprint-names.ts';
import type { BlueprintSet } from './blueprint-set.ts';
import { coreBlueprints } from './core-blueprints.ts';
import type { PluginBlueprint } from './plugins.ts';
import type { Model } from './site.ts';

/** What the reading of blueprints depends on besides their texts. */
export interface BlueprintOptions {
  readonly yamlHandler: 'spyc' | 'symfony';
  /** The languages that labels are wanted in, the best first; English comes next of itself. */
  readonly languages: readonly string[];
  /** Plugins may register blueprints and field types that no file shows. */
  readonly hasPlugins: boolean;
  /** Field types that plugins are known to register. */
  readonly fieldTypes?: ReadonlySet<string>;
  /** Blueprints that plugins register in their scripts, by name. */
  readonly registered?: ReadonlyMap<string, PluginBlueprint>;
  /** Kirby's option `blocks.fieldsets`, where the configuration spells it out. */
  readonly defaultFieldsets?: JsonValue;
}

const noOptions: BlueprintOptions = { yamlHandler: 'spyc', languages: [], hasPlugins: false };

/**
 * The blueprints of a site. A file is read when its blueprint is first asked for, and a blueprint
 * is resolved once; when a text changes, make a new set.
 *
 * @param texts by path below the site folder: `blueprints/pages/article.yml`,
 *   `plugins/seo/blueprints/tabs/seo.yml`. Of a PHP blueprint the path is enough.
 */
export function blueprintSet(
  texts: ReadonlyMap<string, string>,
  options: BlueprintOptions = noOptions,
): BlueprintSet {
  const context = resolveContext(texts, options);
  const blueprint = remember((name) => resolveBlueprint(name, context));
  const fieldset = remember((type) => resolveBlockType(type, context));
  const byModel = remember((name) =>
    withFallback(name, blueprint, options.hasPlugins || context.find(name) !== undefined),
  );
  const of = (model: Model): Blueprint | undefined => {
    if (model.kind !== 'user') return byModel(modelBlueprint(model));
    // The role stands in a PHP file beside the content; its blueprint may be another one.
    const usual = blueprint('users/default');
    return usual === undefined ? undefined : { ...usual, complete: false };
  };
  return { blueprint, fieldset, of };
}

/** What a loose file outside of any site can rely on: Kirby's own blocks. */
export const kirbyBlueprints: BlueprintSet = blueprintSet(new Map());

/** `Blueprint::find()`: the site's file, else the last plugin's, else Kirby's own. */
function resolveContext(
  texts: ReadonlyMap<string, string>,
  options: BlueprintOptions,
): ResolveContext {
  const files = filesByName(texts, options.registered ?? new Map());
  const find = remember((name): RawBlueprint | undefined => {
    const text = files.get(name);
    if (text === 'php') return { status: 'unreadable' };
    if (text !== undefined) return 'yaml' in text ? readBlueprint(text.yaml, options) : text.raw;
    const core = coreBlueprints.get(name);
    return core === undefined ? undefined : { status: 'read', value: core };
  });
  return {
    find,
    typeOrigin: (type) => {
      if (fieldTypes.has(type)) return 'core';
      const mayBePlugin = options.hasPlugins || options.fieldTypes?.has(type) === true;
      return mayBePlugin ? 'plugin' : 'unknown';
    },
    languages: options.languages,
    defaultFieldsets: options.defaultFieldsets,
  };
}

type BlueprintFile = { readonly yaml: string } | { readonly raw: RawBlueprint } | 'php';

function filesByName(
  texts: ReadonlyMap<string, string>,
  registered: ReadonlyMap<string, PluginBlueprint>,
): ReadonlyMap<string, BlueprintFile> {
  const files = new Map<string, BlueprintFile>();
  const own = new Map<string, BlueprintFile>();
  for (const path of [...texts.keys()].sort()) {
    const found = blueprintName(path);
    if (found === undefined) continue;
    const file = found.format === 'php' ? 'php' : { yaml: texts.get(path) ?? '' };
    (found.owner === 'site' ? own : files).set(found.name, file);
  }
  for (const [name, blueprint] of registered) {
    const file = registeredFile(blueprint, texts);
    // A file of that name in the folder of blueprints is likelier to be meant than nothing.
    if (file !== 'php' || !files.has(name)) files.set(name, file);
  }
  return new Map([...files, ...own]);
}

function registeredFile(
  blueprint: PluginBlueprint,
  texts: ReadonlyMap<string, string>,
): BlueprintFile {
  if (blueprint.kind === 'array') {
    return blueprint.raw.status === 'unreadable' ? 'php' : { raw: blueprint.raw };
  }
  const yaml = texts.get(blueprint.path);
  return yaml === undefined ? 'php' : { yaml };
}

function readBlueprint(text: string, options: BlueprintOptions): RawBlueprint {
  const read = readYaml(text, options.yamlHandler);
  return read.ok ? { status: 'read', value: read.value } : { status: 'unreadable' };
}

/** The name of the blueprint that a model asks for. */
function modelBlueprint(model: Exclude<Model, { kind: 'user' }>): string {
  switch (model.kind) {
    case 'site':
      return 'site';
    case 'page':
      return `pages/${model.page.template}`;
    case 'file':
      return `files/${model.file.content['template'] ?? 'default'}`;
  }
}

/**
 * Kirby's fallback from `pages/article` to `pages/default`. Where the model's own blueprint may
 * exist after all, the default's fields are not known to be all.
 */
function withFallback(
  name: string,
  blueprint: (name: string) => Blueprint | undefined,
  mayExist: boolean,
): Blueprint | undefined {
  const own = blueprint(name);
  if (own !== undefined) return own;
  const fallback = blueprint(`${name.split('/')[0] ?? ''}/default`);
  return fallback === undefined
    ? undefined
    : { ...fallback, complete: fallback.complete && !mayExist };
}

/** A function of a name that computes each answer once. */
function remember<Value extends Blueprint | Fieldset | RawBlueprint | undefined>(
  derive: (name: string) => Value,
): (name: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (name) => {
    let hit = known.get(name);
    if (hit === undefined) {
      hit = { value: derive(name) };
      known.set(name, hit);
    }
    return hit.value;
  };
}
