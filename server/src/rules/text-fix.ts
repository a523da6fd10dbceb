import type { TextEdit } from '../kirby/json/text-edit.ts';
import type { Fix } from './rule.ts';
import type { Text } from './texts.ts';

/** A fix that edits a text where it stands; none when that would change anything else. */
export function textFix(
  text: Text,
  title: string,
  edits: readonly TextEdit[],
  options: { readonly safe: boolean },
): readonly Fix[] {
  const made = text.replaced(edits);
  return made === undefined ? [] : [{ title, edits: made, safe: options.safe }];
}
