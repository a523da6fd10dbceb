import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { identity } from '../site/mentions/find.ts';
import { mentions } from '../site/mentions/mentions.ts';
import { subjectAt } from './references.ts';

/**
 * All places of a content file that mention the same page or file as the one at an offset, in
 * whatever form they do. `undefined`: nothing is mentioned there.
 */
export function highlightsAt(context: RuleContext, offset: number): readonly Span[] | undefined {
  const { document, site, file } = context;
  const subject = subjectAt(context, offset);
  if (subject === undefined || site === undefined || file === undefined) return undefined;
  const wanted = identity(subject.target);
  const spans = mentions(document, site, file)
    .filter(({ target }) => identity(target) === wanted)
    .map(({ span }) => span);
  return subject.isOwn ? [subject.span, ...spans] : spans;
}
