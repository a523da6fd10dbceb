import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** Anything else between the tokens of JSON. */
export const strayText: FaultKind = {
  message: ({ detail }) =>
    detail === 'invisible'
      ? say`There is an invisible character between the parts of the JSON.`
      : say`This stands between the parts of the JSON and belongs to none of them.`,
  title: ({ detail }) =>
    detail === 'invisible' ? say`Remove the invisible character` : say`Remove it`,
  *propose(stop) {
    const { text, at } = stop;
    if (stop.mode === 'string' || at >= text.length) return;
    const end = endOf(text, at);
    const run = text.slice(at, end);
    const isInvisible = /^[\s\u200b-\u200f\u2060\ufeff\p{Cc}]+$/u.test(run);
    yield {
      cost: isInvisible ? 0.9 : 2 + Math.min(run.length, 60) / 30,
      repair: {
        cause: 'stray-text',
        span: { start: at, end },
        edits: [replace(at, end, '')],
        safe: !/[\p{L}\p{N}]/u.test(run),
        ...(isInvisible ? { detail: 'invisible' } : {}),
      },
      go: (reading) => {
        reading.at = end;
      },
    };
  },
};

const MOST = 2000;

function endOf(text: string, at: number): number {
  const isInvisible = /[\s\u200b-\u200f\u2060\ufeff\p{Cc}]/u;
  const first = isInvisible.test(text[at] ?? '');
  const most = Math.min(text.length, at + MOST);
  let end = at + 1;
  while (
    end < most &&
    !/[,:{}[\]"\n]/u.test(text[end] ?? '') &&
    first === isInvisible.test(text[end] ?? '')
  )
    end++;
  return end;
}
