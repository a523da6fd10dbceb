import { insert } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

const field = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,60}:/u;

/** The next field, because the `----` before it was deleted. */
export const missingDivider: FaultKind = {
  message: ({ detail }) =>
    say`The divider before the field "${detail ?? ''}" is missing, so that the field belongs to this one.`,
  title: () => say`Insert the divider "----"`,
  *propose(stop) {
    const { text, at, valueEnd } = stop;
    if (stop.mode !== 'after' || stop.frame !== undefined) return;
    const gap = text.slice(valueEnd, at);
    const name = field.exec(text.slice(at, at + 80))?.[0];
    if (name === undefined || !gap.includes('\n')) return;
    yield {
      cost: 0.7,
      repair: {
        cause: 'missing-divider',
        span: { start: at, end: at + name.length },
        edits: [divider(gap, valueEnd)],
        safe: true,
        detail: name.slice(0, -1),
      },
      go: (reading) => {
        reading.at = text.length;
      },
    };
  },
};

/** Kirby writes an empty line on both sides; of those that are there every one is kept. */
function divider(gap: string, start: number): ReturnType<typeof insert> {
  const eol = gap.includes('\r\n') ? '\r\n' : '\n';
  const breaks = [...gap.matchAll(/\r?\n/gu)];
  const before = breaks[1] ?? breaks[0];
  const at = before === undefined ? gap.length : before.index + before[0].length;
  const above = breaks.length === 1 ? eol : '';
  const below = breaks.length - 2 >= 2 ? '' : breaks.length - 2 === 1 ? eol : eol + eol;
  return insert(start + at, `${above}----${below}`);
}
