import type { JsonArray } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import type { Holder } from '../values/holder.ts';
import type { FieldEnvironment, ValueFix, ValueProblem } from './field-type.ts';
import { say } from '../text/say.ts';

/** Chosen users of which the site has no account: `toUsers()` passes over them without a word. */
export function* checkUsers(
  holder: Holder,
  items: JsonArray,
  { insteadOfUser }: FieldEnvironment,
): Iterable<ValueProblem> {
  for (const [index, item] of items.entries()) {
    if (typeof item !== 'string' || item === '' || isBlurred(item)) continue;
    const near = insteadOfUser?.(item);
    if (near === undefined) continue;
    yield {
      code: 'missing-user',
      message: say`No account of this site is "${item}". Kirby leaves it out without a word; choose another user or remove it.`,
      item: { holder, path: [index] },
      fixes: () => [
        ...near.flatMap(({ id, name }) =>
          fixOf(
            say`Use the user "${name}" instead`,
            holder.change({ kind: 'set', path: [index], value: inFormOf(item, id) }),
          ),
        ),
        ...fixOf(say`Remove the reference`, holder.change({ kind: 'remove', path: [index] })),
      ],
    };
  }
}

/** A UUID with blanks around it, of which `checkForeign()` speaks. */
function isBlurred(item: string): boolean {
  const bare = phpTrim(item);
  return bare !== item && bare.startsWith('user://');
}

/** Addresses and bare ids are what early versions of Kirby stored; new ones are written as it does. */
function inFormOf(item: string, id: string): string {
  return item.includes('://') || item.includes('@') ? `user://${id}` : id;
}

function fixOf(title: string, edits: ReturnType<Holder['change']>): readonly ValueFix[] {
  return edits === undefined ? [] : [{ title, edits, safe: false }];
}
