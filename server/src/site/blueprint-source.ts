import { fieldName } from '../kirby/content/parse.ts';
import type { Span } from '../kirby/text/span.ts';
import type { BlueprintFile, BlueprintSet } from './blueprint-set.ts';
import {
  child,
  children,
  extended,
  type FindFile,
  layersOf,
  mixinsOf,
  placeOfLayer,
  scalarOf,
  type SourceLayers,
} from './source-layers.ts';

/**
 * One step of the way to what blueprints define: from the blueprint to a field, from a layout field
 * to a block type or to a setting of its rows, from a block or a structure to a field of its own. A
 * block as the first step is the block type by itself.
 */
export type SourceStep =
  | { readonly kind: 'blueprint'; readonly name: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'setting'; readonly name: string }
  | { readonly kind: 'block'; readonly type: string };

/** A place in a blueprint file. */
export interface SourcePlace {
  readonly file: BlueprintFile;
  readonly span: Span;
}

/**
 * Where something is defined, the place that counts first: a field's name in the blueprint, then the
 * same name in the mixins it is laid over, then the files of the mixins that it names. Nothing where
 * Kirby's own blueprints or PHP define it.
 *
 * The way is searched for in the texts, by the order in which `resolveBlueprint()` reads them.
 */
export function sourcePlaces(
  { source: find }: Pick<BlueprintSet, 'source'>,
  steps: readonly SourceStep[],
): readonly SourcePlace[] {
  let found: Found | undefined;
  for (const step of steps) {
    found = take(found, step, find);
    if (found === undefined) return [];
  }
  return found === undefined ? [] : placesOf(found, find);
}

interface Found {
  readonly kind: 'blueprint' | 'field' | 'block';
  /** Its own text, and what that replaces in the mixins around it. */
  readonly own: SourceLayers;
  /** The mixins that it names. */
  readonly mixins: readonly string[];
  /** Its own text laid over these. */
  readonly whole: SourceLayers;
}

function take(from: Found | undefined, step: SourceStep, find: FindFile): Found | undefined {
  switch (step.kind) {
    case 'blueprint':
      return fromFile('blueprint', step.name, find);
    case 'block': {
      const offered = from && findBlock(child(from.whole, 'fieldsets'), step.type, find);
      return offered ?? fromFile('block', `blocks/${step.type}`, find);
    }
    case 'setting': {
      const settings = extended(child(from?.whole ?? [], 'settings'), find);
      return findField(fieldsetMaps(settings, find), step.name, find);
    }
    case 'field':
      return from && findField(fieldMaps(from, find), step.name, find);
  }
}

function fromFile(kind: Found['kind'], name: string, find: FindFile): Found | undefined {
  const whole = layersOf(name, find);
  return whole.length === 0 ? undefined : { kind, own: whole.slice(0, 1), mixins: [], whole };
}

/** More groups in one another than this only come from one that holds itself. */
const DEEPEST = 8;

/** A field in some of the maps that hold fields, also in their groups. */
function findField(
  maps: readonly SourceLayers[],
  name: string,
  find: FindFile,
  depth = 0,
): Found | undefined {
  const wanted = fieldName(name);
  const fields = maps.flatMap(children).filter(([, own]) => scalarOf(own) !== 'false');
  for (const [key, own] of fields) {
    const isNamedSo = fieldName(key) === wanted;
    const mixins = mixinsOf(own);
    // Most fields have another name and are no group: their mixins need not be looked at.
    const mayBeGroup = mixins.length > 0 || (scalarOf(child(own, 'type')) ?? key) === 'group';
    if (!isNamedSo && !mayBeGroup) continue;
    const whole = extended(own, find);
    if ((scalarOf(child(whole, 'type')) ?? key) === 'group') {
      // A group may have the name of a field in it.
      const inside =
        depth < DEEPEST ? findField([child(whole, 'fields')], name, find, depth + 1) : undefined;
      if (inside !== undefined) return inside;
    } else if (isNamedSo) return { kind: 'field', own, mixins, whole };
  }
  return undefined;
}

/** The maps that hold the fields of what was found. */
function fieldMaps({ kind, whole }: Found, find: FindFile): readonly SourceLayers[] {
  switch (kind) {
    case 'blueprint':
      return blueprintMaps(whole, find);
    case 'block':
      return fieldsetMaps(whole, find);
    case 'field':
      return [child(whole, 'fields')];
  }
}

/** The maps that hold the fields of a blueprint, over its tabs, columns and sections. */
function blueprintMaps(root: SourceLayers, find: FindFile): readonly SourceLayers[] {
  return (
    levelMaps(root, find) ??
    children(child(root, 'tabs')).flatMap(([, tab]) => levelMaps(extended(tab, find), find) ?? [])
  );
}

/** On one level `fields` hides `sections`, which hides `columns`, which hides `tabs`. */
function levelMaps(level: SourceLayers, find: FindFile): readonly SourceLayers[] | undefined {
  const fields = child(level, 'fields');
  if (scalarOf(child(level, 'preset')) === 'page') {
    return [fields, ...sectionMaps(child(level, 'sidebar'), find)];
  }
  if (fields.length > 0) return [fields];
  const sections = child(level, 'sections');
  if (sections.length > 0) return sectionMaps(sections, find);
  const columns = child(level, 'columns');
  if (columns.length === 0) return undefined;
  return children(columns).flatMap(([, column]) => {
    const own = child(column, 'fields');
    return own.length > 0 ? [own] : sectionMaps(child(column, 'sections'), find);
  });
}

function sectionMaps(sections: SourceLayers, find: FindFile): readonly SourceLayers[] {
  return children(sections).map(([, section]) => child(extended(section, find), 'fields'));
}

/** The fields of a block or of row settings; where there are tabs, its own do not count. */
function fieldsetMaps(fieldset: SourceLayers, find: FindFile): readonly SourceLayers[] {
  const tabs = children(child(fieldset, 'tabs'));
  return tabs.length === 0
    ? [child(fieldset, 'fields')]
    : tabs.map(([, tab]) => child(extended(tab, find), 'fields'));
}

/** A block type among the fieldsets of a field, also in their groups. */
function findBlock(
  fieldsets: SourceLayers,
  type: string,
  find: FindFile,
  depth = 0,
): Found | undefined {
  for (const [key, own] of children(fieldsets)) {
    const given = scalarOf(own);
    if (given === 'false') continue;
    const isItem = own[0]?.entry?.isItem === true;
    const name = isItem && given !== undefined ? given : key;
    const isBare = given !== undefined && (isItem || meansYes.test(given));
    const mixins = isBare ? [`blocks/${name}`] : mixinsOf(own);
    const whole = [...own, ...mixins.flatMap((mixin) => layersOf(mixin, find))];
    const ownType = scalarOf(child(whole, 'type')) ?? name;
    if (ownType === 'group' && depth < DEEPEST) {
      const inside = findBlock(child(whole, 'fieldsets'), type, find, depth + 1);
      if (inside !== undefined) return inside;
    } else if (ownType === type) return { kind: 'block', own, mixins, whole };
  }
  return undefined;
}

const meansYes = /^(?:true|yes|on|y)$/iu;

function placesOf({ kind, own, mixins }: Found, find: FindFile): readonly SourcePlace[] {
  const names = own.map((layer) => ({ file: layer.file, span: placeOfLayer(layer) }));
  const files = mixins.flatMap((name) => {
    const file = find(name);
    return file === undefined ? [] : [{ file, span: { start: 0, end: 0 } }];
  });
  // A block that is only named is defined in its own file.
  const isNamedOnly = kind === 'block' && own.every(({ entries }) => entries.length === 0);
  return isNamedOnly && files.length > 0 ? files : [...names, ...files];
}
