import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** Where so much is wrong that no reading is likelier than another. */
export const unreadable: FaultKind = {
  message: () => say`From here on the JSON cannot be made out.`,
  title: () => say`Repair the JSON`,
};
