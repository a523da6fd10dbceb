import type { FieldType } from './field-type.ts';
import { readHtml } from './read-html.ts';
import { say } from '../text/say.ts';

/** A list in HTML (`kirby/config/fields/list.php`). */
export const list: FieldType = {
  type: 'list',
  read: readHtml,
  describe: () => [say`A list as HTML: \`<ul>\` or \`<ol>\` with \`<li>\` inside.`],
};
