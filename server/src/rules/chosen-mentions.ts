import { isArray, type JsonPath } from '../kirby/json/value.ts';
import { commaParts } from '../kirby/reference/comma-list.ts';
import { contentsOf } from '../kirby/values/contents.ts';
import type { FieldValue, Form } from '../kirby/values/field-value.ts';
import { hasFieldOf } from '../kirby/values/fields-of-type.ts';
import type { BlockMention, BlockMentions } from './block-mentions.ts';
import { formContext } from './form-rule.ts';
import type { RuleContext } from './rule.ts';

/**
 * The bare names of files and ids of pages that fields of rows and blocks have chosen. Of blocks and
 * settings the files are found together with what else Kirby's own blocks name.
 */
export function chosenMentions(context: RuleContext): readonly BlockMentions[] {
  const known = formContext(context);
  const handler = known?.site.options.yamlHandler ?? 'spyc';
  const forms = known?.forms.filter(({ fields }) => hasFieldOf(fields, types)) ?? [];
  return forms.flatMap((form) =>
    [...form.values.values()].flatMap((value): BlockMentions[] => {
      const role = roleIn(form, value);
      const holder = role === undefined ? undefined : contentsOf(value, handler);
      if (role === undefined || holder === undefined) return [];
      const items = isArray(holder.value) ? holder.value : [holder.value];
      const mentions = items.flatMap((text, index): BlockMention[] => {
        const path: JsonPath = isArray(holder.value) ? [index] : [];
        return typeof text === 'string' && isName(text, role) ? [{ text, path, role }] : [];
      });
      return mentions.length === 0 ? [] : [{ in: 'value', holder, mentions }];
    }),
  );
}

const types: ReadonlySet<string> = new Set(['pages', 'files']);

function roleIn({ kind }: Form, { definition }: FieldValue): 'name' | 'page' | undefined {
  if (kind === 'file') return undefined;
  if (definition.type === 'pages') return 'page';
  const isFile = definition.type === 'files' && (kind === 'row' || kind === 'object');
  return isFile ? 'name' : undefined;
}

/** UUIDs, addresses and several names with commas are something else. */
function isName(text: string, role: 'name' | 'page'): boolean {
  if (text === '' || /:\/\/|^[@/#]|[\r\n]/.test(text)) return false;
  return commaParts(text, role === 'page' ? 'pages' : 'files') === undefined;
}
