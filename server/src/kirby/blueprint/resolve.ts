import { fieldName } from '../content/parse.ts';
import type { Blueprint, Fieldset } from './blueprint.ts';
import { certainly, type ResolveContext } from './context.ts';
import { defineFields, defineFieldset } from './define.ts';
import { extend } from './extend.ts';
import { automaticLabel, translated } from './label.ts';
import { isSet, mapOf } from './raw.ts';
import { blueprintFields, fileTemplates } from './sections.ts';

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
      fields: blueprintFields(extended, scope),
      fileTemplates: fileTemplates(extended, scope),
    };
  });
  return {
    name,
    title: isSet(title) ? (translated(title, context.languages) ?? '') : automaticLabel(name),
    fields: defineFields(value.fields, context, fieldName),
    complete,
    fileTemplates: value.fileTemplates,
  };
}

/** A block type by itself: the site's blueprint of it, else Kirby's own. */
export function resolveBlockType(type: string, context: ResolveContext): Fieldset | undefined {
  const name = `blocks/${type}`;
  return context.find(name)?.status === 'read' ? defineFieldset(type, name, context) : undefined;
}
