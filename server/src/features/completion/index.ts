import { blockTypes } from './block-types.ts';
import {
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  type CompletionProvider,
} from './completion.ts';
import { fieldNames } from './field-names.ts';
import { fieldValues } from './field-values.ts';
import { files } from './files.ts';
import { jsonPlaceAt } from './json-place.ts';
import { layoutKeys } from './layout-keys.ts';
import { layoutValues } from './layout-values.ts';
import { newRows } from './new-rows.ts';
import { rowKeys } from './row-keys.ts';
import { rowValues } from './row-values.ts';
import { wholePage } from './whole-page.ts';
import { tagAttributes } from './tag-attributes.ts';
import { tagNames } from './tag-names.ts';
import { tagValues } from './tag-values.ts';

export type {
  CompletionContext,
  CompletionItem,
  CompletionKind,
  CompletionList,
  Insertion,
} from './completion.ts';

/** All sources of suggestions. */
const providers: readonly CompletionProvider[] = [
  wholePage,
  fieldNames,
  fieldValues,
  blockTypes,
  layoutKeys,
  layoutValues,
  newRows,
  rowKeys,
  rowValues,
  tagNames,
  tagAttributes,
  tagValues,
  files,
];

/** What can be written at a cursor; `offset` in the document. */
export function complete(context: CompletionContext, offset: number): CompletionList {
  const request = { context, offset, json: jsonPlaceAt(context, offset) };
  const items: CompletionItem[] = [];
  let isIncomplete = false;
  for (const provider of providers) {
    const list = provider(request);
    if (list === undefined) continue;
    for (const item of list.items) if (isAt(item, offset)) items.push(item);
    isIncomplete ||= list.isIncomplete;
  }
  return { items, isIncomplete };
}

/** Whether what is replaced touches the cursor. Inside of an escape it cannot: between `\\` and `n`. */
function isAt({ insert: { span } }: CompletionItem, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
