import type { FieldType } from './field-type.ts';
import { readHtml } from './read-html.ts';

/** Text with formats, in HTML (`kirby/config/fields/writer.php`). */
export const writer: FieldType = {
  type: 'writer',
  read: readHtml,
  describe: ({ props }) => [
    props['inline'] === true
      ? 'Text as HTML, without paragraphs or other blocks.'
      : 'Text as HTML: `<p>…</p>` and the like.',
  ],
};
