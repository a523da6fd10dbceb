import type { Proposal, Repair } from '../repair/repair.ts';
import type { Reading } from '../repair/reading.ts';

/** One cause of broken JSON: what an author reads about it, and how it may be mended. */
export interface FaultKind {
  /** What is wrong, in one or two sentences. */
  readonly message: (repair: Repair, text: string) => string;
  /** What the fix does, imperative: `Escape the quote`. */
  readonly title: (repair: Repair) => string;
  /**
   * The ways on that this cause would open at a place where a reading is stuck. They are weighed
   * against those of all other causes. Absent where the cause is found inside of strings.
   */
  readonly propose?: (stop: Reading) => Iterable<Proposal>;
  /** Improves a repair once an author asks for it, where that needs another look at the text. */
  readonly refine?: (repair: Repair, text: string) => Repair;
}
