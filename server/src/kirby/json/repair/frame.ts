import type { Step } from './repair.ts';
import type { Role } from './shape.ts';

/** An array or object that is open at some place. Never changed, so that readings can share it. */
export interface Frame {
  readonly parent: Frame | undefined;
  readonly isArray: boolean;
  readonly role: Role;
  /** Where its bracket stands, or would stand. */
  readonly open: number;
  /** Whether that bracket is part of the text. */
  readonly isWritten: boolean;
  /** The key it stands under, as one of Kirby's. */
  readonly bit: number;
  /** What the object around it had of Kirby's keys when this began. */
  readonly seenAround: number;
  /** The cost and the repairs of the reading when it came here. */
  readonly cost: number;
  readonly path: Step | undefined;
  /** Equal for frames that are nested alike. */
  readonly signature: number;
}

const numbers: Readonly<Record<Role, number>> = {
  rows: 1,
  row: 2,
  attrs: 3,
  columns: 4,
  column: 5,
  blocks: 6,
  block: 7,
  content: 8,
  other: 9,
};

/** Begins an array or object inside of another one. */
export function openFrame(frame: Omit<Frame, 'signature'>): Frame {
  const { parent, isArray, role, open, isWritten, bit, seenAround, cost, path } = frame;
  const own = numbers[role] * 2 + (isArray ? 1 : 0);
  const signature = (Math.imul(parent === undefined ? 17 : parent.signature, 31) + own) | 0;
  // Spelled out: copying the members one by one is many times slower.
  return { parent, isArray, role, open, isWritten, bit, seenAround, cost, path, signature };
}
