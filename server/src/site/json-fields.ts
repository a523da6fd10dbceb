import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { remembered } from './remembered.ts';
import type { ContentFile, Site } from './site.ts';

/** A field whose value is JSON to Kirby. */
export interface JsonField {
  readonly field: Field;
  readonly kind: 'layout' | 'blocks';
  /** `undefined`: no blueprint knows the field, its value looks so. */
  readonly definition: FieldDefinition | undefined;
}

/**
 * The Layout and Blocks fields of a document, empty ones too where a blueprint knows them. What the
 * blueprint knows counts; a field it does not know is told by the shape of its value, also while its
 * JSON is broken. Remembered for each document as long as the site stays as it is.
 *
 * @param site `undefined`: a loose file
 */
export function jsonFields(
  document: ContentDocument,
  site: Site | undefined,
  file: ContentFile | undefined,
): readonly JsonField[] {
  return fieldsIn({ document, site, file }, () => {
    const definitions =
      site === undefined || file === undefined ? undefined : site.blueprints.of(file.model)?.fields;
    return document.fields.flatMap((field): readonly JsonField[] => {
      const definition =
        definitions === undefined ? undefined : definitionOf(definitions, field.name);
      const kind = definition === undefined ? kindByShape(field) : kindByType(definition);
      return kind === undefined ? [] : [{ field, kind, definition }];
    });
  });
}

const fieldsIn = remembered<readonly JsonField[]>();

/**
 * The definition of a field by its name in the content. A blueprint's `my-field` is stored as
 * `My-field` and read as `my_field`.
 */
export function definitionOf(
  definitions: ReadonlyMap<string, FieldDefinition>,
  name: string,
): FieldDefinition | undefined {
  return (
    definitions.get(name) ??
    (name.includes('_') ? definitions.get(name.replaceAll('_', '-')) : undefined)
  );
}

function kindByType(definition: FieldDefinition): JsonField['kind'] | undefined {
  return definition.type === 'layout' || definition.type === 'blocks' ? definition.type : undefined;
}

/** How much of a value is looked at: enough for the settings of a row, which come first. */
const looked = 700;

/** Straight quotes, and what may stand in their place while the JSON is broken. */
const quote = `["'“”„«‘’]`;
const start = new RegExp(`^[\\[{][\\s\\[{]*${quote}(\\w+)${quote}?\\s*:`);
const rowKey = new RegExp(`${quote}columns${quote}`);
const blockKey = new RegExp(`${quote}(?:content|type)${quote}`);

function kindByShape({ value }: Field): JsonField['kind'] | undefined {
  const first = value.text.charCodeAt(0);
  if (first !== openBracket && first !== openBrace) return undefined;
  const head = value.text.slice(0, looked);
  const firstKey = start.exec(head)?.[1];
  if (firstKey === undefined) return undefined;
  if (firstKey === 'columns') return 'layout';
  if (firstKey === 'content' || firstKey === 'type' || firstKey === 'isHidden') return 'blocks';

  const row = head.search(rowKey);
  const block = head.search(blockKey);
  if (row >= 0 && (block < 0 || row < block)) return 'layout';
  if (block >= 0) return 'blocks';
  return firstKey === 'attrs' ? 'layout' : undefined;
}

const openBracket = 91;
const openBrace = 123;
