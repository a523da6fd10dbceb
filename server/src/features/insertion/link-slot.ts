import { valueAtOffset } from '../../kirby/values/at.ts';
import { replaced } from '../../kirby/values/field-value.ts';
import { isArray } from '../../kirby/json/value.ts';
import type { Span } from '../../kirby/text/span.ts';
import { forms } from '../../site/forms.ts';
import type { FileSlot, SiteDocument } from './insertion.ts';

/** A link field that is still empty: it takes the UUID of one file. */
export function linkSlot({ document, site, file }: SiteDocument, span: Span): FileSlot | undefined {
  const all = forms(document, site, file);
  const found = valueAtOffset(all, span.start, site.options.yamlHandler);
  const value = found?.value;
  if (found?.isOnKey === true || value?.definition.type !== 'link' || value.value !== '') {
    return undefined;
  }
  const { options } = value.definition.props;
  if (isArray(options) && !options.includes('file')) return undefined;
  return {
    definition: value.definition,
    takes: ({ length }) => length === 1,
    insert: ([one]) =>
      one?.uuid === undefined ? undefined : replaced(value, `file://${one.uuid}`),
  };
}
