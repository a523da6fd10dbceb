import type { Unread } from '../site/site.ts';
import { nameOf } from '../site/site-path.ts';
import type { Rule, Severity } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A content file that Kirby passes over. The last of all content files of a folder that describe no
 * file gives the page its template, and only the files of that template are read
 * (`Kirby\Filesystem\Dir::inventory()`). Metadata whose file is gone is such a file as well.
 */
export const unreadContent: Rule = {
  code: 'unread-content',
  severity: 'warning',
  reads: 'site',
  *check({ document, site, file }) {
    const [first] = document.fields;
    const unread = file && site?.unread(file);
    // Of metadata whose file is gone `orphan-metadata` tells.
    if (first === undefined || unread === undefined) return;
    if (file !== undefined && site?.orphan(file) !== undefined) return;
    yield {
      message: say`Kirby does not read this file. ${reason(unread)}`,
      severity: severityOf(unread),
      span: first.nameSpan,
      ...('other' in unread && {
        related: [{ message: say`Kirby reads this instead.`, path: unread.other }],
      }),
    };
  },
};

/** What takes the content of a page away is worse than what has been left over. */
function severityOf({ why }: Unread): Severity {
  return why === 'metadata' ? 'error' : 'warning';
}

function reason(unread: Unread): string {
  switch (unread.why) {
    case 'other-file':
      return say`Of several content files in one folder the last counts, which is "${nameOf(unread.other)}"; remove one of them.`;
    case 'metadata':
      return unread.isOrphan
        ? say`It takes "${nameOf(unread.other)}" for the content of the page, because the file "${unread.of}" that it describes is not there; remove it, or bring the file back.`
        : say`It takes "${nameOf(unread.other)}" for the content of the page, because its name has no language; rename it, like "${unread.of}.en.txt".`;
    case 'letter-case':
      return say`The name of a template has no capitals, so that on a disk that minds them the file has to begin with "${unread.template}."; rename it.`;
    case 'no-language':
      return unread.isThere
        ? say`The site has languages, and Kirby reads "${unread.name}" instead; move there what is still needed, and remove this file.`
        : say`The site has languages, and the name of this file has none; rename it to "${unread.name}".`;
  }
}
