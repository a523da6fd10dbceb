import type { Orphan } from '../site/site.ts';
import { nameOf } from '../site/site-path.ts';
import type { Rule, Severity } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Metadata whose file is gone: `zoo.jpg.txt` without `zoo.jpg`. It is read by nothing; where its name
 * is the last one in the folder of a page, it is worse: Kirby takes it for the content of the page
 * (`Kirby\Filesystem\Dir::inventory()`). What is lost is said in the page as well, by
 * `unread-content`.
 *
 * No fix removes it: what it says of the file may be all that is left.
 */
export const orphanMetadata: Rule = {
  code: 'orphan-metadata',
  severity: 'information',
  reads: 'site',
  *check({ document, site, file }) {
    const [first] = document.fields;
    const orphan = file && site?.orphan(file);
    if (first === undefined || orphan === undefined) return;
    const { hides } = orphan;
    yield {
      message: messageFor(orphan),
      severity: severityOf(orphan),
      span: first.nameSpan,
      ...(hides !== undefined && {
        related: [{ message: say`Kirby does not read this content.`, path: hides }],
      }),
    };
  },
};

function severityOf({ isTemplate, hides }: Orphan): Severity {
  if (!isTemplate) return 'information';
  return hides === undefined ? 'warning' : 'error';
}

function messageFor({ of, renamed, ...orphan }: Orphan): string {
  const todo =
    renamed === undefined
      ? say`bring "${of}" back, or remove this file.`
      : say`bring "${of}" back, or remove this file. If it describes "${renamed.file}", rename it to "${renamed.metadata}".`;
  return say`The file "${of}" that this file describes is not there. ${effect(orphan)}; ${todo}`;
}

function effect({ isTemplate, hides }: Pick<Orphan, 'isTemplate' | 'hides'>): string {
  if (!isTemplate) return say`Kirby does not read this file`;
  return hides === undefined
    ? say`Kirby takes this file for the content of the page`
    : say`Kirby takes this file for the content of the page, and reads nothing of "${nameOf(hides)}"`;
}
