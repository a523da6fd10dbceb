import type { YamlHandler } from '../yaml/read.ts';
import { contentsOf } from './contents.ts';
import type { FieldValue, Form } from './field-value.ts';

/** The innermost value at an offset of the document, and whether the offset is on its key. */
export interface ValuePlace {
  readonly value: FieldValue;
  readonly isOnKey: boolean;
}

/**
 * The value of a field that an offset touches, by its key or by what it holds, however deep it
 * stands.
 *
 * @param forms all forms of the document, the file's own first
 */
export function valueAtOffset(
  forms: readonly Form[],
  offset: number,
  handler: YamlHandler,
): ValuePlace | undefined {
  const [file] = forms;
  if (file?.kind !== 'file') return undefined;
  for (const value of file.values.values()) {
    const field = value.holder.field;
    if (field === undefined || offset < field.span.start || offset > field.span.end) continue;
    if (offset <= field.nameSpan.end) return { value, isOnKey: true };
    return innermost(value, forms, offset, handler);
  }
  return undefined;
}

function innermost(
  outer: FieldValue,
  forms: readonly Form[],
  offset: number,
  handler: YamlHandler,
): ValuePlace {
  const path = contentsOf(outer, handler)?.pathAt(offset);
  if (path === undefined) return { value: outer, isOnKey: false };
  let inner: FieldValue | undefined;
  for (const form of forms) {
    if (form.parent !== outer) continue;
    for (const value of form.values.values()) {
      const isOnTheWay = value.path.every((step, index) => step === path[index]);
      if (isOnTheWay && value.path.length > (inner?.path.length ?? 0)) inner = value;
    }
  }
  if (inner === undefined) return { value: outer, isOnKey: false };
  const key = inner.holder.keySpanAt(inner.path);
  if (key !== undefined && key.start <= offset && offset <= key.end) {
    return { value: inner, isOnKey: true };
  }
  return innermost(inner, forms, offset, handler);
}
