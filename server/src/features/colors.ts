import { applied, type TextEdit } from '../kirby/json/text-edit.ts';
import { colorFormatOf } from '../kirby/field-types/color.ts';
import type { Span } from '../kirby/text/span.ts';
import { readColor, type Rgba, writeColor } from '../kirby/validate/rgba.ts';
import { type FieldValue, replaced, textOf } from '../kirby/values/field-value.ts';
import type { RuleContext } from '../rules/rule.ts';
import { forms } from '../site/forms.ts';

/** A colour in a content file. */
export interface ColorPlace {
  /** The text of the colour, without quotes around it. */
  readonly span: Span;
  readonly color: Rgba;
}

/** The values of color fields that are colours, at any depth. */
export function colorsIn(context: RuleContext): readonly ColorPlace[] {
  return colorValues(context).map(({ span, color }) => ({ span, color }));
}

/** How a colour is written, and the edit that puts it where another one stands. */
export interface ColorPresentation {
  readonly label: string;
  /** Of the whole colour: while an author picks, the editor replaces it again and again. */
  readonly edit: TextEdit;
}

/**
 * How a picked colour can be written in the place of the one at a span: in the format of the field,
 * and nothing else.
 */
export function colorPresentations(
  context: RuleContext,
  span: Span,
  color: Rgba,
): readonly ColorPresentation[] {
  const found = colorValues(context).find(
    (place) => place.span.start === span.start && place.span.end === span.end,
  );
  const format = found && colorFormatOf(found.value.definition);
  if (found === undefined || format === undefined) return [];
  const hasAlpha = found.value.definition.props['alpha'] === true;
  const label = writeColor(hasAlpha ? color : { ...color, alpha: 1 }, format);
  const { text } = context.document;
  const edits = replaced(found.value, label);
  const after = edits && applied(text, edits);
  if (after === undefined) return [];
  const written = after.slice(span.start, span.end + after.length - text.length);
  return [{ label, edit: { span, text: written } }];
}

function colorValues({
  document,
  site,
  file,
}: RuleContext): readonly (ColorPlace & { readonly value: FieldValue })[] {
  return forms(document, site, file).flatMap(({ values }) =>
    [...values.values()].flatMap((value) => {
      if (value.definition.type !== 'color' || typeof value.value !== 'string') return [];
      const color = readColor(value.value);
      const text = color && textOf(value);
      if (color === undefined || text === undefined) return [];
      return [{ value, color, span: text.toSource({ start: 0, end: text.text.length }) }];
    }),
  );
}
