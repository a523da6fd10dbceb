import type { Span } from '../text/span.ts';
import type { KirbyTag } from './tags.ts';

/** A UUID in parentheses, which Kirby takes for a tag that names nothing. */
export interface EmptyTag {
  /** `file://…` */
  readonly uuid: string;
  /** The same, without the parentheses. */
  readonly span: Span;
}

/** `(file://…)`: a tag `file` by its grammar, whose value is empty. Kirby prints nothing for it. */
export function emptyTags(text: string, tags: readonly KirbyTag[]): readonly EmptyTag[] {
  return tags.flatMap(({ type, span, value }) => {
    const inside = { start: span.start + 1, end: span.end - 1 };
    const uuid = text.slice(inside.start, inside.end);
    return type === 'file' && value.text === '' && /^file:\/\/[\w-]+$/.test(uuid)
      ? [{ uuid, span: inside }]
      : [];
  });
}
