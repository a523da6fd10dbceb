import { color } from './color.ts';
import { files } from './files.ts';
import { pages } from './pages.ts';
import type { FieldRenderer } from './renderer.ts';
import { structure } from './structure.ts';
import { tags } from './tags.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { toggle } from './toggle.ts';
import { writer } from './writer.ts';

/** Field types that are shown as something else than their text. */
export const fieldRenderers: ReadonlyMap<string, FieldRenderer> = new Map([
  ['checkboxes', tags],
  ['color', color],
  ['entries', pages],
  ['files', files],
  ['list', writer],
  ['markdown', textarea],
  ['multiselect', tags],
  ['object', structure],
  ['pages', pages],
  ['structure', structure],
  ['tags', tags],
  ['textarea', textarea],
  ['toggle', toggle],
  ['writer', writer],
]);

/** The renderer of a field type, or for a field that no blueprint knows the one its value asks for. */
export function fieldRendererOf(type: string | undefined, value: string): FieldRenderer {
  if (type !== undefined) return fieldRenderers.get(type) ?? text;
  if (/^(?:- *)?file:\/\//.test(value)) return files;
  if (/^(?:- *)?page:\/\//.test(value)) return pages;
  if (/^#[\da-f]{3,8}$/i.test(value)) return color;
  if (/^- *\n +[\w-]+:|^- [\w-]+: /.test(value)) return structure;
  if (/^<(?:p|h[1-6]|ul|ol|blockquote)\b[^>]*>[^]*>$/i.test(value)) return writer;
  return /\n|\((?:image|link|file|video|email|tel|gist|youtube|vimeo):/.test(value)
    ? textarea
    : text;
}
