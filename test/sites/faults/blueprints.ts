import type { ValueFault } from './form.ts';

/** The rows of what Kirby does with bad blueprints, put into `formBlueprint`. */
export const blueprintFaults: readonly ValueFault[] = [
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
  {
    code: 'missing-mixin',
    from: '  share:\n    type: range',
    to: '  share: range',
    marked: 'range',
  },
  {
    code: 'endless-mixin',
    from: 'title: Form',
    to: 'title: Form\nextends: pages/form',
    marked: 'pages/form',
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
  {
    code: 'wrong-prop',
    from: '    type: color',
    to: '    type: color\n    format: cmyk',
    marked: 'cmyk',
  },
  { code: 'wrong-prop', from: '    field: url', to: '    field: writer', marked: 'writer' },
  {
    code: 'wrong-prop',
    from: '    validate:\n      startsWith: K',
    to: '    validate:\n      startWith: K',
    marked: 'startWith',
  },
  {
    code: 'wrong-prop',
    from: '    options: [a, b, c]',
    to: '    options:\n      - a: A',
    marked: 'a',
  },
  {
    code: 'wrong-prop',
    from: '    type: pages\n',
    to: '    type: pages\n    store: slug\n',
    marked: 'slug',
  },
  { code: 'unkept-name', from: '  tint:', to: '  main-tint:', marked: 'main-tint' },
  { code: 'unkept-name', from: '  tint:', to: '  färbe:', marked: 'färbe' },
];
