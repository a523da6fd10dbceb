import type { FaultKind } from './fault-kind.ts';

/** Where so much is wrong that no reading is likelier than another. */
export const unreadable: FaultKind = {
  message: () => 'From here on the JSON cannot be made out.',
  title: () => 'Repair the JSON',
};
