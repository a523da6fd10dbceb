import type { SiteFiles } from '../../support/site.ts';

/** A fault of one value, put into the page that holds one of everything, or into its blueprint. */
export interface ValueFault {
  /** The rule that is to find it. */
  readonly code: string;
  /** A piece of the text, which stands there once, and what takes its place. */
  readonly from: string;
  readonly to: string;
  /** What is underlined. */
  readonly marked: string;
  /** Another YAML engine than Kirby's default. */
  readonly yamlHandler?: 'symfony';
}

/** The blueprint of a page with every kind of field. */
export const formBlueprint = `
title: Form
fields:
  intro:
    type: text
    required: true
    maxlength: 20
    pattern: "[a-z ]+"
  body:
    type: textarea
  notes:
    type: writer
  points:
    type: list
  size:
    type: number
    min: 1
    max: 9
    step: 2
  share:
    type: range
  day:
    type: date
    min: 2020-01-01
  clock:
    type: time
  state:
    type: select
    options: [open, closed]
  topics:
    type: tags
    max: 3
  marks:
    type: checkboxes
    options: [a, b, c]
  wide:
    type: toggle
  tint:
    type: color
  code:
    type: text
    validate:
      startsWith: K
  phone:
    type: tel
  web:
    type: url
  mail:
    type: email
  target:
    type: link
  related:
    type: pages
  downloads:
    type: files
  cover:
    type: files
    multiple: false
  author:
    type: users
  people:
    type: structure
    fields:
      name:
        type: text
      born:
        type: date
      role:
        type: radio
        options: [author, editor]
      site:
        type: url
      about:
        type: textarea
      life:
        type: writer
  sections:
    type: structure
    fields:
      parts:
        type: layout
        fieldsets: [line, heading]
  address:
    type: object
    fields:
      street:
        type: text
      visits:
        type: number
  links:
    type: entries
    field: url
  blocks:
    type: blocks
    fieldsets:
      - heading
      - text
      - markdown
      - card
  layout:
    type: layout
    layouts:
      - "1/1"
      - "1/2, 1/2"
    fieldsets:
      - text
    settings:
      fields:
        width:
          type: number
          max: 100
  remark:
    type: info
  side-note:
    type: text
`;

/** A site around one page with every kind of field: in the file, in rows, in blocks, in settings. */
export const formSite: SiteFiles = {
  'content/site.txt': 'Title: Site',
  'content/2_other/other.txt': 'Title: Other\n\n----\n\nUuid: otherOther000001',
  'site/accounts/adaAda01/index.php': "<?php return ['email' => 'ada@example.org'];",
  'content/1_form/plan.pdf': '',
  'content/1_form/plan.pdf.txt': 'Uuid: planPlanPlan0001',
  'content/1_form/photo.jpg': '',
  'content/1_form/photo.jpg.txt': 'Uuid: photoPhoto000001',
  'site/blueprints/pages/other.yml': 'title: Other\n',
  'site/blueprints/pages/form.yml': formBlueprint,
  'site/blueprints/blocks/card.yml': `
name: Card
fields:
  state:
    type: select
    options: [open, closed]
  since:
    type: date
`,
};

export const formPath = 'content/1_form/form.txt';

/** A page without any problem that has a value in each of these fields. */
export const allFields = [
  'Title: Form',
  'Intro: some words',
  'Body:\n\nA text with (image: photo.jpg) and (link: https://example.org text: a link).',
  'Notes: <p>Some <em>HTML</em> and <a href="/@/page/otherOther000001">a link</a></p>',
  'Points: <ul><li>one</li></ul>',
  'Size: 3',
  'Share: 50',
  'Day: 2024-02-28',
  'Clock: 12:30:00',
  'State: open',
  'Topics: wood, iron',
  'Marks: a, b',
  'Wide: true',
  'Tint: #ff8800',
  'Code: K-12',
  'Phone: +49 30 123456',
  'Web: https://example.org/a',
  'Mail: me@example.org',
  'Target: page://otherOther000001',
  'Related: - page://otherOther000001',
  'Downloads: - file://planPlanPlan0001',
  'Cover: - file://photoPhoto000001',
  'Author: - user://adaAda01',
  'People:\n\n- \n  name: Ada\n  born: "1815-12-10"\n  role: author\n  site: https://example.org/ada\n  about: "Look at (file: plan.pdf text: this)"\n  life: <p>Long</p>',
  `Sections:\n\n- parts: '[{"columns":[{"blocks":[{"content":[],"id":"s1","isHidden":false,"type":"line"},{"content":{"level":"h3","text":"Part"},"id":"s2","isHidden":false,"type":"heading"}],"id":"sc","width":"1/1"}],"id":"sr"}]'`,
  'Address:\n\nstreet: Long road\nvisits: 12',
  'Links:\n\n- https://example.org/1\n- https://example.org/2',
  'Blocks: [{"content":{"level":"h2","text":"Hello"},"id":"b1","isHidden":false,"type":"heading"},{"content":{"state":"closed","since":"2023-04-05"},"id":"b2","isHidden":false,"type":"card"},{"content":{"text":"Look at (file: plan.pdf)"},"id":"b3","isHidden":false,"type":"markdown"},{"content":{"text":"<p>Plain</p>"},"id":"b4","isHidden":false,"type":"text"}]',
  'Layout: [{"attrs":{"width":80},"columns":[{"blocks":[],"id":"c1","width":"1/2"},{"blocks":[],"id":"c2","width":"1/2"}],"id":"r1"}]',
  'Uuid: formFormForm0001',
].join('\n\n----\n\n');

/** At least one for each rule that looks at values; the rows of what Kirby does with bad values. */
export const valueFaults: readonly ValueFault[] = [
  { code: 'invalid-number', from: 'Size: 3', to: 'Size: three', marked: 'three' },
  { code: 'invalid-number', from: 'visits: 12', to: 'visits: 12 times', marked: '12 times' },
  { code: 'number-range', from: 'Share: 50', to: 'Share: 500', marked: '500' },
  { code: 'number-range', from: '"width":80', to: '"width":800', marked: '800' },
  { code: 'number-step', from: 'Size: 3', to: 'Size: 4', marked: '4' },
  { code: 'invalid-date', from: '2024-02-28', to: '31/12/2024', marked: '31/12/2024' },
  { code: 'impossible-date', from: '2024-02-28', to: '2024-02-30', marked: '2024-02-30' },
  { code: 'impossible-date', from: '1815-12-10', to: '1815-02-30', marked: '1815-02-30' },
  { code: 'impossible-date', from: '2023-04-05', to: '2023-04-31', marked: '"2023-04-31"' },
  { code: 'rounded-date', from: '2024-02-28', to: '2024-02-28 18:00', marked: '2024-02-28 18:00' },
  { code: 'date-range', from: '2024-02-28', to: '2019-02-28', marked: '2019-02-28' },
  { code: 'invalid-time', from: '12:30:00', to: '25:30', marked: '25:30' },
  { code: 'rounded-time', from: '12:30:00', to: '12:33:00', marked: '12:33:00' },
  { code: 'invalid-toggle', from: 'Wide: true', to: 'Wide: yes', marked: 'yes' },
  { code: 'invalid-color', from: '#ff8800', to: 'orange', marked: 'orange' },
  {
    code: 'text-length',
    from: 'some words',
    to: 'far too many words in here',
    marked: 'far too many words in here',
  },
  { code: 'text-pattern', from: 'some words', to: 'words 123', marked: 'words 123' },
  { code: 'failed-validation', from: 'K-12', to: 'L-12', marked: 'L-12' },
  { code: 'invalid-tel', from: '+49 30 123456', to: 'on request', marked: 'on request' },
  {
    code: 'invalid-url',
    from: 'https://example.org/a\n',
    to: 'example.org/a\n',
    marked: 'example.org/a',
  },
  { code: 'invalid-url', from: 'https://example.org/2', to: 'no address', marked: 'no address' },
  {
    code: 'invalid-email',
    from: 'me@example.org',
    to: 'me at example.org',
    marked: 'me at example.org',
  },
  {
    code: 'invalid-link',
    from: 'Target: page://',
    to: 'Target: /@/page/',
    marked: '/@/page/otherOther000001',
  },
  {
    code: 'unquoted-date',
    from: '"1815-12-10"',
    to: '1815-12-10',
    marked: '1815-12-10',
    yamlHandler: 'symfony',
  },
  {
    code: 'cut-comment',
    from: 'site: https://example.org/ada\n  about: "Look at (file: plan.pdf text: this)"\n  life: <p>Long</p>',
    to: 'site: https://example.org/#ada',
    marked: '#ada',
  },
  { code: 'duplicate-id', from: '"id":"s2"', to: '"id":"s1"', marked: '"s1"' },
  {
    code: 'wrong-nesting',
    from: '"blocks":[{"content":[],"id":"s1"',
    to: '"blocks":[null,{"content":[],"id":"s1"',
    marked: 'null',
  },
  {
    code: 'missing-block-type',
    from: '"isHidden":false,"type":"line"',
    to: '"isHidden":false',
    marked: '{',
  },
  {
    code: 'hidden-flag',
    from: '"isHidden":false,"type":"line"',
    to: '"isHidden":"false","type":"line"',
    marked: '"false"',
  },
  {
    code: 'outdated-block',
    from: '{"content":[],"id":"s1"',
    to: '{"attrs":{"a":1},"content":[],"id":"s1"',
    marked: '{"a":1}',
  },
  { code: 'column-width', from: '"width":"1/1"', to: '"width":"half"', marked: '"half"' },
  { code: 'heading-level', from: '"h3"', to: '"3"', marked: '"3"' },
  {
    code: 'unknown-block',
    from: '"type":"line"',
    to: '"type":"rule"',
    marked: '"rule"',
  },
  {
    code: 'duplicate-key',
    from: 'street: Long road',
    to: 'street: Short road\nstreet: Long road',
    marked: 'street',
  },
  {
    code: 'duplicate-key',
    from: 'street: Long road',
    to: 'Street: Short road\nstreet: Long road',
    marked: 'Street',
  },
  { code: 'wrong-text', from: 'street: Long road', to: 'street: [Long road]', marked: '[' },
  { code: 'wrong-text', from: '"text":"Hello"', to: '"text":["Hello"]', marked: '[' },
  { code: 'misread-text', from: 'name: Ada', to: 'name: no', marked: 'no' },
  { code: 'misread-text', from: 'street: Long road', to: 'street: 0012', marked: '0012' },
  {
    code: 'misread-text',
    from: 'street: Long road',
    to: 'street: 1_000',
    marked: '1_000',
    yamlHandler: 'symfony',
  },
  { code: 'cut-comment', from: 'street: Long road', to: 'street: Road #1', marked: '#1' },
  {
    code: 'cut-comment',
    from: 'street: Long road',
    to: 'street: Road #1',
    marked: '#1',
    yamlHandler: 'symfony',
  },
  {
    code: 'wrong-object',
    from: 'street: Long road\nvisits: 12',
    to: '- Long road',
    marked: 'Long road',
  },
  {
    code: 'lost-link',
    from: 'href="/@/page/otherOther000001"',
    to: 'href="page://otherOther000001"',
    marked: 'page://otherOther000001',
  },
  {
    code: 'lost-link',
    from: '(link: https://example.org text: a link)',
    to: '[a link](page://otherOther000001)',
    marked: 'page://otherOther000001',
  },
  {
    code: 'disallowed-html',
    from: '<p>Some <em>HTML</em>',
    to: '<hr><p>Some <em>HTML</em>',
    marked: 'hr',
  },
  { code: 'disallowed-html', from: '<em>HTML</em>', to: '<mark>HTML</mark>', marked: 'mark' },
  {
    code: 'alias-attribute',
    from: '(link: https://example.org text: a link)',
    to: '(youtube: https://youtu.be/abcdefghijk width: 300)',
    marked: 'width',
  },
  {
    code: 'unclosed-tag',
    from: '(file: plan.pdf text: this)',
    to: '(file: plan.pdf text: this',
    marked: '(file:',
  },
  { code: 'disallowed-html', from: '<p>Long</p>', to: '<p>L<kbd>o</kbd>ng</p>', marked: 'kbd' },
  { code: 'unknown-option', from: 'State: open', to: 'State: opne', marked: 'opne' },
  { code: 'unknown-option', from: 'role: author', to: 'role: autor', marked: 'autor' },
  { code: 'unknown-option', from: 'Marks: a, b', to: 'Marks: a, z', marked: 'z' },
  { code: 'unknown-option', from: '"state":"closed"', to: '"state":"shut"', marked: '"shut"' },
  {
    code: 'listed-tags',
    from: 'Topics: wood, iron',
    to: 'Topics:\n\n- wood\n- iron',
    marked: '- wood\n- iron',
  },
  {
    code: 'listed-tags',
    from: 'Topics: wood, iron',
    to: 'Topics: ["wood", "iron"]',
    marked: '["wood", "iron"]',
  },
  {
    code: 'duplicate-item',
    from: 'Topics: wood, iron',
    to: 'Topics: wood, iron, wood',
    marked: 'wood',
  },
  {
    code: 'item-count',
    from: 'Topics: wood, iron',
    to: 'Topics: a, b, c, d',
    marked: 'd',
  },
  {
    code: 'comma-list',
    from: '- file://planPlanPlan0001',
    to: 'file://planPlanPlan0001, file://photoPhoto000001',
    marked: 'file://planPlanPlan0001, file://photoPhoto000001',
  },
  {
    code: 'mapped-item',
    from: 'Related: - page://otherOther000001',
    to: 'Related: - id: other',
    marked: 'id: other',
  },
  {
    code: 'foreign-item',
    from: 'Related: - page://otherOther000001',
    to: 'Related: - /@/page/otherOther000001',
    marked: '/@/page/otherOther000001',
  },
  {
    code: 'surplus-item',
    from: 'Cover: - file://photoPhoto000001',
    to: 'Cover:\n\n- file://photoPhoto000001\n- file://planPlanPlan0001',
    marked: 'file://planPlanPlan0001',
  },
  {
    code: 'missing-user',
    from: 'user://adaAda01',
    to: 'user://goneGone',
    marked: 'user://goneGone',
  },
  { code: 'required-field', from: 'Intro: some words', to: 'Intro: ', marked: 'Intro' },
  { code: 'unknown-field', from: 'Marks: a, b', to: 'Markss: a, b', marked: 'Markss' },
  {
    code: 'unsaved-field',
    from: 'Uuid: form',
    to: 'Remark: x\n\n----\n\nUuid: form',
    marked: 'Remark',
  },
  {
    code: 'unreachable-field',
    from: 'Uuid: form',
    to: 'Side-note: x\n\n----\n\nUuid: form',
    marked: 'Side-note',
  },
  {
    code: 'disallowed-block',
    from: '"b1","isHidden":false,"type":"heading"',
    to: '"b1","isHidden":false,"type":"quote"',
    marked: '"quote"',
  },
  {
    code: 'layout-not-offered',
    from: '"id":"c1","width":"1/2"',
    to: '"id":"c1","width":"1/4"',
    marked: '"1/4"',
  },
  { code: 'lost-key', from: '"id":"c1"', to: '"id":"c1","style":"wide"', marked: '"style"' },
];

/** The same site in two languages. */
export const translatedSite: SiteFiles = {
  'content/site.en.txt': 'Title: Site',
  'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
  'site/languages/de.php': "<?php return ['code' => 'de'];",
  'site/blueprints/pages/form.yml': `
title: Form
fields:
  intro:
    type: text
  size:
    type: number
    translate: false
`,
  'content/1_form/form.en.txt':
    'Title: Form\n\n----\n\nIntro: words\n\n----\n\nSize: 3\n\n----\n\nUuid: formFormForm0001',
};

export const translatedPath = 'content/1_form/form.de.txt';

/** A translation without any problem. */
export const translation = 'Title: Formular\n\n----\n\nIntro: Worte';

/** What a translation may hold and Kirby reads otherwise than it looks. */
export const translationFaults: readonly ValueFault[] = [
  { code: 'hidden-fallback', from: 'Intro: Worte', to: 'Intro: ', marked: 'Intro' },
  {
    code: 'untranslated-field',
    from: 'Intro: Worte',
    to: 'Size: 4\n\n----\n\nIntro: Worte',
    marked: 'Size',
  },
  {
    code: 'misplaced-key',
    from: 'Intro: Worte',
    to: 'Uuid: formFormForm0001\n\n----\n\nIntro: Worte',
    marked: 'Uuid',
  },
];
