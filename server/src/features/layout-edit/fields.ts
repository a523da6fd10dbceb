import type { FieldDefinition, Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { usualBlockTypes } from '../../kirby/blueprint/usual-block-types.ts';
import type { Field } from '../../kirby/content/document.ts';
import { jsonOf } from '../../kirby/json/json-text.ts';
import { isArray, type JsonPath, type JsonValue, valueAt } from '../../kirby/json/value.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { kirbyBlueprints } from '../../site/blueprint-loader.ts';
import { jsonFields } from '../../site/json-fields.ts';
import { usualPatterns } from '../completion/widths.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { deepValueAt } from './deep.ts';
import { isRow } from './new-items.ts';

/** A Layout or Blocks field of a document. */
export interface StructureField {
  /** Its number among the fields of the document. */
  readonly index: number;
  readonly field: Field;
  /** What its list holds: a Layout field may hold blocks, and the other way round. */
  readonly holds: 'rows' | 'blocks';
  readonly definition: FieldDefinition | undefined;
  /** The types that may be added, in the order of the selector. */
  readonly types: ReadonlyMap<string, Fieldset | undefined>;
  /** The column patterns of a new row. */
  readonly patterns: readonly (readonly string[])[];
}

/** All Layout and Blocks fields, those that are empty or broken too. */
export function structureFields(context: RuleContext): readonly StructureField[] {
  const { document, site, file } = context;
  return jsonFields(document, site, file).map(({ field, kind, definition }) => {
    const value = field.value.text === '' ? [] : jsonOf(field).value;
    const first = isArray(value) ? value[0] : undefined;
    const holdsRows = first === undefined ? kind === 'layout' : isRow(first);
    return {
      index: document.fields.indexOf(field),
      field,
      holds: holdsRows ? 'rows' : 'blocks',
      definition,
      types: typesOf(definition, context),
      patterns: definition?.layouts ?? usualPatterns,
    };
  });
}

function typesOf(
  definition: FieldDefinition | undefined,
  { site }: RuleContext,
): ReadonlyMap<string, Fieldset | undefined> {
  if (definition?.fieldsets !== undefined) return definition.fieldsets;
  const blueprints = site?.blueprints ?? kirbyBlueprints;
  const types = new Set([...usualBlockTypes, ...(site?.options.blockTypes ?? [])]);
  return new Map([...types].map((type) => [type, blueprints.fieldset(type)]));
}

type Types = StructureField['types'];

/**
 * The types of blocks that a list of blocks takes: the field's own list, a column's, or that of a Blocks
 * field in a block. `undefined`: no list of blocks stands there.
 *
 * @param value the JSON of the field
 */
export function typesAt(
  { holds, types }: Pick<StructureField, 'holds' | 'types'>,
  list: JsonPath,
  value: JsonValue,
): Types | undefined {
  const isOwn = holds === 'blocks' ? list.length === 0 : list.length === 4 && list[3] === 'blocks';
  if (isOwn) return types;
  const key = list.at(-1);
  if (list.at(-2) !== 'content' || typeof key !== 'string') return undefined;
  const block = list.slice(0, -2);
  const type = deepValueAt(value, [...block, 'type']);
  const fieldset =
    typeof type === 'string'
      ? typesAt({ holds, types }, block.slice(0, -1), value)?.get(type)
      : undefined;
  return typesOfNested(fieldset?.fields.get(asciiLower(key)), types);
}

/** The types of a Blocks field in a block; `undefined` for any other field. */
export function typesOfNested(
  definition: FieldDefinition | undefined,
  usual: Types,
): Types | undefined {
  return definition?.type === 'blocks' ? (definition.fieldsets ?? usual) : undefined;
}

/** The types of all blocks inside of a value. */
export function typesIn(value: JsonValue | undefined, path: JsonPath = []): readonly string[] {
  const item = value === undefined ? undefined : valueAt(value, path);
  if (isArray(item)) return item.flatMap((one) => typesIn(one));
  if (item === undefined || item === null || typeof item !== 'object') return [];
  const type = valueAt(item, ['type']);
  if (typeof type === 'string' && !isRow(item)) return [type];
  return [...typesIn(item, ['columns']), ...typesIn(item, ['blocks'])];
}
