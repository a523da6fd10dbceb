import type { Blueprint, Fieldset } from '../kirby/blueprint/blueprint.ts';
import type { ResolveContext } from '../kirby/blueprint/context.ts';
import type { RawBlueprint } from '../kirby/blueprint/raw.ts';
import { resolveBlockType, resolveBlueprint } from '../kirby/blueprint/resolve.ts';
import { fieldTypes } from '../kirby/field-types/index.ts';
import type { JsonValue } from '../kirby/json/value.ts';
import { readYaml } from '../kirby/yaml/read.ts';
import { blueprintName } from './blueprint-names.ts';
import type { BlueprintFile, BlueprintSet } from './blueprint-set.ts';
import { coreBlueprints } from './core-blueprints.ts';
import type { PluginBlueprint } from './plugins.ts';
import type { Model } from './site.ts';
import { sitePath, type SitePath } from './site-path.ts';

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
  /** The path in the site of a path below the site folder; by default that folder is `site`. */
  readonly pathOf?: (part: string) => SitePath;
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
  const pathOf = options.pathOf ?? ((part: string): SitePath => sitePath(`site/${part}`));
  const files = filesByName(texts, options.registered ?? new Map(), pathOf);
  const context = resolveContext(files, options);
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
  return {
    blueprint,
    fieldset,
    of,
    source: (name) => files.get(name),
    files,
    lacks: (name) => !options.hasPlugins && context.find(name) === undefined,
    typeOrigin: (type) =>
      options.fieldTypes?.has(type) === true ? 'plugin' : context.typeOrigin(type),
  };
}

/** What a loose file outside of any site can rely on: Kirby's own blocks. */
export const kirbyBlueprints: BlueprintSet = blueprintSet(new Map());

/** `Blueprint::find()`: the site's file, else the last plugin's, else Kirby's own. */
function resolveContext(
  files: ReadonlyMap<string, BlueprintFile>,
  options: BlueprintOptions,
): ResolveContext {
  const arrays = registeredArrays(options.registered ?? new Map(), files);
  const find = remember((name): RawBlueprint | undefined => {
    const array = arrays.get(name);
    if (array !== undefined) return array;
    const file = files.get(name);
    if (file?.format === 'php') return { status: 'unreadable' };
    if (file !== undefined) return readBlueprint(file.text, options);
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

function filesByName(
  texts: ReadonlyMap<string, string>,
  registered: ReadonlyMap<string, PluginBlueprint>,
  pathOf: (part: string) => SitePath,
): ReadonlyMap<string, BlueprintFile> {
  const files = new Map<string, BlueprintFile>();
  const own = new Map<string, BlueprintFile>();
  for (const part of [...texts.keys()].sort()) {
    const found = blueprintName(part);
    if (found === undefined) continue;
    const text = found.format === 'php' ? '' : (texts.get(part) ?? '');
    const isPlugins = found.owner === 'plugin';
    const file = { path: pathOf(part), format: found.format, text, isPlugins };
    (found.owner === 'site' ? own : files).set(found.name, file);
  }
  for (const [name, blueprint] of registered) {
    const text = blueprint.kind === 'file' ? texts.get(blueprint.path) : undefined;
    if (blueprint.kind !== 'file' || text === undefined) continue;
    files.set(name, { path: pathOf(blueprint.path), format: 'yaml', text, isPlugins: true });
  }
  return new Map([...files, ...own]);
}

/**
 * What plugins register without a file that could be read. A file of that name in a folder of
 * blueprints is likelier to be meant than what only PHP could tell; the site's own counts before all.
 */
function registeredArrays(
  registered: ReadonlyMap<string, PluginBlueprint>,
  files: ReadonlyMap<string, BlueprintFile>,
): ReadonlyMap<string, RawBlueprint> {
  const arrays = new Map<string, RawBlueprint>();
  for (const [name, blueprint] of registered) {
    const file = files.get(name);
    const raw: RawBlueprint = blueprint.kind === 'array' ? blueprint.raw : { status: 'unreadable' };
    if (file === undefined || (raw.status === 'read' && file.isPlugins)) arrays.set(name, raw);
  }
  return arrays;
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
