import type { Span } from '../../text/span.ts';
import type { Cause } from '../faults/index.ts';
import type { TextEdit } from '../text-edit.ts';
import type { Reading } from './reading.ts';

/** One root cause, where it shows, and what mends it. */
export interface Repair {
  readonly cause: Cause;
  /** What is wrong, never empty: of something missing, the character before it. */
  readonly span: Span;
  /** In rising order. */
  readonly edits: readonly TextEdit[];
  /** Nothing readable is lost by it. */
  readonly safe: boolean;
  /** Repairs of one cause with the same group are one fault: quotes pasted into one text, say. */
  readonly group?: number;
  /** What the words need to know besides the cause: the bracket that is missing, say. */
  readonly detail?: string;
}

/** The repairs of a reading, the last one first. */
export interface Step {
  readonly repair: Repair;
  readonly before: Step | undefined;
}

/** A way on from a place where a reading is stuck. */
export interface Proposal {
  /** Where it sets out; the stuck reading itself when absent. */
  readonly from?: Reading;
  /** About 1 for one likely mistake, more for what is less likely. */
  readonly cost: number;
  /** Absent: the way on needs no repair by itself. */
  readonly repair?: Repair;
  /** Takes a copy of the reading past the place. */
  readonly go: (reading: Reading) => void;
}
