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
