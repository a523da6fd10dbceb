import { applied, type TextEdit } from '../kirby/json/text-edit.ts';
import { isObject, type JsonObject, type JsonPath, valueAt } from '../kirby/json/value.ts';
import { memo } from '../kirby/text/memo.ts';
import type { MappedText } from '../kirby/text/mapped-text.ts';
import { intersects, slice } from '../kirby/text/span.ts';
import { sourceOf } from '../kirby/values/contents.ts';
import { type FieldValue, type Form, replaced } from '../kirby/values/field-value.ts';
import { hasFieldOf } from '../kirby/values/fields-of-type.ts';
import { nodeAt } from '../kirby/values/yaml-holder.ts';
import { isCollection } from '../kirby/yaml/collection.ts';
import { isChosenUuids } from '../kirby/yaml/chosen-uuids.ts';
import { lineBreakIn } from '../kirby/yaml/edit-lines.ts';
import type { YamlHandler } from '../kirby/yaml/read.ts';
import { outerOf, type YamlNode, type YamlTree, yamlTreeOf } from '../kirby/yaml/tree.ts';
import { forms } from '../site/forms.ts';
import { remembered } from '../site/remembered.ts';
import type { RuleContext } from './rule.ts';

/** A text that Kirby reads as YAML: of a field of the file, or of one in a block, a row, … */
export interface YamlValue {
  /** As the file spells it. */
  readonly name: string;
  readonly source: MappedText;
  readonly handler: YamlHandler;
  readonly tree: YamlTree;
  /** How its lines end; those of the file around it where it has only one. */
  readonly lineBreak: string;
  /** Edits of the text as edits of the document; `undefined` where they cannot be made. */
  placed(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
}

/** Where the value of a field stands in YAML: all of a text, or a part of it. */
export interface YamlPart {
  readonly type: string;
  readonly value: YamlValue;
  readonly node: YamlNode;
}

interface Found {
  readonly values: readonly YamlValue[];
  readonly parts: readonly YamlPart[];
  readonly misread: readonly YamlPart[];
  readonly inJson: readonly FieldValue[];
}

const types: ReadonlySet<string> = new Set([
  'structure',
  'object',
  'entries',
  'pages',
  'files',
  'users',
]);

/** Field types whose value is a text, whatever it says. */
export const textTypes: ReadonlySet<string> = new Set([
  'text',
  'textarea',
  'tel',
  'slug',
  'writer',
  'list',
  'email',
  'url',
]);

const none: Found = { values: [], parts: [], misread: [], inJson: [] };

/**
 * The texts of a document that Kirby reads as YAML, by the blueprint, however deep they stand. None in
 * unsaved changes of the Panel, and none while the site is still being read: its options name the
 * engine.
 */
export function yamlValues(context: RuleContext): readonly YamlValue[] {
  return found(context).values;
}

/** Where the values of all fields of a type stand in YAML. */
export function yamlParts(context: RuleContext, type: string): readonly YamlPart[] {
  return found(context).parts.filter((part) => part.type === type);
}

/** The values of text fields that are no text to YAML, or behind which it may have cut a comment. */
export function misreadParts(context: RuleContext): readonly YamlPart[] {
  return found(context).misread;
}

/** The values of all fields of a type that stand as lists and maps in the JSON of blocks and settings. */
export function jsonValues(context: RuleContext, type: string): readonly FieldValue[] {
  return found(context).inJson.filter(({ definition }) => definition.type === type);
}

/** The lists and maps in JSON that stand where a text belongs. */
export function jsonInPlaceOfText(context: RuleContext): readonly FieldValue[] {
  return found(context).inJson.filter(({ definition }) => textTypes.has(definition.type));
}

function found(context: RuleContext): Found {
  const { site, file } = context;
  if (site?.state !== 'ready' || file === undefined || file.isChanges) return none;
  if (!site.options.isYamlHandlerKnown) return none;
  return foundIn(context, () => find(context, site.options.yamlHandler));
}

const foundIn = remembered<Found>();

/** The text that a value is a part of, and the way to it from the top of that text. */
interface Owner {
  readonly value: YamlValue;
  readonly path: JsonPath;
}

function find({ document, site, file }: RuleContext, handler: YamlHandler): Found {
  const values: YamlValue[] = [];
  const parts: YamlPart[] = [];
  const misread: YamlPart[] = [];
  const inJson: FieldValue[] = [];
  const owners = new Map<FieldValue, Owner>();
  for (const form of forms(document, site, file)) {
    const around = form.parent && owners.get(form.parent);
    if (around === undefined && !hasFieldOf(form.fields, types) && holdsWords(form)) continue;
    for (const value of form.values.values()) {
      const { type, problem } = value.definition;
      // An entry that is a list or a map has a rule of its own.
      const isWrongEntry = form.kind === 'entry' && isCollection(value.value);
      if (textTypes.has(type) && problem === undefined && !isWrongEntry) {
        if (around === undefined) {
          if (isCollection(value.value)) inJson.push(value);
        } else if (mayBeMisread(value, around)) {
          const node = nodeOf({ value: around.value, path: [...around.path, ...value.path] });
          if (node !== undefined) misread.push({ type, value: around.value, node });
        }
      }
      if (!types.has(type) || (problem !== undefined && form.kind !== 'file')) continue;
      if (typeof value.value === 'string') {
        const text = isReadAsYaml(type, value.value)
          ? yamlText(value, handler, document.text)
          : undefined;
        if (text === undefined) continue;
        values.push(text);
        if (text.tree.ok) parts.push({ type, value: text, node: text.tree.root });
        owners.set(value, { value: text, path: [] });
      } else if (around !== undefined) {
        const owner = { value: around.value, path: [...around.path, ...value.path] };
        owners.set(value, owner);
        const node = nodeOf(owner);
        if (node !== undefined) parts.push({ type, value: owner.value, node });
      } else if (isCollection(value.value)) inJson.push(value);
    }
  }
  return { values, parts, misread, inJson };
}

/** Whether a part of JSON holds no lists and no maps, which a key elsewhere does not change. */
function holdsWords({ place }: Form): boolean {
  const object = place && valueAt(place.holder.value, place.path);
  return isObject(object) && hasWordsAlone(object);
}

const hasWordsAlone = memo((object: JsonObject) => !Object.values(object).some(isCollection));

function mayBeMisread({ value }: FieldValue, { value: { source } }: Owner): boolean {
  return typeof value !== 'string' || hasComment(source);
}

/** Asked for each of many values in one text. */
const hasComment = memo(({ text }: YamlValue['source']) => text.includes(' #'));

function nodeOf({ value: { tree }, path }: Owner): YamlNode | undefined {
  return tree.ok ? nodeAt(tree.root, path) : undefined;
}

function yamlText(value: FieldValue, handler: YamlHandler, text: string): YamlValue | undefined {
  const source = sourceOf(value);
  if (source === undefined) return undefined;
  const { field } = value.holder;
  return {
    name: field === undefined ? value.definition.name : slice(text, field.nameSpan),
    source,
    handler,
    tree: yamlTreeOf(source, handler),
    lineBreak: lineBreakIn(field === undefined || source.text.includes('\n') ? source.text : text),
    placed: (edits) => {
      if (field !== undefined) {
        return edits.map((edit) => ({ span: source.toSource(edit.span), text: edit.text }));
      }
      const result = applied(source.text, edits);
      return result === undefined ? undefined : replaced(value, result);
    },
  };
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

/** Of chosen files and pages as the Panel writes them nothing can be wrong with the YAML. */
function isReadAsYaml(type: string, text: string): boolean {
  if (text === '') return false;
  const isPick = type === 'files' || type === 'pages' || type === 'users';
  return !(isPick && isChosenUuids(text));
}
