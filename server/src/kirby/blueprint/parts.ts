import type { Span } from '../text/span.ts';
import { outerOf, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/tree.ts';

/**
 * What a blueprint file is, by its name. `unknown`: a mixin in a folder of the author's own, which
 * may be any of them.
 */
export type BlueprintKind = 'model' | 'tab' | 'section' | 'field' | 'fieldset' | 'unknown';

/** `pages/article` is one of a model, `fields/cover` a field; the folders are Kirby's conventions. */
export function blueprintKind(name: string): BlueprintKind {
  if (name === 'site') return 'model';
  const slash = name.indexOf('/');
  return slash < 0 ? 'unknown' : (kinds.get(name.slice(0, slash)) ?? 'unknown');
}

const kinds: ReadonlyMap<string, BlueprintKind> = new Map<string, BlueprintKind>([
  ['pages', 'model'],
  ['files', 'model'],
  ['users', 'model'],
  ['tabs', 'tab'],
  ['sections', 'section'],
  ['fields', 'field'],
  ['blocks', 'fieldset'],
]);

/** A field, section or tab as a file defines it. */
export interface Definition {
  /** `undefined`: the file is the definition, and whoever uses it gives the name. */
  readonly name: string | undefined;
  /** The name where it stands; of a file its start. */
  readonly nameSpan: Span;
  readonly node: YamlNode;
  /** `false`: it may be laid over another definition, which stands in a mixin of what is around it. */
  readonly isWhole: boolean;
}

export interface FieldPart extends Definition {
  /**
   * `top`: its value is a field of a content file. `inner`: it stands in a row, an object or a block.
   * `unknown`: that depends on who uses the file.
   */
  readonly place: 'top' | 'inner' | 'unknown';
}

/** A map that may hold `fields`, `sections`, `columns`, of which Kirby takes one. */
export interface LevelPart {
  readonly kind: 'blueprint' | 'tab' | 'column';
  readonly map: YamlMap;
}

/** The name of another blueprint that is merged in. */
export interface MixinPart {
  readonly of: 'blueprint' | 'tab' | 'section' | 'field' | 'fieldset';
  /** The name alone stands in place of the definition: `cover: fields/cover`. */
  readonly isAlone: boolean;
  readonly name: string;
  readonly node: YamlNode;
  readonly span: Span;
}

/** The parts of one blueprint file, each in the order of the file; nothing of its mixins. */
export interface BlueprintParts {
  readonly fields: readonly FieldPart[];
  readonly sections: readonly Definition[];
  readonly levels: readonly LevelPart[];
  readonly mixins: readonly MixinPart[];
}

/** Finds the parts of a blueprint, as `Kirby\Cms\Blueprint` and `Kirby\Cms\Fieldset` look for them. */
export function blueprintParts(root: YamlNode, kind: BlueprintKind): BlueprintParts {
  const walk = new Walk();
  walk.file(root, kind);
  return walk;
}

/** The value of a key, `null` too. */
export function childOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The text of a scalar that is one. */
export function textOfNode(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** What PHP's `isset()` says of a key. */
export function hasKey(node: YamlNode, key: string): boolean {
  const value = childOf(node, key)?.value;
  return value !== undefined && !(value.kind === 'scalar' && value.value === null);
}

/**
 * The type of a field or section, with the place that says so; `undefined` where a mixin may say it.
 * Without a `node` it is the name of the definition.
 */
export function typeOfDefinition({
  name,
  nameSpan,
  node,
  isWhole,
}: Definition):
  { readonly type: string; readonly span: Span; readonly node?: YamlNode } | undefined {
  const own = childOf(node, 'type')?.value;
  const type = textOfNode(own) ?? '';
  if (own !== undefined && type !== '') return { type, span: outerOf(own), node: own };
  const isOther = own !== undefined && !(own.kind === 'scalar' && (own.value ?? '') === '');
  const isMixin = hasKey(node, 'extends') || (textOfNode(node) ?? '') !== '';
  return name === undefined || !isWhole || isOther || isMixin
    ? undefined
    : { type: name, span: nameSpan };
}

type Place = FieldPart['place'];

/** What is known of where a definition stands. */
interface Around {
  readonly place: Place;
  readonly isWhole: boolean;
}

class Walk implements BlueprintParts {
  readonly fields: FieldPart[] = [];
  readonly sections: Definition[] = [];
  readonly levels: LevelPart[] = [];
  readonly mixins: MixinPart[] = [];

  file(root: YamlNode, kind: BlueprintKind): void {
    const { start } = root.span;
    const definition = { name: undefined, nameSpan: { start, end: start }, node: root };
    const around: Around = { place: 'unknown', isWhole: false };
    switch (kind) {
      case 'model':
        this.#level(root, 'blueprint', { place: 'top', isWhole: true });
        return;
      case 'tab':
        this.#level(root, 'tab', around);
        return;
      case 'section':
        this.#section(definition, around);
        return;
      case 'field':
        this.#field(definition, around);
        return;
      case 'fieldset':
        this.#fieldset(root, around);
        return;
      case 'unknown':
        this.#fields(childOf(root, 'fields')?.value, this.#extended(root, 'blueprint', around));
        return;
    }
  }

  #level(node: YamlNode, kind: LevelPart['kind'], around: Around): void {
    if (node.kind !== 'map') return;
    this.levels.push({ kind, map: node });
    // Columns know no mixins.
    const inside = kind === 'column' ? around : this.#extended(node, kind, around);
    this.#fields(childOf(node, 'fields')?.value, inside);
    for (const key of ['sections', 'sidebar']) {
      for (const given of givenIn(childOf(node, key)?.value)) this.#section(given, inside);
    }
    for (const { node: column } of givenIn(childOf(node, 'columns')?.value)) {
      this.#level(column, 'column', inside);
    }
    if (kind !== 'blueprint') return;
    for (const { node: tab } of givenIn(childOf(node, 'tabs')?.value)) {
      this.#name(tab, 'tab', true);
      this.#level(tab, 'tab', inside);
    }
  }

  #section(given: Given, around: Around): void {
    const { node } = given;
    const section = { ...given, isWhole: around.isWhole };
    this.sections.push(section);
    this.#name(node, 'section', true);
    const inside = this.#extended(node, 'section', around);
    // What `fields` are to a section of another type, no one but its plugin knows.
    const type = typeOfDefinition(section)?.type ?? 'fields';
    if (type === 'fields') this.#fields(childOf(node, 'fields')?.value, inside);
  }

  #fields(node: YamlNode | undefined, around: Around): void {
    // The entries of a list have no names: their fields never meet content.
    if (node?.kind !== 'map') return;
    for (const given of givenIn(node)) this.#field(given, around);
  }

  #field(given: Given, around: Around): void {
    const { name, node } = given;
    this.fields.push({ ...given, ...around });
    this.#name(node, 'field', true);
    const inside = this.#extended(node, 'field', around);
    const isGroup = (textOfNode(childOf(node, 'type')?.value) ?? name) === 'group';
    const nested: Around = { ...inside, place: isGroup ? around.place : 'inner' };
    this.#fields(childOf(node, 'fields')?.value, nested);
    this.#fieldsets(childOf(node, 'fieldsets')?.value, nested);
    const settings = childOf(node, 'settings')?.value;
    if (settings !== undefined) this.#namedFieldset(settings, nested);
  }

  #fieldsets(node: YamlNode | undefined, around: Around): void {
    // The items of a list are types of blocks, which need no blueprint.
    if (node?.kind !== 'map') return;
    for (const { node: fieldset } of givenIn(node)) {
      this.#namedFieldset(fieldset, around);
      this.#fieldsets(childOf(fieldset, 'fieldsets')?.value, around);
    }
  }

  #namedFieldset(node: YamlNode, around: Around): void {
    this.#name(node, 'fieldset', true);
    this.#fieldset(node, around);
  }

  #fieldset(node: YamlNode, around: Around): void {
    const inside: Around = { ...this.#extended(node, 'fieldset', around), place: 'inner' };
    this.#fields(childOf(node, 'fields')?.value, inside);
    for (const { node: tab } of givenIn(childOf(node, 'tabs')?.value)) {
      this.#name(tab, 'tab', true);
      this.#fields(childOf(tab, 'fields')?.value, this.#extended(tab, 'tab', inside));
    }
  }

  /** Notes the mixins of a definition. The answer is what is known of what stands in it. */
  #extended(node: YamlNode, of: MixinPart['of'], around: Around): Around {
    const names = childOf(node, 'extends')?.value;
    if (names === undefined) return around;
    for (const name of names.kind === 'list' ? names.items : [names]) this.#name(name, of, false);
    return { ...around, isWhole: false };
  }

  #name(node: YamlNode, of: MixinPart['of'], isAlone: boolean): void {
    const name = textOfNode(node) ?? '';
    if (name !== '') this.mixins.push({ of, isAlone, name, node, span: outerOf(node) });
  }
}

type Given = Omit<Definition, 'isWhole'>;

function givenIn(node: YamlNode | undefined): readonly Given[] {
  if (node?.kind === 'map') {
    return node.entries.map(({ key, keySpan, value }) => ({
      name: key,
      nameSpan: keySpan,
      node: value,
    }));
  }
  if (node?.kind !== 'list') return [];
  return node.items.map((item, index) => {
    const { start } = outerOf(item);
    return { name: String(index), nameSpan: { start, end: start }, node: item };
  });
}
