import type { Chosen } from '../reference/comma-list.ts';
import { phpTrim } from '../text/php.ts';
import type { Holder } from '../values/holder.ts';
import type { ValueProblem } from './field-type.ts';
import { say } from '../text/say.ts';

const schemes: Readonly<Record<Chosen, string>> = { files: 'file', pages: 'page', users: 'user' };

/**
 * An item of a list of files, pages or users that can be none of them: a permalink, a UUID of another
 * kind, with a scheme in capitals or with blanks around it, an address of the web. `Kirby\Cms\Collection::find()` has nothing
 * for it, and the list is without it.
 */
export function* checkForeign(
  holder: Holder,
  index: number,
  item: string,
  type: Chosen,
): Iterable<ValueProblem> {
  const own = schemes[type];
  const bare = phpTrim(item);
  const [, scheme = '', rest = ''] =
    /^(?:\/@\/)?(page|file|user|site|https?)(?::\/)?\/(.*)$/isu.exec(bare) ?? [];
  if (scheme === '' || !/^\/@\/|:\/\//u.test(bare)) return;
  if (item === bare && item.startsWith(`${own}://`)) return;
  const meant = scheme.toLowerCase() === own && rest !== '' ? `${own}://${rest}` : undefined;
  yield {
    code: 'foreign-item',
    message:
      meant === undefined
        ? say`Kirby finds nothing by "${item}" in this field, and leaves it out without a word. Write "${`${own}://`}" and the UUID.`
        : say`Kirby finds nothing by "${item}" in this field, and leaves it out without a word. Write "${meant}".`,
    item: { holder, path: [index] },
    fixes: () => {
      const edits =
        meant === undefined
          ? undefined
          : holder.change({ kind: 'set', path: [index], value: meant });
      return edits === undefined ? [] : [{ title: say`Write "${meant ?? ''}"`, edits, safe: true }];
    },
  };
}
