import { describe, expect, test } from 'vitest';
import { blueprintDefinitionAt } from '../../server/src/features/blueprint-definition.ts';
import { siteFrom } from '../support/site.ts';

const names = [
  'pages/project',
  'pages/album',
  'files/photo',
  'fields/cover',
  'fields/wide',
  'sections/meta',
  'tabs/seo',
  'blocks/card',
  'blocks/heading',
];
const files = Object.fromEntries(names.map((name) => [`site/blueprints/${name}.yml`, 'title: X']));

/** Where the cursor `|` of a blueprint leads. */
async function leads(marked: string): Promise<string | undefined> {
  const site = await siteFrom({ 'content/site.txt': '', ...files });
  const text = marked.replace('|', '');
  const found = blueprintDefinitionAt(site, text, marked.indexOf('|'));
  if (found === undefined) return undefined;
  const path = found.places.map((place) => place.path.replace(/^site\/blueprints\/|\.yml$/gu, ''));
  return `${text.slice(found.span.start, found.span.end)} → ${path.join()}`;
}

describe('in a blueprint', () => {
  test.each([
    ['fields:\n  cover:\n    extends: fields/|cover', 'fields/cover → fields/cover'],
    [
      'fields:\n  cover:\n    extends:\n      - fields/cover\n      - "fields/wi|de"',
      'fields/wide → fields/wide',
    ],
    ['fields:\n  cover: fi|elds/cover', 'fields/cover → fields/cover'],
    ['sections:\n  meta: sections/meta|', 'sections/meta → sections/meta'],
    ['tabs:\n  seo: |tabs/seo', 'tabs/seo → tabs/seo'],
    ['fieldsets:\n  - ca|rd', 'card → blocks/card'],
    ['fieldsets: [heading, c|ard]', 'card → blocks/card'],
    [
      'fieldsets:\n  text:\n    type: group\n    fieldsets:\n      - hea|ding',
      'heading → blocks/heading',
    ],
    ['fieldsets:\n  ca|rd: true', 'card → blocks/card'],
    ['fieldsets:\n  teaser: blocks/ca|rd', 'blocks/card → blocks/card'],
    ['sections:\n  list:\n    type: pages\n    template: proj|ect', 'project → pages/project'],
    ['sections:\n  pages:\n    templates:\n      - project\n      - al|bum', 'album → pages/album'],
    ['sections:\n  list:\n    type: pages\n    create: alb|um', 'album → pages/album'],
    ['sections:\n  list:\n    type: files\n    template: pho|to', 'photo → files/photo'],
    ['sections:\n  files:\n    template: pho|to', 'photo → files/photo'],
    ['fields:\n  cover:\n    type: files\n    uploads: pho|to', 'photo → files/photo'],
    [
      'fields:\n  cover:\n    type: files\n    uploads:\n      template: pho|to',
      'photo → files/photo',
    ],
    ['options:\n  changeTemplate:\n    - alb|um', 'album → pages/album'],
  ])('%s', async (marked, expected) => {
    expect(await leads(marked)).toBe(expected);
  });

  test.each([
    'fields:\n  co|ver: fields/cover',
    'fields:\n  cover: fields/no|ne',
    'fieldsets:\n  - quo|te',
    'title: proj|ect',
    'template: pho|to',
    '# fields/co|ver',
    'fields:|',
    '|',
  ])('%s leads nowhere', async (marked) => {
    expect(await leads(marked)).toBeUndefined();
  });
});
