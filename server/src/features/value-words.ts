import type { FieldDefinition, FieldOption } from '../kirby/blueprint/blueprint.ts';
import { readSeparated } from '../kirby/field-types/separated.ts';
import { storages } from '../kirby/field-types/storage.ts';
import { isArray, type JsonValue } from '../kirby/json/value.ts';
import { memo } from '../kirby/text/memo.ts';
import type { RuleContext } from '../rules/rule.ts';
import { optionsOf } from '../site/options.ts';
import { readableText, referenceNames } from './words.ts';

/** What a value of a field says; `undefined` where no blueprint knows the field. */
export type ValueWords = (
  value: JsonValue | undefined,
  definition: FieldDefinition | undefined,
) => string;

/** The values of a content file in the words of the Panel: of a choice what its options are called. */
export function valueWords({ site, file }: Pick<RuleContext, 'site' | 'file'>): ValueWords {
  const nameOf = referenceNames({ site, file });
  return (value, definition) => {
    const list =
      definition === undefined || site === undefined || file === undefined
        ? undefined
        : optionsOf(definition, file.model, site);
    if (definition === undefined || list?.status !== 'known' || list.options.length === 0)
      return readableText(value, nameOf);
    const texts = textsOf(list.options);
    const isList = storages.get(definition.type) === 'separated';
    const chosen = isList && value !== undefined ? readSeparated(value, definition) : value;
    return (isArray(chosen) ? chosen : [chosen])
      .map((one) => texts.get(keyOf(one)) ?? readableText(one, nameOf))
      .filter((words) => words !== '')
      .join(', ');
  };
}

/** A query may give thousands of options, and every row has one of them. */
const textsOf = memo(
  (options: readonly FieldOption[]): ReadonlyMap<string, string> =>
    new Map(options.map(({ value, text }) => [value, text])),
);

/** A toggle and a number are stored as they are in JSON; the options are texts. */
function keyOf(value: JsonValue | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value);
}
