import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { fieldName } from '../../kirby/content/parse.ts';
import { fieldKey } from '../../kirby/content/slug.ts';
import { storesValue } from '../../kirby/field-types/index.ts';
import { learnedFields, learnedNote } from '../../site/learned-field.ts';
import type { Model, Site } from '../../site/site.ts';
import type {
  CompletionContext,
  CompletionItem,
  CompletionProvider,
  Insertion,
} from './completion.ts';
import { fieldNotes } from './field-item.ts';
import { asSnippet } from './json-insert.ts';
import { type NameGap, nameGapAt } from './name-gap.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * The fields of the blueprint that the file does not have yet, or, where no blueprint can be read,
 * those of the other pages of the template. Each comes with the divider that it needs.
 */
export const fieldNames: CompletionProvider = ({ context, offset, json }) => {
  if (json !== undefined) return undefined;
  const gap = nameGapAt(context.document, offset);
  if (gap === undefined) return undefined;
  const present = new Set(context.document.fields.map((field) => field.name));
  const items = offeredNames(context)
    .filter(({ written }) => !present.has(fieldName(written)))
    .filter(({ written }) => !gap.isInText || startsWith(written, gap.typed))
    .map((name, index) => nameItem(name, gap, index));
  return items.length === 0 ? undefined : { items, isIncomplete: false };
};

interface OfferedName {
  /** As Kirby writes it: `My-field`. */
  readonly written: string;
  readonly field?: FieldDefinition;
  /** What is learned of it where no blueprint has it. */
  readonly note?: string;
}

function offeredNames({ site, file }: CompletionContext): readonly OfferedName[] {
  if (site === undefined || file === undefined) return [];
  const blueprint = site.blueprints.of(file.model);
  const isSecondary = file.language !== undefined && file.language !== site.options.defaultLanguage;
  const defined = [...(blueprint?.fields.values() ?? [])]
    .filter((field) => storesValue(field.type) || field.problem?.kind === 'unknown-type')
    .filter((field) => !(isSecondary && field.props['translate'] === false))
    .map((field) => ({ written: fieldKey(field.name), field }));
  const title = hasTitle(file.model) ? [{ written: 'Title' }] : [];
  const isKnown = blueprint?.complete === true && blueprint.fields.size > 0;
  const seen = isKnown ? [] : seenNames(site, file.model);
  return uniqueNames([...title, ...defined, ...seen]);
}

/** What other pages of the same template have. */
function seenNames(site: Site, model: Model): readonly OfferedName[] {
  if (model.kind !== 'page') return [];
  return learnedFields(site, model.page.template)
    .filter(({ written }) => fieldName(written) !== 'uuid')
    .map((learned) => ({ written: learned.written, note: learnedNote(learned) }));
}

/** The title needs no field in the blueprint. */
function hasTitle(model: Model): boolean {
  return model.kind === 'page' || model.kind === 'site';
}

/** A name with a definition counts before one without. */
function uniqueNames(names: readonly OfferedName[]): readonly OfferedName[] {
  const unique = new Map<string, OfferedName>();
  for (const name of names) {
    const key = fieldName(name.written);
    if (unique.get(key)?.field === undefined) unique.set(key, name);
  }
  return [...unique.values()];
}

function nameItem(
  { written, field, note }: OfferedName,
  gap: NameGap,
  index: number,
): CompletionItem {
  const notes = field === undefined ? { detail: note ?? '' } : fieldNotes(field);
  return {
    label: written,
    ...(fieldName(written) === 'title' && field === undefined ? { detail: say`Title` } : notes),
    kind: 'field',
    sortText: String(index).padStart(3, '0'),
    filterText: written,
    insert: insertionOf(written, gap),
  };
}

function insertionOf(written: string, gap: NameGap): Insertion {
  const head = `${gap.before}${written}${gap.colon}`;
  return {
    span: gap.span,
    text: head + gap.after,
    snippet: `${asSnippet(head)}$0${asSnippet(gap.after)}`,
  };
}

function startsWith(written: string, typed: string): boolean {
  return written.toLowerCase().startsWith(typed.toLowerCase());
}
