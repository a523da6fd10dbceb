import { faultKinds } from '../faults/index.ts';
import type { Reading } from './reading.ts';
import { type Outcome, run } from './run.ts';
import type { Proposal } from './repair.ts';

/** How much text a repair has to make readable before it counts as right. */
const HORIZON = 150;
/** A repair that leads this far holds, even if there is another fault behind it. */
const CLEAR = 30;

/** How much dearer another reading may be and still win by leading further. */
const MARGIN = 0.3;
/** How far a reading may be behind a cheaper one before it is given up. */
const BEHIND = 12;

/** How many places the search may look at: for one fault, and for a whole text. */
export const MOST_TRIES = 150;

export interface Found {
  readonly reading: Reading;
  readonly tries: number;
}

/**
 * The cheapest way on from a place where a reading is stuck, with all its repairs in `path`.
 *
 * The readings that the causes propose are followed in the order of their costs, each until it is
 * stuck again, so that the first one to come far enough is the likeliest. Readings that are stuck at
 * one place in one state are one: of several faults near each other each is weighed by itself.
 */
export function findWayOn(stuck: Reading): Found | undefined {
  const open: Node[] = [{ reading: stuck, outcome: 'stuck', since: stuck.tokens }];
  const known = new Set<string>();
  const first = stuck.tokens;
  let furthest: Reading | undefined;
  let clear: Reading | undefined;
  let tries = 0;
  let ahead = 0;
  for (let node = cheapest(open); node !== undefined; node = cheapest(open)) {
    const { reading, outcome, since } = node;
    if (clear !== undefined && reading.cost > clear.cost + MARGIN) break;
    if (outcome === undefined) {
      tries++;
      const before = reading.cost;
      const result = run(reading, Math.max(1, first + HORIZON - reading.tokens));
      // What the run met may have made it dearer than others.
      const next = { reading, outcome: result, since };
      if (reading.cost > before) {
        open.push(next);
        continue;
      }
      node = next;
    }
    if (node.outcome !== 'stuck') {
      const wins = node.outcome === 'end' || leadsOver(reading, clear);
      return { reading: wins || clear === undefined ? reading : clear, tries };
    }
    const isPast = reading !== stuck && reading.at > stuck.at;
    if (isPast && reading.tokens - Math.max(since, first) >= CLEAR) {
      if (leadsOver(reading, clear)) clear = reading;
      continue;
    }
    if (clear !== undefined) continue;
    if (isPast && (furthest === undefined || worth(reading) > worth(furthest))) {
      furthest = reading;
    }
    if (tries >= MOST_TRIES) break;
    // A dearer reading that is still far behind a cheaper one is not going to win.
    if (reading.tokens < ahead - BEHIND) continue;
    ahead = Math.max(ahead, reading.tokens);
    const state = stateOf(reading);
    if (known.has(state)) continue;
    known.add(state);
    for (const proposal of proposals(reading)) open.push(follow(reading, proposal));
  }
  const best = clear ?? furthest;
  return best === undefined ? undefined : { reading: best, tries };
}

/** Whether one reading came clearly further than another. */
function leadsOver(reading: Reading, other: Reading | undefined): boolean {
  return other === undefined || reading.tokens > other.tokens + BEHIND;
}

interface Node {
  readonly reading: Reading;
  /** `undefined`: it has not been run since its last repair. */
  readonly outcome: Outcome | undefined;
  /** How many tokens it had at its last repair. */
  readonly since: number;
}

function cheapest(open: Node[]): Node | undefined {
  let best = 0;
  for (let index = 1; index < open.length; index++) {
    if ((open[index]?.reading.cost ?? 0) < (open[best]?.reading.cost ?? 0) - 1e-9) best = index;
  }
  const [node] = open.splice(best, 1);
  return node;
}

function* proposals(reading: Reading): Iterable<Proposal> {
  if (reading.mode === 'string' && reading.at < reading.text.length) yield acceptEnd;
  for (const kind of Object.values(faultKinds)) {
    if (kind.propose !== undefined) yield* kind.propose(reading);
  }
}

/** The quote ends its string, whatever follows it; what is wrong is found behind it. */
const acceptEnd: Proposal = {
  cost: 0,
  go: (reading) => {
    reading.endString(reading.at, reading.at + 1, true);
  },
};

function follow(stuck: Reading, { from, cost, repair, go }: Proposal): Node {
  const reading = (from ?? stuck).copy();
  reading.cost += cost;
  go(reading);
  if (repair !== undefined) reading.path = { repair, before: reading.path };
  return { reading, outcome: undefined, since: reading.tokens };
}

function stateOf({ at, mode, frame, stringStart, seen, inner }: Reading): string {
  const inString = mode === 'string' ? `${stringStart} ${inner > 0 ? 1 : 0}` : '';
  return `${at} ${mode} ${frame?.signature ?? 0} ${seen} ${inString}`;
}

/** How good a reading is that did not come far enough. */
function worth(reading: Reading): number {
  return reading.tokens - reading.cost * 20;
}
