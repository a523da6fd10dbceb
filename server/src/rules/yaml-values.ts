import type { MappedText } from '../kirby/text/mapped-text.ts';
import { intersects, slice } from '../kirby/text/span.ts';
import type { YamlHandler } from '../kirby/yaml/read.ts';
import { outerOf, type YamlNode, type YamlTree, yamlTreeOf } from '../kirby/yaml/tree.ts';
import { definitionOf } from '../site/json-fields.ts';
import type { RuleContext } from './rule.ts';

/** A value that Kirby reads as YAML. */
export interface YamlValue {
  /** As the file spells it. */
  readonly name: string;
  /** The type of its field. */
  readonly type: string;
  readonly source: MappedText;
  readonly handler: YamlHandler;
  readonly tree: YamlTree;
}

const types: ReadonlySet<string> = new Set([
  'structure',
  'object',
  'entries',
  'pages',
  'files',
  'users',
]);

/**
 * The values of a document that Kirby reads as YAML, by the blueprint. None in unsaved changes of
 * the Panel, and none while the site is still being read: its options name the engine.
 */
export function yamlValues({ document, site, file }: RuleContext): readonly YamlValue[] {
  if (site?.state !== 'ready' || file === undefined || file.isChanges) return [];
  const definitions = site.blueprints.of(file.model)?.fields;
  if (definitions === undefined || !site.options.isYamlHandlerKnown) return [];
  const handler = site.options.yamlHandler;
  // Of two fields of one name the last one counts.
  const fields = new Map(document.fields.map((field) => [field.name, field]));
  return [...fields.values()].flatMap(({ name, nameSpan, value: source }) => {
    const type = definitionOf(definitions, name)?.type;
    if (type === undefined || !types.has(type) || source.text === '') return [];
    if (isPlainPick(type, source.text)) return [];
    const tree = yamlTreeOf(source, handler);
    return [{ name: slice(document.text, nameSpan), type, source, handler, tree }];
  });
}

/** Whether a cut comment or a wrong indentation made a node what it is, which has a rule of its own. */
export function isExplained({ tree, source }: YamlValue, node: YamlNode): boolean {
  if (!tree.ok) return false;
  const outer = outerOf(node);
  const from = source.fromSource(outer.end) ?? 0;
  return (
    tree.losses.some(({ line }) => intersects(outer, line)) ||
    tree.cuts.some(({ start }) => {
      if (start < outer.start) return false;
      return !source.text.slice(from, source.fromSource(start)).includes('\n');
    })
  );
}

/** Chosen files and pages as the Panel writes them: nothing can be wrong with their YAML. */
function isPlainPick(type: string, text: string): boolean {
  const isPick = type === 'files' || type === 'pages' || type === 'users';
  return isPick && /^- (?:file|page|user):\/\/\w+(?:\n- (?:file|page|user):\/\/\w+)*$/.test(text);
}
