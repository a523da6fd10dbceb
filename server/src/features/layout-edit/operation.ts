import type { ContentDocument } from '../../kirby/content/document.ts';
import type { JsonPath } from '../../kirby/json/value.ts';
import type { RuleContext } from '../../rules/rule.ts';

/** A row, a column or a block: in which field of the document, by its number, and where in its JSON. */
export interface Place {
  readonly field: number;
  /** `[0, 'columns', 1, 'blocks', 2]`; empty for the field itself. */
  readonly path: JsonPath;
}

/** A gap in a list of rows or blocks: before the item at `index`, as it stands before the operation. */
export interface Gap {
  readonly field: number;
  readonly list: JsonPath;
  readonly index: number;
}

/** What an author can do with rows and blocks. */
export type Operation =
  | { readonly kind: 'add-block'; readonly at: Gap; readonly type: string }
  | { readonly kind: 'add-row'; readonly at: Gap; readonly widths: readonly string[] }
  | { readonly kind: 'duplicate' | 'delete' | 'hide' | 'show'; readonly items: readonly Place[] }
  | { readonly kind: 'move'; readonly items: readonly Place[]; readonly to: Gap }
  /** One place up (-1) or down (1); from the end of a column into the next one. */
  | { readonly kind: 'step'; readonly items: readonly Place[]; readonly by: -1 | 1 }
  | { readonly kind: 'columns'; readonly item: Place; readonly widths: readonly string[] }
  /** Makes two blocks of one, at an offset of the document. */
  | { readonly kind: 'split'; readonly offset: number }
  /** Puts the text of the next block behind that of a block. */
  | { readonly kind: 'merge'; readonly item: Place }
  /** Gives a setting of a row other values; none: it becomes empty. */
  | {
      readonly kind: 'setting';
      readonly item: Place;
      readonly key: string;
      readonly values: readonly string[];
    }
  | { readonly kind: 'convert'; readonly item: Place; readonly type: string }
  /** Gives blocks of a column a row of their own, behind theirs. */
  | { readonly kind: 'wrap'; readonly items: readonly Place[] }
  | { readonly kind: 'paste'; readonly at: Gap; readonly text: string };

/** What an operation may ask for. */
export interface EditContext extends RuleContext {
  readonly document: ContentDocument;
  /** Makes the id of a new row, column or block. */
  readonly newId: () => string;
}
