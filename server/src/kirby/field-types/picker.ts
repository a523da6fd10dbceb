import { isPhpEmpty } from '../blocks/php.ts';
import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { isArray, isObject, type JsonValue } from '../json/value.ts';
import type { Chosen } from '../reference/comma-list.ts';
import { phpTrim } from '../text/php.ts';
import { contentsOf } from '../values/contents.ts';
import type { FieldValue } from '../values/field-value.ts';
import type { Holder } from '../values/holder.ts';
import { checkCommaLists } from './comma-list.ts';
import type { FieldEnvironment, FieldType, ValueFix, ValueProblem } from './field-type.ts';
import { checkForeign } from './foreign-item.ts';
import { checkItemCount } from './item-count.ts';
import { describeLimits } from './limits.ts';
import { checkMapped } from './mapped-item.ts';
import { checkUsers } from './missing-user.ts';
import { say } from '../text/say.ts';

/** Chosen pages, files or users (`kirby/config/fields/mixins/picker.php`). */
export function pickerType(type: Chosen): FieldType {
  return {
    type,
    read: readPicked,
    *check(value, environment) {
      let hasCommas = false;
      for (const problem of checkCommaLists(value, type)) {
        hasCommas = true;
        yield problem;
      }
      if (!hasCommas) yield* checkItems(value, type, environment);
    },
    describe: (definition) => describePicker(definition, type),
  };
}

/** Nothing is nothing; which of the items are there only the site can tell. */
function readPicked(value: JsonValue | undefined): JsonValue | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return phpTrim(value) === '' ? [] : undefined;
  return isPhpEmpty(value) ? [] : undefined;
}

function* checkItems(
  value: FieldValue,
  type: Chosen,
  environment: FieldEnvironment,
): Iterable<ValueProblem> {
  const holder = contentsOf(value, environment.yamlHandler);
  if (holder === undefined || !isArray(holder.value)) return;
  const items = holder.value;
  for (const [index, item] of items.entries()) {
    if (isObject(item))
      yield* checkMapped(value, holder, index, item, type, environment.yamlHandler);
    else if (typeof item === 'string') yield* checkForeign(holder, index, item, type);
  }
  if (type === 'users') yield* checkUsers(holder, items, environment);
  const isThere = (item: JsonValue): boolean =>
    typeof item === 'string' && (environment.isFound?.(type, item) ?? false);
  if (isSingle(value.definition) && items.length > 1) {
    // Templates take the first one that is there. Accounts are seldom at hand.
    const there = items.flatMap((item, at) => (type === 'users' || isThere(item) ? [at] : []));
    const [, second] = there;
    if (second !== undefined) {
      yield surplus(holder, second, items.length, type);
      return;
    }
  }
  yield* checkItemCount(value, {
    items: items.length,
    names: names[type](),
    surplus: (index) => ({ item: { holder, path: [index] } }),
    get isUnsure() {
      return !items.every(isThere);
    },
  });
}

const names: Readonly<Record<Chosen, () => readonly [string, string]>> = {
  files: () => [say`file`, say`files`],
  pages: () => [say`page`, say`pages`],
  users: () => [say`user`, say`users`],
};

function isSingle({ props }: FieldDefinition): boolean {
  return props['multiple'] !== undefined && isPhpEmpty(props['multiple']);
}

function surplus(holder: Holder, second: number, count: number, type: Chosen): ValueProblem {
  return {
    code: 'surplus-item',
    message: surplusWords[type](),
    item: { holder, path: [second] },
    fixes: () => removeSecond(holder, second, count),
  };
}

const surplusWords = {
  files: () =>
    say`This field is for one file. Templates use the first one only; remove the others, or put the one that counts first.`,
  pages: () =>
    say`This field is for one page. Templates use the first one only; remove the others, or put the one that counts first.`,
  users: () =>
    say`This field is for one user. Templates use the first one only; remove the others, or put the one that counts first.`,
} as const;

/** Several items are removed one by one. */
function removeSecond(holder: Holder, second: number, count: number): readonly ValueFix[] {
  const edits = holder.change({ kind: 'remove', path: [second] });
  const title = count === 2 ? say`Keep the first one only` : say`Remove this one`;
  return edits === undefined ? [] : [{ title, edits, safe: false }];
}

const forms = {
  files: () => say`${'`- file://…`'} or ${'`- photo.jpg`'}`,
  pages: () => say`${'`- page://…`'} or ${'`- blog/post`'}`,
  users: () => '`- user://…`',
} as const;

function describePicker(definition: FieldDefinition, type: Chosen): readonly string[] {
  const [one, many] = names[type]();
  return [
    isSingle(definition)
      ? say`One ${one}, as a list of one item: ${forms[type]()}.`
      : say`A list of ${many}, one a line: ${forms[type]()}.`,
    ...describeLimits(definition, one, many),
  ];
}
