/** A blueprint with its shortcuts, mixins and groups resolved, as far as files can tell. */
export interface Blueprint {
  /** `pages/article`. */
  readonly name: string;
  readonly title: string;
  /** By Kirby's name (lower case), in the order of the form over all tabs, columns and sections. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /**
   * `false`: something could not be read (a PHP blueprint, a missing mixin, a plugin's field type
   * with fields of its own). A field that is not here may exist all the same.
   */
  readonly complete: boolean;
}

export interface FieldDefinition {
  /** Lower case. */
  readonly name: string;
  /** `text`, `layout`, … or a plugin's own. */
  readonly type: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly required: boolean;
  /** The definition as YAML gave it, mixins merged in. */
  readonly props: Readonly<Record<string, unknown>>;
  /** Fields of a structure or object. */
  readonly fields: ReadonlyMap<string, FieldDefinition> | undefined;
  /** Block types of a blocks or layout field, by type, in the order of the selector. */
  readonly fieldsets: ReadonlyMap<string, Fieldset> | undefined;
  /** Row settings of a layout field. */
  readonly settings: ReadonlyMap<string, FieldDefinition> | undefined;
  /** Column patterns of a layout field: `[['1/1'], ['1/2', '1/2']]`. */
  readonly layouts: readonly (readonly string[])[] | undefined;
}

/** A block type as a blocks or layout field offers it. */
export interface Fieldset {
  readonly type: string;
  readonly name: string;
  readonly icon: string | undefined;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
}
