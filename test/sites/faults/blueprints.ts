/** A fault put into the blueprint of the page that holds one of everything. */
export interface BlueprintFault {
  /** The rule that is to find it. */
  readonly code: string;
  /** A piece of the blueprint, which stands there once, and what takes its place. */
  readonly from: string;
  readonly to: string;
  /** What is underlined. */
  readonly marked: string;
  /** Another YAML engine than Kirby's default. */
  readonly yamlHandler?: 'symfony';
}

/** The rows of what Kirby does with bad blueprints. */
export const blueprintFaults: readonly BlueprintFault[] = [
  {
    code: 'broken-blueprint',
    from: 'title: Form',
    to: 'title: "Form',
    marked: '"',
    yamlHandler: 'symfony',
  },
  {
    code: 'broken-blueprint',
    from: '  share:\n    type: range',
    to: '  share: range\n    max: 10',
    marked: 'max: 10',
  },
  {
    code: 'broken-blueprint',
    from: '  share:\n    type: range',
    to: '  share: 7',
    marked: 'share: 7',
  },
  {
    code: 'replaced-definition',
    from: '  share:\n',
    to: '  size:\n',
    marked: 'size',
  },
  {
    code: 'ignored-part',
    from: 'fields:\n  intro',
    to: 'tabs:\n  a:\n    label: A\nfields:\n  intro',
    marked: 'tabs',
  },
  {
    code: 'missing-mixin',
    from: '  share:\n    type: range',
    to: '  share:\n    extends: fields/shre\n    type: range',
    marked: 'fields/shre',
  },
  { code: 'error-box', from: 'type: range', to: 'type: rage', marked: 'rage' },
  { code: 'wrong-prop', from: 'maxlength: 20', to: 'maxlength: many', marked: 'many' },
  { code: 'wrong-prop', from: 'max: 100', to: 'max: [100]', marked: '[100]' },
  {
    code: 'wrong-prop',
    from: '    type: object\n    fields:\n',
    to: '    type: object\n    fields: text\n    more:\n',
    marked: 'text',
  },
  { code: 'unkept-name', from: '  tint:', to: '  main-tint:', marked: 'main-tint' },
  { code: 'unkept-name', from: '  tint:', to: '  färbe:', marked: 'färbe' },
];
