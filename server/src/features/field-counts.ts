import { countParts, describeParts } from '../kirby/json/count-parts.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { isArray } from '../kirby/json/value.ts';
import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { jsonFields } from '../site/json-fields.ts';

/** A Layout or Blocks field in a few words. */
export interface FieldCount {
  /** Its number among the fields of the document. */
  readonly index: number;
  readonly nameSpan: Span;
  /** `3 rows, 7 blocks` */
  readonly parts: string;
}

/** How much the Layout and Blocks fields hold; those that are empty or cannot be read are left out. */
export function fieldCounts({ document, site, file }: RuleContext): readonly FieldCount[] {
  return jsonFields(document, site, file).flatMap(({ field }) => {
    const value = field.value.text === '' ? undefined : jsonOf(field).value;
    if (!isArray(value) || value.length === 0) return [];
    const index = document.fields.indexOf(field);
    return [{ index, nameSpan: field.nameSpan, parts: describeParts(countParts(value)) }];
  });
}
