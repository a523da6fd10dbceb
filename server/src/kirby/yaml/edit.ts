import type { JsonChange } from '../json/edit.ts';
import type { TextEdit } from '../json/text-edit.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { YamlHandler } from './read.ts';

/** Stand-in until the real one lands. */
export function editYaml(
  _source: MappedText,
  _handler: YamlHandler,
  _change: JsonChange,
): { readonly ok: true; readonly edits: readonly TextEdit[] } | { readonly ok: false } {
  return { ok: false };
}
