import type { ContentDocument } from '../kirby/content/document.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { type Conflict, keep } from '../kirby/json/conflict.ts';
import { applied } from '../kirby/json/text-edit.ts';
import { say } from '../kirby/text/say.ts';
import { jsonFields } from '../site/json-fields.ts';
import { plainConflicts } from './conflicts.ts';
import { suspectsIn } from './odd-chunk.ts';
import type { Fix, Rule } from './rule.ts';

/**
 * The marks of a merge that git could not finish. `Kirby\Data\Txt::decode()` knows nothing of them: in a value
 * they are text, before a key they are a part of it. `broken-json` tells of those that stand in JSON.
 */
export const mergeConflict: Rule = {
  code: 'merge-conflict',
  severity: 'error',
  reads: 'site',
  *check({ document, site, file }) {
    // Beside the content other texts stand in a site, which nobody reads as fields.
    if (site !== undefined && (file === undefined || file.isChanges)) return;
    for (const conflict of plainConflicts(document, jsonFields(document, site, file))) {
      yield {
        message: say`A merge left its marks here: "<<<<<<<", "=======" and ">>>>>>>" stand between two versions. Kirby shows both with their marks, and a field behind a mark is lost; keep one of the versions.`,
        span: conflict.mark,
        fixes: () => sides(document, conflict),
      };
    }
  },
};

/** Keeps one side of a merge, where that makes nothing worse. */
function sides(document: ContentDocument, conflict: Conflict): readonly Fix[] {
  return (['ours', 'theirs'] as const).flatMap((side) => {
    const edits = keep(conflict, side);
    const text = applied(document.text, edits);
    const isBetter =
      text !== undefined && suspectsIn(parseContent(text)).length <= suspectsIn(document).length;
    const title = side === 'ours' ? say`Keep yours` : say`Keep theirs`;
    return isBetter ? [{ title, edits, safe: false }] : [];
  });
}
