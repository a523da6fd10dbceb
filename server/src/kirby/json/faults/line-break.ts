import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** Enter pressed, or several lines pasted, inside of a string. */
export const lineBreak: FaultKind = {
  message: () =>
    say`There is a line break inside of a text. In JSON a text stays on one line, and \\n stands for the break.`,
  title: ({ edits }) =>
    edits.length > 1
      ? say`Write the ${edits.length} line breaks as \\n`
      : say`Write the line break as \\n`,
};
