import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { ContentDocument } from '../kirby/content/document.ts';
import { fieldName } from '../kirby/content/parse.ts';
import { fieldKey } from '../kirby/content/slug.ts';
import { storesValue } from '../kirby/field-types/index.ts';
import { Notes } from '../kirby/text/notes.ts';
import { distance, nearest } from '../kirby/text/near.ts';
import type { Span } from '../kirby/text/span.ts';
import type { Form, OtherKey } from '../kirby/values/field-value.ts';
import { formContext } from './form-rule.ts';
import { isBogus } from './odd-chunk.ts';
import type { Edit, Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A key that no field has, where a field with nearly that name has no value. Kirby keeps it at the
 * end of the file; neither the Panel nor a template will look for it there.
 */
export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'hint',
  reads: 'site',
  *check(context) {
    const known = formContext(context);
    if (known === undefined) return;
    for (const form of known.forms) {
      if (!form.complete || form.others.length === 0) continue;
      const nearField = fieldsNear(form);
      for (const other of form.others) {
        const near = nearField(other.key);
        if (near === undefined) continue;
        if (form.kind === 'file' && isExplained(other.key, context.document)) continue;
        const span = keySpan(other, form, context.document);
        if (span === undefined) continue;
        yield {
          message: say`The blueprint has no field "${other.key}". Kirby keeps it, but the Panel does not show it; did you mean "${near.name}"?`,
          span,
          fixes: () => {
            const edits = renamed(other, form, near, span, context.document);
            return edits === undefined
              ? []
              : [{ title: say`Rename it to "${near.name}"`, edits, safe: false }];
          },
        };
      }
    }
  },
};

/** Kirby's own keys, and those that other rules speak of: stray text, letters that do not last. */
function isExplained(key: string, document: ContentDocument): boolean {
  if (reserved.has(key) || fieldName(fieldKey(key)) !== key) return true;
  return document.fields.some((field) => field.name === key && isBogus(document, field));
}

/** What Kirby itself keeps in content files. */
const reserved: ReadonlySet<string> = new Set([
  'title',
  'slug',
  'uuid',
  'template',
  'sort',
  'focus',
  'alt',
  'caption',
  'lock',
  'date',
]);

/** Names are short, and one letter makes another word of many: a slip in five letters, two at most. */
function slipsIn(name: string): number {
  return Math.min(2, Math.floor(name.length / 5));
}

type NearField = (key: string) => FieldDefinition | undefined;

/** A key of the keyboard rarely changes which fields have a value. */
function fieldsNear(form: Form): NearField {
  const filled = [...form.values.keys()].join();
  const last = lastNear.get(form.fields);
  if (last?.filled === filled) return last.near;
  const known = new Map<string, FieldDefinition | undefined>();
  const near: NearField = (key) => {
    if (!known.has(key)) known.set(key, nearField(key, form.fields, new Set(form.values.keys())));
    return known.get(key);
  };
  lastNear.set(form.fields, { filled, near });
  return near;
}

/** Of the fields of a blueprint: what is near to what, for the form that was looked at last. */
const lastNear = new Notes<Form['fields'], { readonly filled: string; readonly near: NearField }>();

/** The field that was meant and has no value yet. */
function nearField(
  key: string,
  fields: Form['fields'],
  filled: ReadonlySet<string>,
): FieldDefinition | undefined {
  const plain = withoutDividers(key);
  const free = [...fields].filter(
    ([name, { type, problem }]) => !filled.has(name) && problem === undefined && storesValue(type),
  );
  const [best] = nearest(free, ([name]) =>
    withoutDividers(name) === plain ? 0 : distance(key, name, slipsIn(key)),
  );
  return best?.[1];
}

function withoutDividers(name: string): string {
  return name.replace(/[_-]/g, '');
}

function keySpan(
  { key, path }: OtherKey,
  { place }: Form,
  document: ContentDocument,
): Span | undefined {
  if (place !== undefined) return place.holder.keySpanAt(path);
  return document.fields.findLast(({ name }) => name === key)?.nameSpan;
}

function renamed(
  { key, path }: OtherKey,
  { place }: Form,
  { name }: FieldDefinition,
  span: Span,
  document: ContentDocument,
): readonly Edit[] | undefined {
  if (place !== undefined) return place.holder.change({ kind: 'rename', path, key: name });
  // Of several fields of one name each would have to be renamed.
  if (document.fields.filter((field) => field.name === key).length > 1) return undefined;
  const isLower = /^[a-z]/.test(document.text.charAt(span.start));
  const text = isLower ? name : fieldKey(name);
  return fieldName(text) === fieldName(name) ? [{ span, text }] : undefined;
}
