import type { FieldDefinition, FieldOption } from '../blueprint/blueprint.ts';
import type { TextEdit } from '../json/text-edit.ts';
import type { JsonPath, JsonValue } from '../json/value.ts';
import type { Chosen } from '../reference/comma-list.ts';
import type { Span } from '../text/span.ts';
import type { FieldValue } from '../values/field-value.ts';
import type { Holder } from '../values/holder.ts';
import type { YamlHandler } from '../yaml/read.ts';

/**
 * What is known of one of Kirby's field types: how it reads a value, what is wrong with one, what
 * could stand there, and how to tell an author about it. How it is drawn is the preview's business
 * (`preview/fields`).
 */
export interface FieldType {
  /** As blueprints name it: `multiselect`. */
  readonly type: string;
  /**
   * The form value: what the Panel edits, and what `when` and `required` look at. `value` is
   * `undefined` where the content has none. The answer is `undefined` where only Kirby can tell.
   */
  readonly read: (
    value: JsonValue | undefined,
    definition: FieldDefinition,
    environment: FieldEnvironment,
  ) => JsonValue | undefined;
  /** What is wrong with a value, given what Kirby does with it. Nothing while something is unknown. */
  readonly check?: (value: FieldValue, environment: FieldEnvironment) => Iterable<ValueProblem>;
  /** Values that may be written, besides the options of a blueprint: dates, words, colours. */
  readonly suggest?: (
    definition: FieldDefinition,
    environment: FieldEnvironment,
  ) => readonly Suggestion[];
  /** What an author should know of form and limits, a sentence each, as Markdown. */
  readonly describe?: (definition: FieldDefinition) => readonly string[];
}

/** What a field type may ask about the site around it. */
export interface FieldEnvironment {
  readonly yamlHandler: YamlHandler;
  /** The choices of a field, those of queries too where files can tell. */
  readonly optionsOf: (definition: FieldDefinition) => OptionList;
  /** The author's day and time, `2024-02-29T12:30:00`, where the caller knows it. */
  readonly today?: string | undefined;
  /** Whether a chosen file, page or user is certainly there. */
  readonly isFound?: (chosen: Chosen, reference: string) => boolean;
  /** The page of the site that an address or an id leads to, as `page://…`; `undefined` where there is none. */
  readonly linkTo?: (address: string) => string | undefined;
  /**
   * Whom a chosen user may stand for that is certainly not there, the likeliest first; `undefined`
   * where there is one, or where that is not known.
   */
  readonly insteadOfUser?: (
    reference: string,
  ) => readonly { readonly id: string; readonly name: string }[] | undefined;
}

export type OptionList =
  | { readonly status: 'known'; readonly options: readonly FieldOption[] }
  | { readonly status: 'unknown' };

export interface ValueProblem {
  /** The rule that it belongs to: `invalid-number`. */
  readonly code: string;
  /** What is wrong, what Kirby does with it, what to do; where the Panel refuses it, only what is wrong. */
  readonly message: string;
  /** The Panel does not take it: what that means for the page or the file is said behind the message. */
  readonly isRefused?: true;
  /** What to do, behind that: `add 2 more`. */
  readonly advice?: string;
  /** Where it is not the rule's usual one. */
  readonly severity?: 'error' | 'warning' | 'information' | 'hint';
  /** The part of the value's text that is wrong; the whole value by default. */
  readonly within?: Span;
  /** Instead: one item of what the value holds. */
  readonly item?: {
    readonly holder: Holder;
    readonly path: JsonPath;
    /** Its key alone, or its first character: enough to show what is meant, however long it is. */
    readonly part?: 'key' | 'opening';
  };
  /** Computed when asked for; the first is the preferred one. */
  readonly fixes?: () => readonly ValueFix[];
}

export interface ValueFix {
  /** Imperative: `Use 12`. */
  readonly title: string;
  /** Edits of the document. */
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

export interface Suggestion {
  /** The value as the file keeps it. */
  readonly text: string;
  /** What it stands for: the label of an option, `today`. */
  readonly detail?: string;
}
