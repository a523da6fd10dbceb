import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/** What stands for bytes that are no UTF-8, also in files that were saved like this. */
const LOST = '\uFFFD';

/**
 * A file in another encoding than UTF-8, or a character that was lost when such a file was saved. Kirby takes all
 * bytes for UTF-8: `json_decode()` refuses others, so that a Layout is empty, and browsers show � for them.
 */
export const lostCharacter: Rule = {
  code: 'lost-character',
  severity: 'warning',
  reads: 'document',
  *check({ document: { text } }) {
    const start = text.indexOf(LOST);
    if (start < 0) return;
    const count = text.split(LOST).length - 1;
    const what =
      count === 1
        ? say`A character is lost here`
        : say`${count} characters of this file are lost, the first one here`;
    yield {
      message: say`${what}: the file is not UTF-8, or was once read as if it were. Readers see � there, and JSON that is not UTF-8 is nothing to Kirby; reopen the file with its own encoding and save it as UTF-8, or type what is lost again.`,
      span: { start, end: start + LOST.length },
    };
  },
};
