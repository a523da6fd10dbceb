import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A comment, which JSON does not have: from two slashes to the end of the line, or between marks. */
export const comment: FaultKind = {
  message: () => say`JSON has no comments.`,
  title: ({ edits }) => (edits.length > 1 ? say`Remove the comments` : say`Remove the comment`),
  *propose(stop) {
    const { text, at } = stop;
    if (stop.mode === 'string' || (text[at] !== '/' && text[at] !== '#')) return;
    const end = endOf(text, at);
    if (end < 0) return;
    yield {
      cost: 1,
      repair: {
        cause: 'comment',
        span: { start: at, end },
        edits: [replace(at, end, '')],
        safe: false,
      },
      go: (reading) => {
        reading.at = end;
      },
    };
  },
};

/** Where the comment at `at` ends; -1 when there is none. */
function endOf(text: string, at: number): number {
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? -1 : end + 2;
  }
  if (!text.startsWith('//', at) && !text.startsWith('# ', at)) return -1;
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}
