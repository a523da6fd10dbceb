import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { stringText } from '../../kirby/json/string.ts';
import { writeStringPart } from '../../kirby/json/style.ts';
import { type MappedText, plainText } from '../../kirby/text/mapped-text.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { definitionOf } from '../../site/json-fields.ts';
import type { CompletionContext } from './completion.ts';
import { fieldAround } from './field-around.ts';
import type { JsonPlace } from './json-place.ts';

/** The YAML around a cursor: that of a field of the file, or one in a string of JSON. */
export interface YamlText {
  /** The field whose value it is. */
  readonly definition: FieldDefinition;
  readonly source: MappedText;
  /** Of the cursor in the text. */
  readonly offset: number;
  /** Where its lines begin: behind the line with the name, of a field of the file. */
  readonly start: number;
  /** Whether it begins right behind the colon of the field's name. */
  readonly isAfterName: boolean;
  /** A piece of the text as the document has it: escaped, inside of a string. */
  readonly encode: (text: string) => string;
}

/** A structure, an object or entries of the file. Lists of files and pages there are `slots/list.ts`. */
export function yamlOfField(context: CompletionContext, offset: number): YamlText | undefined {
  const { document, site, file } = context;
  const field = fieldAround(document, offset);
  const fields = file === undefined ? undefined : site?.blueprints.of(file.model)?.fields;
  const definition = fields && field && definitionOf(fields, field.name);
  if (field === undefined || definition === undefined || !hasFields(definition)) return undefined;
  const { text, dividers } = document;
  const begin = text.indexOf(':', field.nameSpan.end) + 1;
  const end = dividers.find((divider) => divider.start >= field.valueSpan.end)?.start;
  const source = plainText(text.slice(begin, end), begin);
  const lineEnd = source.text.indexOf('\n');
  if (offset < begin) return undefined;
  return {
    definition,
    source,
    offset: offset - begin,
    // A row on the line of the name has no column that those below it could be held against.
    start: definition.type === 'entries' ? 0 : lineEnd < 0 ? source.text.length + 1 : lineEnd + 1,
    isAfterName: true,
    encode: (piece) => piece,
  };
}

function hasFields({ fields, entry }: FieldDefinition): boolean {
  return fields !== undefined || entry !== undefined;
}

/** A string in which a field of a block or of a row's settings has its YAML, as Kirby may read it. */
export function yamlOfString(json: JsonPlace, offset: number): YamlText | undefined {
  const { cursor, level, key, source, style } = json;
  if (level.kind !== 'values' || cursor.place !== 'value' || !cursor.isQuoted) return undefined;
  const definition = level.fields?.get(asciiLower(key));
  if (definition === undefined || !isYaml(definition)) return undefined;
  const span = { start: cursor.span.start - 1, end: cursor.span.end };
  const text = stringText({ kind: 'string', span }, source);
  const inside = text.fromSource(offset);
  if (inside === undefined) return undefined;
  return {
    definition,
    source: text,
    offset: inside,
    start: 0,
    isAfterName: false,
    encode: (piece) => json.encode(writeStringPart(piece, style)),
  };
}

function isYaml({ type }: FieldDefinition): boolean {
  const storage = storages.get(type);
  return storage === 'yaml-list' || storage === 'yaml-rows' || storage === 'yaml-map';
}
