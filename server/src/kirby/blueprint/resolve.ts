import { fieldName } from '../content/parse.ts';
import type { Blueprint, Fieldset, FormTab } from './blueprint.ts';
import { certainly, type ResolveContext } from './context.ts';
import { defineFields, defineFieldset } from './define.ts';
import { extend } from './extend.ts';
import { automaticLabel, translated } from './label.ts';
import { isSet, mapOf } from './raw.ts';
import { blueprintForm, fileTemplates, type ResolvedTab } from './sections.ts';

/**
 * A blueprint by its name, as `Kirby\Cms\Blueprint` makes it of what the files hold. `undefined`:
 * there is no such file, or it cannot be read; the fallbacks of a model are the caller's business.
 */
export function resolveBlueprint(name: string, context: ResolveContext): Blueprint | undefined {
  const found = context.find(name);
  if (found?.status !== 'read') return undefined;
  const own = mapOf(found.value);
  // `Blueprint::load()` settles the title before any mixin is merged in.
  const title = own['title'];
  const { value, complete } = certainly(context, (scope) => {
    const extended = extend(own, scope, [name]);
    return {
      ...blueprintForm(extended, scope),
      fileTemplates: fileTemplates(extended, scope),
    };
  });
  return {
    name,
    title: isSet(title) ? (translated(title, context.languages) ?? '') : automaticLabel(name),
    fields: defineFields(value.fields, context, fieldName),
    complete,
    tabs: value.tabs.flatMap((tab) => formTab(tab, context)),
    fileTemplates: value.fileTemplates,
  };
}

function formTab(
  { name, label, columns }: ResolvedTab,
  { languages }: ResolveContext,
): readonly FormTab[] {
  const filled = columns.filter(({ names }) => names.length > 0);
  if (filled.length === 0) return [];
  const given = isSet(label) ? translated(label, languages) : undefined;
  return [
    {
      label: given ?? (name === undefined ? undefined : automaticLabel(name)),
      columns: filled.map(({ width, names }) => ({
        width: typeof width === 'string' ? width : '1/1',
        fields: names.map(fieldName),
      })),
    },
  ];
}

/** A block type by itself: the site's blueprint of it, else Kirby's own. */
export function resolveBlockType(type: string, context: ResolveContext): Fieldset | undefined {
  const name = `blocks/${type}`;
  return context.find(name)?.status === 'read' ? defineFieldset(type, name, context) : undefined;
}
