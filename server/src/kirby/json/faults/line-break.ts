import type { FaultKind } from './fault-kind.ts';

/** Enter pressed, or several lines pasted, inside of a string. */
export const lineBreak: FaultKind = {
  message: () =>
    'There is a line break inside of a text. In JSON a text stays on one line, and \\n stands for the break.',
  title: ({ edits }) =>
    edits.length > 1
      ? `Write the ${edits.length} line breaks as \\n`
      : 'Write the line break as \\n',
};
