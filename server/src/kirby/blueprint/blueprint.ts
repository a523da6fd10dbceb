import type { JsonObject } from '../json/value.ts';

/** A blueprint with its shortcuts, mixins and groups resolved, as far as files can tell. */
export interface Blueprint {
  /** `pages/article`. */
  readonly name: string;
  readonly title: string;
  /**
   * In the order of the form over all tabs, columns and sections, by the key of a content file:
   * lower case, `-` as `_`, so that `fields.get(field.name)` answers for a field of a document.
   */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /**
   * `false`: something could not be read (a PHP blueprint, a missing mixin, an unknown field type
   * that may bring fields of its own). A field that is not here may exist all the same.
   */
  readonly complete: boolean;
  /** The tabs of the form that have fields, in their order; a form without tabs is one without a label. */
  readonly tabs: readonly FormTab[];
  /** The templates of the files that its `files` sections are for; `''`: of any. */
  readonly fileTemplates: readonly string[];
}

/** A tab of a form, as far as its fields are concerned. */
export interface FormTab {
  readonly label: string | undefined;
  readonly columns: readonly FormColumn[];
}

export interface FormColumn {
  /** As the blueprint spells it: `2/3`. */
  readonly width: string;
  /** Keys of `Blueprint.fields`, in order. */
  readonly fields: readonly string[];
}

export interface FieldDefinition {
  /** Lower case; otherwise as the blueprint spells it. */
  readonly name: string;
  /** `text`, `layout`, … or a plugin's own. */
  readonly type: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly required: boolean;
  /** What Kirby makes of the definition: mixins merged in, `name`, `type`, `label`, `width` added. */
  readonly props: JsonObject;
  /** Fields of a structure or object. */
  readonly fields: ReadonlyMap<string, FieldDefinition> | undefined;
  /** What each entry of an entries field is: a field without a name. */
  readonly entry: FieldDefinition | undefined;
  /** Block types of a blocks or layout field, by type, in the order of the selector. */
  readonly fieldsets: ReadonlyMap<string, Fieldset> | undefined;
  /** Row settings of a layout field. */
  readonly settings: ReadonlyMap<string, FieldDefinition> | undefined;
  /** Column patterns of a layout field: `[['1/1'], ['1/2', '1/2']]`. */
  readonly layouts: readonly (readonly string[])[] | undefined;
  /**
   * What a select, radio, toggles, checkboxes, multiselect, tags, color or toggle field lets
   * choose. `undefined`: it has no choices, or they come from a query or an API.
   */
  readonly options: readonly FieldOption[] | undefined;
  /** Why Kirby shows an error box in place of the field; its stored value is lost on a save. */
  readonly problem?: FieldProblem;
}

export type FieldProblem =
  /** Neither Kirby nor a plugin has the type. `given`: the definition before Kirby replaced it. */
  | { readonly kind: 'unknown-type'; readonly type: string; readonly given: JsonObject }
  /** Another section has a field of this name already. */
  | { readonly kind: 'duplicate-name' }
  /** A group that has no `fields`. */
  | { readonly kind: 'group-without-fields' };

/** One choice: what is stored, and what the Panel shows for it. */
export interface FieldOption {
  readonly value: string;
  readonly text: string;
}

/** A block type as a blocks or layout field offers it. */
export interface Fieldset {
  readonly type: string;
  readonly name: string;
  readonly icon: string | undefined;
  /** What the Panel makes the title of a block of: `{{ heading }}`. */
  readonly label: string | undefined;
  /** By the key of the block's content: lower case. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** `false`: a mixin or the block's blueprint could not be read; there may be more fields. */
  readonly complete: boolean;
}
