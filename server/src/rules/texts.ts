import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { storages } from '../kirby/field-types/storage.ts';
import { editJson } from '../kirby/json/edit.ts';
import { stringText } from '../kirby/json/string.ts';
import { applied, type TextEdit } from '../kirby/json/text-edit.ts';
import { isArray, isObject, type JsonPath, type JsonValue } from '../kirby/json/value.ts';
import { type KirbyTag, parseTags } from '../kirby/kirbytext/tags.ts';
import type { MappedText } from '../kirby/text/mapped-text.ts';
import { memo } from '../kirby/text/memo.ts';
import { asciiLower } from '../kirby/text/php.ts';
import type { Span } from '../kirby/text/span.ts';
import { sourceOf } from '../kirby/values/contents.ts';
import { type Form, replaced, spanOf } from '../kirby/values/field-value.ts';
import { kirbyBlueprints } from '../site/blueprint-loader.ts';
import { forms } from '../site/forms.ts';
import { definitionOf, jsonFields } from '../site/json-fields.ts';
import { remembered } from '../site/remembered.ts';
import type { Edit, RuleContext } from './rule.ts';
import { type FieldShape, type Part, type Shape, shapes } from './shape.ts';
import { Notes } from '../kirby/text/notes.ts';

/** A text of one kind, wherever in a document it stands: KirbyText, or the HTML of the writer. */
export interface Text {
  readonly kind: 'kirbytext' | 'html';
  /** Decoded from all that is around it. */
  readonly text: string;
  readonly definition: FieldDefinition;
  /** Whether it is all of a field of the file. */
  readonly isField: boolean;
  /** Whether the definition is what a blueprint of the site says; not what is usual for a block. */
  readonly isDefined: boolean;
  /**
   * What the text was read from: the same object in the next version of the document when a key has
   * left it alone. `undefined`: that is not known.
   */
  readonly origin?: object;
  /** A span of the text in the document. */
  toSpan(span: Span): Span;
  /** An offset in the document as one of the text, when it stands in it. */
  offsetIn(offset: number): number | undefined;
  /** The edits of the document that make these of the text; `undefined` where that cannot be done. */
  replaced(edits: readonly TextEdit[]): readonly Edit[] | undefined;
}

/**
 * The texts with KirbyTags of a document: its textareas, and those in blocks and row settings. Only
 * what a blueprint knows; none while the site is being read or in unsaved changes of the Panel.
 */
export function kirbytexts(context: RuleContext): readonly Text[] {
  return texts(context).kirbytext;
}

/** The texts that the sanitiser of the writer goes over: writer and list fields. */
export function htmls(context: RuleContext): readonly Text[] {
  return texts(context).html;
}

/** The KirbyTags of a text: several rules ask. */
export const tagsOf = memoOfText((text): readonly KirbyTag[] =>
  text.includes('(') ? parseTags(text) : [],
);

/** A function of what a text says, computed once while the text stays as it is. */
export function memoOfText<Value>(derive: (text: string) => Value): (text: Text) => Value {
  const known = new Notes<object, Value>();
  return (text) => {
    const key = text.origin ?? text;
    const hit = known.find(key);
    if (hit !== undefined) return hit.value;
    const value = derive(text.text);
    known.set(key, value);
    return value;
  };
}

type TextsByKind = Readonly<Record<Text['kind'], readonly Text[]>>;

const none: TextsByKind = { kirbytext: [], html: [] };

function texts(context: RuleContext): TextsByKind {
  const { site, file } = context;
  if (file?.isChanges === true || site?.state === 'loading') return none;
  return textsIn(context, () => {
    const all = [...fieldTexts(context), ...innerTexts(context), ...jsonTexts(context)];
    return {
      kirbytext: all.filter(({ kind }) => kind === 'kirbytext'),
      html: all.filter(({ kind }) => kind === 'html'),
    };
  });
}

const textsIn = remembered<TextsByKind>();

function kindOf(definition: FieldDefinition): Text['kind'] | undefined {
  const { type, problem } = definition;
  if (problem !== undefined || isCode(definition)) return undefined;
  const storage = storages.get(type);
  return storage === 'kirbytext' || storage === 'html' ? storage : undefined;
}

/** The field of Kirby's code block, also in blocks that extend it: printed as it stands. */
function isCode({ name, props }: FieldDefinition): boolean {
  return name === 'code' && props['font'] === 'monospace';
}

function fieldTexts({ document, site, file }: RuleContext): readonly Text[] {
  const definitions = file && site?.blueprints.of(file.model)?.fields;
  if (definitions === undefined) return [];
  return document.fields.flatMap((field, index) => {
    const definition = definitionOf(definitions, field.name);
    const kind = definition && kindOf(definition);
    return kind === undefined || definition === undefined || field.value.text === ''
      ? []
      : [fieldText(document, field, index, kind, definition)];
  });
}

function fieldText(
  document: ContentDocument,
  { value }: Field,
  index: number,
  kind: Text['kind'],
  definition: FieldDefinition,
): Text {
  return {
    kind,
    text: value.text,
    definition,
    isField: true,
    isDefined: true,
    toSpan: (span) => value.toSource(span),
    offsetIn: (offset) => value.fromSource(offset),
    replaced: (edits) => {
      const wanted = applied(value.text, edits);
      const inDocument = edits.map(({ span, text }) => ({ span: value.toSource(span), text }));
      const result = applied(document.text, inDocument);
      // A text must not become a divider, nor a divider a text.
      const isAsWanted = parseContent(result ?? '').fields[index]?.value.text === wanted;
      return wanted !== undefined && isAsWanted ? inDocument : undefined;
    },
  };
}

/**
 * The texts in structures and objects of the file, in blocks of blocks, in rows of YAML in blocks: all
 * that the walk over the blocks of the file itself does not come to.
 */
function innerTexts({ document, site, file }: RuleContext): readonly Text[] {
  const texts: Text[] = [];
  for (const form of forms(document, site, file)) {
    if (form.kind === 'file' || isInBlocksOfFile(form)) continue;
    for (const value of form.values.values()) {
      const kind = kindOf(value.definition);
      const text = value.value;
      if (kind === undefined || typeof text !== 'string' || text === '') continue;
      texts.push({
        kind,
        text,
        definition: value.definition,
        isField: false,
        isDefined: true,
        toSpan: (span) => sourceOf(value)?.toSource(span) ?? outerSpan(form),
        offsetIn: (offset) => sourceOf(value)?.fromSource(offset),
        replaced: (edits) => {
          const wanted = applied(text, edits);
          return wanted === undefined ? undefined : replaced(value, wanted);
        },
      });
    }
  }
  return texts;
}

/** Whether a form is one of a block or of settings of the file, or in one with nothing but JSON around. */
function isInBlocksOfFile({ kind, parent }: Form): boolean {
  if (parent === undefined || kind === 'entry') return false;
  if (kind === 'block' || kind === 'settings') return parent.form.kind === 'file';
  return typeof parent.value !== 'string' && isInBlocksOfFile(parent.form);
}

function outerSpan({ parent }: Form): Span {
  return (parent && spanOf(parent)) ?? { start: 0, end: 0 };
}

function jsonTexts(context: RuleContext): readonly Text[] {
  const all = shapes(context);
  if (all.length === 0) return [];
  const definitions = new Map(
    jsonFields(context.document, context.site, context.file).map(({ field, definition }) => [
      field,
      definition,
    ]),
  );
  return all.flatMap((shape) => {
    const found = findIn(context, shape, definitions.get(shape.field));
    return jsonTextsOf(shape, found);
  });
}

interface Found {
  readonly path: JsonPath;
  readonly text: string;
  readonly kind: Text['kind'];
  readonly definition: FieldDefinition;
  readonly isDefined: boolean;
}

type Definitions = ReadonlyMap<string, FieldDefinition>;

function findIn(
  { site }: RuleContext,
  shape: Shape,
  definition: FieldDefinition | undefined,
): readonly Found[] {
  const blueprints = site?.blueprints ?? kirbyBlueprints;
  const found: Found[] = [];
  for (const row of shape.rows) addPart(found, row, 'attrs', definition?.settings, true);
  for (const block of shape.blocks) {
    const { type } = block.value;
    if (typeof type !== 'string') continue;
    const own = definition?.fieldsets?.get(type);
    const fieldset = own ?? blueprints.fieldset(type);
    addPart(found, block, 'content', fieldset?.fields, own !== undefined);
  }
  return found;
}

/** A part that a key elsewhere leaves as it is holds the same texts. */
function addPart(
  found: Found[],
  part: Part,
  key: 'attrs' | 'content',
  definitions: Definitions | undefined,
  isDefined: boolean,
): void {
  if (definitions === undefined) return;
  let last = lastFound.get(part);
  if (last?.definitions !== definitions || last.isDefined !== isDefined) {
    const inside: Found[] = [];
    addValues(inside, part.value[key], [...part.path, key], definitions, isDefined);
    last = { definitions, isDefined, found: inside };
    lastFound.set(part, last);
  }
  for (const one of last.found) found.push(one);
}

const lastFound = new Notes<
  Part,
  {
    readonly definitions: Definitions;
    readonly isDefined: boolean;
    readonly found: readonly Found[];
  }
>();

/** The texts among the values of a block or row, and of the rows of structures in it. */
function addValues(
  found: Found[],
  values: JsonValue | undefined,
  path: JsonPath,
  definitions: Definitions | undefined,
  isDefined: boolean,
): void {
  if (definitions === undefined || !isObject(values) || !holdsTexts(definitions)) return;
  for (const [key, value] of Object.entries(values)) {
    const definition = definitions.get(asciiLower(key));
    if (definition === undefined) continue;
    const kind = kindOf(definition);
    if (kind !== undefined && typeof value === 'string' && value !== '') {
      found.push({ path: [...path, key], text: value, kind, definition, isDefined });
    } else if (definition.type === 'object')
      addValues(found, value, [...path, key], definition.fields, isDefined);
    else if (definition.type === 'structure' && isArray(value)) {
      value.forEach((row, index) => {
        addValues(found, row, [...path, key, index], definition.fields, isDefined);
      });
    }
  }
}

const holdsTexts = memo((definitions: Definitions): boolean =>
  [...definitions.values()].some(
    (definition) =>
      kindOf(definition) !== undefined ||
      definition.type === 'structure' ||
      definition.type === 'object',
  ),
);

/** Of so many texts of a field the places are looked for one by one, then those of all at once. */
const MOST_ALONE = 5;

/** Where they stand is looked for when somebody asks, as with most keys about few of them. */
function jsonTextsOf(shape: FieldShape, found: readonly Found[]): readonly Text[] {
  let literals: readonly (Span | undefined)[] | undefined;
  let asked = 0;
  const literalOf = (index: number): Span | undefined => {
    if (literals === undefined && ++asked <= MOST_ALONE) {
      return shape.json.spanAt(found[index]?.path ?? []);
    }
    literals ??= shape.json.spansAt(found.map(({ path }) => path));
    return literals[index];
  };
  const sources: (MappedText | undefined)[] = [];
  const sourceOf = (index: number): MappedText | undefined => {
    if (sources[index] !== undefined) return sources[index];
    const literal = literalOf(index);
    sources[index] = literal && sourceAt(shape, literal);
    return sources[index];
  };
  return found.map((one, index) => new JsonString(one, shape, () => sourceOf(index)));
}

/** A class, because there are many of them with every key, and few are asked anything. */
class JsonString implements Text {
  readonly kind: Text['kind'];
  readonly text: string;
  readonly definition: FieldDefinition;
  readonly isField = false;
  readonly isDefined: boolean;
  readonly origin: object;
  readonly #path: JsonPath;
  readonly #shape: FieldShape;
  readonly #source: () => MappedText | undefined;

  constructor(found: Found, shape: FieldShape, source: () => MappedText | undefined) {
    const { kind, text, definition, path } = found;
    this.origin = found;
    this.kind = kind;
    this.text = text;
    this.definition = definition;
    this.isDefined = found.isDefined;
    this.#path = path;
    this.#shape = shape;
    this.#source = source;
  }

  toSpan(span: Span): Span {
    return this.#source()?.toSource(span) ?? this.#shape.field.valueSpan;
  }

  offsetIn(offset: number): number | undefined {
    return this.#source()?.fromSource(offset);
  }

  replaced(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
    const value = applied(this.text, edits);
    if (value === undefined) return undefined;
    const edit = editJson(this.#shape.json, { kind: 'set', path: this.#path, value });
    return edit.ok ? edit.edits : undefined;
  }
}

/** The text of the string that has this span in the document. */
function sourceAt({ json }: FieldShape, literal: Span): MappedText | undefined {
  const start = json.source.fromSource(literal.start);
  const end = json.source.fromSource(literal.end);
  return start === undefined || end === undefined
    ? undefined
    : stringText({ kind: 'string', span: { start, end } }, json.source);
}
