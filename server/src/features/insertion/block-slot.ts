import type { FieldDefinition, Fieldset } from '../../kirby/blueprint/blueprint.ts';
import {
  isArray,
  type JsonObject,
  type JsonPath,
  parseJson,
  valueAt,
} from '../../kirby/json/value.ts';
import type { Span } from '../../kirby/text/span.ts';
import { valueAtOffset } from '../../kirby/values/at.ts';
import { contentsOf } from '../../kirby/values/contents.ts';
import type { FieldValue } from '../../kirby/values/field-value.ts';
import type { Holder } from '../../kirby/values/holder.ts';
import { forms } from '../../site/forms.ts';
import { emptyValue } from '../completion/empty-value.ts';
import type { FileSlot, InsertionContext } from './insertion.ts';
import { takes } from './list-slot.ts';
import { referenceTo } from './reference.ts';

/** Kirby's blocks of images, by the field that holds them. */
const imageBlocks: readonly (readonly [type: string, field: string])[] = [
  ['image', 'image'],
  ['gallery', 'images'],
];

/**
 * A place among blocks where no field takes files: images become a new block behind the one that the
 * offset is in, `image` for one of them, `gallery` for several.
 */
export function blockSlot(context: InsertionContext, span: Span): FileSlot | undefined {
  const { document, site, file, newBlockId } = context;
  const all = forms(document, site, file);
  const found = valueAtOffset(all, span.start, site.options.yamlHandler)?.value;
  const place = found && placeIn(found, span, context);
  if (place === undefined) return undefined;
  const { fieldsets } = place.field;
  const offered = imageBlocks.flatMap(([type, name]) => {
    const fieldset = fieldsets?.get(type);
    const definition = fieldset?.fields.get(name);
    return fieldset && definition?.type === 'files' ? [{ fieldset, definition }] : [];
  });
  const [one] = offered;
  if (one === undefined) return undefined;
  const chosen = (types: Parameters<FileSlot['takes']>[0]): (typeof offered)[number] | undefined =>
    offered.find(({ definition }) => takes(definition, types));
  return {
    definition: one.definition,
    takes: (types) => types.every((type) => type === 'image') && chosen(types) !== undefined,
    insert: (files) => {
      const block = chosen(files.map(({ type }) => type));
      const references = files.map((entry) => referenceTo(entry, 'uuid'));
      return (
        block &&
        place.holder.change({
          kind: 'insert',
          path: place.list,
          index: place.index,
          value: {
            content: contentOf(block.fieldset, block.definition, references),
            id: newBlockId(),
            isHidden: false,
            type: block.fieldset.type,
          },
        })
      );
    },
  };
}

/** A place in a list of blocks. */
interface BlockPlace {
  /** The Blocks or Layout field. */
  readonly field: FieldDefinition;
  readonly holder: Holder;
  readonly list: JsonPath;
  readonly index: number;
}

function placeIn(
  value: FieldValue,
  { start, end }: Span,
  { site }: InsertionContext,
): BlockPlace | undefined {
  if (start !== end) return undefined;
  const { form } = value;
  if (form.kind === 'block' && form.parent !== undefined && form.place !== undefined) {
    return placeBehind(form.parent.definition, form.place.holder, form.place.path);
  }
  const { type } = value.definition;
  if (type !== 'blocks' && type !== 'layout') return undefined;
  const contents = contentsOf(value, site.options.yamlHandler);
  const path = contents?.pathAt(start);
  return contents && path && placeBehind(value.definition, contents, path);
}

/** @param path leads to a list of blocks, or into a block of it */
function placeBehind(
  field: FieldDefinition,
  holder: Holder,
  path: JsonPath,
): BlockPlace | undefined {
  const isInLayout = field.type === 'layout';
  if (isInLayout && !(path[1] === 'columns' && path[3] === 'blocks')) return undefined;
  const list = isInLayout ? path.slice(0, 4) : [];
  const blocks = valueAt(holder.value, list);
  if (!isArray(blocks)) return undefined;
  const index = path[list.length];
  return { field, holder, list, index: typeof index === 'number' ? index + 1 : blocks.length };
}

/** All fields of the block, as the Panel would save a new one. */
function contentOf(
  { fields }: Fieldset,
  holding: FieldDefinition,
  references: readonly string[],
): JsonObject {
  return Object.fromEntries(
    [...fields].map(([key, definition]) => {
      const { before, after } = emptyValue(definition);
      return [key, definition === holding ? references : (parseJson(before + after) ?? '')];
    }),
  );
}
