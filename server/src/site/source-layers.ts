import { memo } from '../kirby/text/memo.ts';
import type { Span } from '../kirby/text/span.ts';
import { type YamlEntry, yamlOutline } from '../kirby/yaml/outline.ts';
import type { BlueprintFile, BlueprintSet } from './blueprint-set.ts';

/** One of the pieces of text that a definition is made of. */
export interface SourceLayer {
  readonly file: BlueprintFile;
  /** `undefined`: the whole file. */
  readonly entry: YamlEntry | undefined;
  readonly entries: readonly YamlEntry[];
}

/** A definition as it stands in files: its own text first, below it the mixins it is laid over. */
export type SourceLayers = readonly SourceLayer[];

export type FindFile = BlueprintSet['source'];

/** The keys and values of a blueprint file, with their places. */
export const blueprintOutline = memo((file: BlueprintFile) => yamlOutline(file.text));

/** A blueprint by its name, with its mixins; nothing of Kirby's own. */
export function layersOf(
  name: string,
  find: FindFile,
  active: readonly string[] = [],
): SourceLayers {
  const file = active.includes(name) ? undefined : find(name);
  if (file === undefined) return [];
  const layer = { file, entry: undefined, entries: blueprintOutline(file) };
  return extended([layer], find, [...active, name]);
}

/** A definition over the mixins it names, as `Blueprint::extend()` has them: the first wins. */
export function extended(
  layers: SourceLayers,
  find: FindFile,
  active: readonly string[] = [],
): SourceLayers {
  const mixins = mixinsOf(layers).flatMap((name) => layersOf(name, find, active));
  return mixins.length === 0 ? layers : [...layers, ...mixins];
}

/** The names in `extends`, or the name that stands in place of a definition. */
export function mixinsOf(layers: SourceLayers): readonly string[] {
  const short = scalarOf(layers);
  if (short !== undefined) return [short];
  const given = child(layers, 'extends');
  const one = scalarOf(given);
  return one === undefined ? given.flatMap(({ entries }) => entries.flatMap(textOf)) : [one];
}

/** What a key of the merged definition is made of. */
export function child(layers: SourceLayers, key: string): SourceLayers {
  return effective(
    layers.flatMap(({ file, entries }) => {
      const entry = entries.findLast((candidate) => candidate.key === key);
      return entry === undefined ? [] : [{ file, entry, entries: entry.entries }];
    }),
  );
}

/** All keys of the merged definition, of a list the indexes. */
export function children(layers: SourceLayers): readonly (readonly [string, SourceLayers])[] {
  const keys = new Set(layers.flatMap(({ entries }) => entries.map(({ key }) => key)));
  return [...keys].map((key) => [key, child(layers, key)] as const);
}

/** The scalar that stands for the whole definition. */
export function scalarOf([first]: SourceLayers): string | undefined {
  return first?.entry?.value?.text;
}

/** Where the name of the layer stands, of a list item what it says; of a file its start. */
export function placeOfLayer({ entry }: SourceLayer): Span {
  if (entry === undefined) return { start: 0, end: 0 };
  return entry.isItem ? (entry.value?.span ?? entry.keySpan) : entry.keySpan;
}

/** Without what is replaced: scalars and lists are never merged with what lies over or below them. */
function effective(layers: SourceLayers): SourceLayers {
  const end = layers.findIndex(isWhole);
  if (end < 0) return layers;
  return layers.slice(0, Math.max(end, 1));
}

function isWhole({ entry, entries }: SourceLayer): boolean {
  return entry?.value !== undefined || entries[0]?.isItem === true;
}

function textOf({ value }: YamlEntry): readonly string[] {
  return value === undefined ? [] : [value.text];
}
