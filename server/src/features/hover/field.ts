import type { FieldOption } from '../../kirby/blueprint/blueprint.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { separatedItems, separatorOf } from '../../kirby/field-types/separated.ts';
import type { OptionList } from '../../kirby/field-types/field-type.ts';
import { phpTrim } from '../../kirby/text/php.ts';
import type { Span } from '../../kirby/text/span.ts';
import { valueAtOffset } from '../../kirby/values/at.ts';
import { type FieldValue, type Form, spanOf, textOf } from '../../kirby/values/field-value.ts';
import { fieldEnvironment, forms } from '../../site/forms.ts';
import type { ContentFile, Site } from '../../site/site.ts';
import { placesOfField } from '../definition.ts';
import { describeField, describeOption } from '../describe-field.ts';
import type { HoverContext, HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';
import { say } from '../../kirby/text/say.ts';

/** A field by its key or its value, wherever it stands; of a choice also what is chosen. */
export const hoverField: HoverProvider = (context, offset) => {
  const { document, site, file } = context;
  if (site === undefined || file === undefined) return undefined;
  const { yamlHandler, optionsOf } = fieldEnvironment(site, file);
  const place = valueAtOffset(forms(document, site, file), offset, yamlHandler);
  if (place === undefined) return undefined;
  const { value, isOnKey } = place;
  const options = optionsOf(value.definition);
  if (isOnKey) {
    const span = value.holder.keySpanAt(value.path);
    const where = ownerOf(value, context, site, file);
    const markdown = describeField(value.definition, where, options);
    return span === undefined ? undefined : { markdown, span };
  }
  const chosen = optionAt(value, options, offset);
  if (chosen !== undefined) {
    const { option, span } = chosen;
    const label = say`Option of **${escapeMarkdown(value.definition.label)}**`;
    return { markdown: paragraphs(describeOption(option.value, option.text), label), span };
  }
  return isPlain(value)
    ? describeValue(value, ownerOf(value, context, site, file), options)
    : undefined;
};

/** A value of one line is about its field; in a text, a layout or a list other things are. */
function isPlain({ definition, value }: FieldValue): boolean {
  const storage = storages.get(definition.type);
  const isShort = typeof value !== 'object' && String(value).length < 200;
  return isShort && (storage === 'text' || storage === 'separated');
}

function describeValue(
  value: FieldValue,
  where: string,
  options: OptionList,
): { readonly markdown: string; readonly span: Span } | undefined {
  const span = spanOf(value);
  return span && { markdown: describeField(value.definition, where, options), span };
}

/** What a field belongs to, with a link to the line that defines it where the editor can follow one. */
function ownerOf(
  { definition, form }: FieldValue,
  { linkTo }: HoverContext,
  site: Site,
  { model }: ContentFile,
): string {
  switch (form.kind) {
    case 'file': {
      const name = site.blueprints.of(model)?.name;
      if (name === undefined) return '';
      const [place] = placesOfField(site, model, definition.name);
      const address = place && linkTo?.(place);
      return say`the blueprint ${address === undefined ? code(name) : `[${code(name)}](${address})`}`;
    }
    case 'block':
      return say`a block in ${nameOf(form)}`;
    case 'settings':
      return say`the row settings of ${nameOf(form)}`;
    case 'row':
    case 'object':
    case 'entry':
      return nameOf(form);
  }
}

function nameOf({ parent }: Form): string {
  return parent === undefined ? '' : `**${escapeMarkdown(parent.definition.label)}**`;
}

/** The chosen option under the cursor. */
function optionAt(
  value: FieldValue,
  list: OptionList,
  offset: number,
): { readonly option: FieldOption; readonly span: Span } | undefined {
  const text = textOf(value);
  if (list.status === 'unknown' || text === undefined) return undefined;
  const isList = storages.get(value.definition.type) === 'separated';
  const items = isList
    ? separatedItems(text.text, separatorOf(value.definition))
    : [{ text: phpTrim(text.text), span: { start: 0, end: text.text.length } }];
  for (const item of items) {
    const span = text.toSource(item.span);
    if (offset < span.start || offset > span.end) continue;
    const option = list.options.find((candidate) => candidate.value === item.text);
    if (option !== undefined) return { option, span };
  }
  return undefined;
}
