import { touches } from '../kirby/text/span.ts';
import { type YamlEntry, yamlOutline } from '../kirby/yaml/outline.ts';
import type { Site } from '../site/site.ts';
import type { Definition } from './place.ts';

/**
 * Where a name in a blueprint leads: a mixin, a block type among `fieldsets`, or the blueprint of a
 * template that a section lists or creates.
 *
 * @param text the blueprint as it is in the editor
 */
export function blueprintDefinitionAt(
  site: Site,
  text: string,
  offset: number,
): Definition | undefined {
  const chain = entriesAt(yamlOutline(text), offset);
  const entry = chain.at(-1);
  if (entry === undefined) return undefined;
  const { keySpan, value } = entry;
  const isOnValue = value !== undefined && touches(value.span, offset);
  if (!isOnValue && !touches(keySpan, offset)) return undefined;
  const span = isOnValue ? value.span : keySpan;
  const places = (isOnValue ? namesInValue(chain, value.text) : namesInKey(chain)).flatMap(
    (name) => {
      const file = site.blueprints.source(name);
      return file === undefined ? [] : [{ path: file.path, at: undefined }];
    },
  );
  return places.length === 0 ? undefined : { span, places: places.slice(0, 1) };
}

/** The entries around an offset, the innermost last. */
export function entriesAt(outline: readonly YamlEntry[], offset: number): readonly YamlEntry[] {
  const chain: YamlEntry[] = [];
  let entries = outline;
  for (;;) {
    const entry = entries.findLast(({ keySpan }) => keySpan.start <= offset);
    if (entry === undefined) return chain;
    chain.push(entry);
    entries = entry.entries;
  }
}

/** The blueprints that a value may name, the likeliest first. */
function namesInValue(chain: readonly YamlEntry[], value: string): readonly string[] {
  const entry = chain.at(-1);
  const owner = entry?.isItem === true ? chain.at(-2) : entry;
  const around = chain.at(entry?.isItem === true ? -3 : -2);
  const key = owner?.key ?? '';
  if (key === 'extends') return [value];
  if (key === 'fieldsets') return [`blocks/${value}`];
  if (templateKeys.has(key)) return [`${isAboutFiles(owner, around) ? 'files' : 'pages'}/${value}`];
  if (around?.key === 'fieldsets' && !value.includes('/')) return [`blocks/${key}`];
  // In place of a field, section or tab: `cover: fields/cover`.
  return value.includes('/') ? [value] : [];
}

/** A key of `fieldsets` is the name of a block, whatever is said about it. */
function namesInKey(chain: readonly YamlEntry[]): readonly string[] {
  const entry = chain.at(-1);
  const isBlock = entry !== undefined && !entry.isItem && chain.at(-2)?.key === 'fieldsets';
  return isBlock ? [`blocks/${entry.key}`] : [];
}

const templateKeys: ReadonlySet<string> = new Set([
  'template',
  'templates',
  'templatesIgnore',
  'create',
  'changeTemplate',
  'uploads',
]);

/** Whether the templates are those of files: in a section or field of files, and of what it uploads. */
function isAboutFiles(owner: YamlEntry | undefined, around: YamlEntry | undefined): boolean {
  if (owner?.key === 'uploads' || around?.key === 'uploads') return true;
  const type = around?.entries.find(({ key }) => key === 'type')?.value?.text ?? around?.key;
  return type === 'files';
}
