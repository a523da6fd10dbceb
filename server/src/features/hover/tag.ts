import type { Field } from '../../kirby/content/document.ts';
import { tagTypes } from '../../kirby/kirbytext/tag-types.ts';
import { type KirbyTag, parseTags } from '../../kirby/kirbytext/tags.ts';
import { type Span, touches } from '../../kirby/text/span.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { kirbytexts, tagsOf } from '../../rules/texts.ts';
import { definitionOf, jsonFields } from '../../site/json-fields.ts';
import type { Hover } from '../hover.ts';
import { describeAttribute, describeTag } from '../tag-notes.ts';
import { say } from '../../kirby/text/say.ts';

/** The name of a KirbyTag or of its attribute under the cursor, explained. */
export function hoverTag(context: RuleContext, offset: number): Hover | undefined {
  const place = placeOf(context, offset);
  const tag = place?.tags.find(({ span }) => touches(span, place.offset));
  const type = tag && tagTypes.get(tag.type);
  if (place === undefined || tag === undefined || type === undefined) return undefined;
  const nameStart = tag.span.start + 1;
  const name = { start: nameStart, end: nameStart + type.name.length };
  if (touches(name, place.offset)) {
    return { markdown: `**(${type.name}: …)**\n\n${describeTag(type)}`, span: place.toSpan(name) };
  }
  const attribute = tag.attributes.find(({ nameSpan }) => touches(nameSpan, place.offset));
  return attribute === undefined
    ? undefined
    : {
        markdown: `${say`**${attribute.name}** of (${type.name}: …)`}\n\n${describeAttribute(type, attribute.name)}`,
        span: place.toSpan(attribute.nameSpan),
      };
}

interface Place {
  readonly tags: readonly KirbyTag[];
  readonly offset: number;
  readonly toSpan: (span: Span) => Span;
}

function placeOf(context: RuleContext, offset: number): Place | undefined {
  for (const text of kirbytexts(context)) {
    const inside = text.offsetIn(offset);
    if (inside === undefined) continue;
    return { tags: tagsOf(text), offset: inside, toSpan: (span) => text.toSpan(span) };
  }
  const field = unknownField(context, offset);
  const inside = field?.value.fromSource(offset);
  if (field === undefined || inside === undefined) return undefined;
  return {
    tags: parseTags(field.value.text),
    offset: inside,
    toSpan: (span) => field.value.toSource(span),
  };
}

/** A field that no blueprint knows may be a textarea. */
function unknownField({ document, site, file }: RuleContext, offset: number): Field | undefined {
  const field = document.fields.find(({ valueSpan }) => touches(valueSpan, offset));
  if (field === undefined) return undefined;
  const definitions = file && site?.blueprints.of(file.model)?.fields;
  if (definitions !== undefined && definitionOf(definitions, field.name) !== undefined)
    return undefined;
  const isJson = jsonFields(document, site, file).some((json) => json.field === field);
  return isJson ? undefined : field;
}
