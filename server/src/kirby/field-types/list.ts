import type { FieldType } from './field-type.ts';
import { readHtml } from './read-html.ts';

/** A list in HTML (`kirby/config/fields/list.php`). */
export const list: FieldType = {
  type: 'list',
  read: readHtml,
  describe: () => ['A list as HTML: `<ul>` or `<ol>` with `<li>` inside.'],
};
