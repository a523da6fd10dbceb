import type { FieldValue } from '../values/field-value.ts';
import type { ValueProblem } from './field-type.ts';
import { counted, itemLimits } from './limits.ts';
import { say } from '../text/say.ts';

/** What a list counts, and where a problem with the count is shown. */
export interface Count {
  readonly items: number;
  /** `['page', 'pages']` */
  readonly names: readonly [string, string];
  /** The place of what is too much: from the item at this index on. */
  readonly surplus: (index: number) => Pick<ValueProblem, 'within' | 'item'>;
  /** Whether there may be fewer items than that, in the end: no maximum is missed then. */
  readonly isUnsure?: boolean;
}

/** Fewer or more items than the blueprint wants. An empty field is the business of `required`. */
export function* checkItemCount(
  { definition, holder, path }: FieldValue,
  count: Count,
): Iterable<ValueProblem> {
  const { items } = count;
  const [one, many] = count.names;
  if (items === 0) return;
  const { min = 0, max = Infinity } = itemLimits(definition);
  if (items < min) {
    yield {
      code: 'item-count',
      message: say`${counted(items, one, many)} here, and the blueprint wants at least ${min}.`,
      isRefused: true,
      advice: say`add ${min - items} more`,
      item: { holder, path, part: 'key' },
    };
  } else if (items > max && count.isUnsure !== true) {
    yield {
      code: 'item-count',
      message: say`${counted(items, one, many)} here, and the blueprint wants at most ${max}.`,
      isRefused: true,
      advice: say`remove ${items - max}`,
      ...count.surplus(max),
    };
  }
}
