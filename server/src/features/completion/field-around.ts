import type { ContentDocument, Field } from '../../kirby/content/document.ts';

/** The field whose chunk, up to the next divider, the cursor is in behind the name. */
export function fieldAround(
  { fields, dividers, text }: ContentDocument,
  offset: number,
): Field | undefined {
  return fields.find((field) => {
    const end =
      dividers.find((divider) => divider.start >= field.valueSpan.end)?.start ?? text.length;
    return field.nameSpan.end < offset && offset <= end;
  });
}
