import { describe, expect, test } from 'vitest';
import { fieldTypes } from '../../server/src/kirby/field-types/index.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { fieldRenderers } from '../../server/src/preview/fields/index.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { speak } from '../../server/src/kirby/text/say.ts';
import { siteFrom } from '../support/site.ts';

const path = 'content/1_article/article.txt';

/** The HTML of a field of this definition, blanks closed up. */
async function drawn(definition: string, value: string): Promise<string> {
  const html = await written(definition, value);
  return html.replace(/\s+/g, ' ').replace(/> /g, '>').replace(/ </g, '<');
}

async function written(
  definition: string,
  value: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const indented = definition.replaceAll('\n', '\n    ');
  const text = `Thing: ${value}`;
  const site = await siteFrom({
    [path]: text,
    'content/1_article/photo.jpg': '',
    'content/1_article/photo.jpg.txt': 'Alt: A photo\n\n----\n\nUuid: photo1',
    'content/_drafts/later/article.txt': 'Title: Later\n\n----\n\nUuid: later3',
    'site/accounts/abcd1234/index.php': "<?php return ['name' => 'Ada', 'email' => 'ada@a.org'];",
    'content/2_other/article.txt': 'Title: Other page\n\n----\n\nUuid: page2',
    'site/blueprints/pages/article.yml': `fields:\n  thing:\n    ${indented}\n`,
    ...more,
  });
  const file = site.contentFile(sitePath(path));
  const context = renderContext({ site, model: file?.model, audience: 'editor' });
  const { fragments } = renderPage(parseContent(text), context, file);
  return [...fragments.values()].map(({ html }) => html).join('');
}

describe('each field type', () => {
  /** Of no value. */
  const others = new Set(['gap', 'headline', 'info', 'line', 'stats']);

  test('is drawn', () => {
    const missing = [...fieldTypes.keys()].filter(
      (type) => !fieldRenderers.has(type) && !others.has(type),
    );
    expect(missing).toEqual([]);
  });

  const options = 'options:\n  one: First\n  two: Second';

  test.each([
    ['select', `type: select\n${options}`, 'two', '<p class="kirby-value">Second</p>'],
    ['radio', `type: radio\n${options}`, 'one', '<p class="kirby-value">First</p>'],
    ['an unknown option', `type: toggles\n${options}`, 'six', '<p class="kirby-value">six</p>'],
    [
      'checkboxes',
      `type: checkboxes\n${options}`,
      'one, two',
      '<li class="kirby-tag">First</li><li class="kirby-tag">Second</li>',
    ],
    [
      'tags',
      'type: multiselect\nseparator: ";"',
      'a; b',
      '<li class="kirby-tag">a</li><li class="kirby-tag">b</li>',
    ],
    ['a toggle', 'type: toggle', 'true', '<p class="kirby-value">Yes</p>'],
    [
      'a toggle with words',
      'type: toggle\ntext:\n  - closed\n  - open',
      'false',
      '<p class="kirby-value">closed</p>',
    ],
    ['a number', 'type: number\nafter: €', '12', '<p class="kirby-value">12 €</p>'],
    [
      'a time',
      'type: time',
      '12:30:00',
      '<p class="kirby-value"><time datetime="12:30:00">12:30:00</time></p>',
    ],
    [
      'an address',
      'type: url',
      'https://a.org',
      '<a href="https://a.org" rel="noreferrer">https://a.org</a>',
    ],
    [
      'an email',
      'type: email',
      'me@a.org',
      '<a href="mailto:me@a.org" rel="noreferrer">me@a.org</a>',
    ],
    [
      'a number to call',
      'type: tel',
      '+49 30 1',
      '<a href="tel:+49301" rel="noreferrer">+49 30 1</a>',
    ],
    [
      'a script as what it is',
      'type: url',
      'javascript:x',
      '<p class="kirby-value">javascript:x</p>',
    ],
    ['a link to a page', 'type: link', 'page://page2', '<p class="kirby-value">Other page</p>'],
    ['a link to a file', 'type: link', 'file://photo1', 'content/1_article/photo.jpg'],
    ['pages', 'type: pages', '- page://page2', '<span title="other">Other page</span>'],
    [
      'a picture of a page',
      'type: pages',
      '- article',
      'photo.jpg" alt="" /><span title="article">',
    ],
    [
      'a draft',
      'type: pages',
      '- page://later3',
      'Later</span><span class="kirby-note">Draft</span>',
    ],
    ['a page that is gone', 'type: pages', '- page://gone', 'Missing page'],
    ['users', 'type: users', '- user://abcd1234', '<li class="kirby-tag">Ada</li>'],
    ['a user who is gone', 'type: users', '- user://gone', 'Missing user'],
    ['a range', 'type: range\ntooltip:\n  after: "%"', '75', '<p class="kirby-value">75 %</p>'],
    [
      'a colour by its name',
      'type: color\noptions:\n  "#f00": Signal',
      '#f00',
      'data-color="#f00" aria-hidden="true"></span>Signal</span',
    ],
    ['entries', 'type: entries\nfield: color', '- "#ff0000"', 'data-color="#ff0000"'],
  ])('%s', async (_, definition, value, expected) => {
    expect(await drawn(definition, value)).toContain(expected);
  });

  test('of a structure is drawn in its cell, in the order of the blueprint', async () => {
    const definition = `type: structure
fields:
  when:
    type: date
    label: Day
  state:
    type: select
    options:
      a: Active
  photo:
    type: files
  never:
    type: text`;
    const html = await drawn(
      definition,
      '\n\n- \n  state: a\n  when: 2024-05-01\n  photo:\n    - file://photo1',
    );
    expect(html).toContain('<th scope="col">Day</th><th scope="col">State</th>');
    expect(html).not.toContain('Never');
    expect(html).toContain('<td><p class="kirby-value">Active</p></td>');
    expect(html).toContain('<time datetime="2024-05-01">');
    expect(html).toContain('photo.jpg');
  });

  test('of an object is drawn under its label', async () => {
    const html = await drawn(
      'type: object\nfields:\n  street:\n    type: text\n    label: Road',
      '\n\nstreet: Main\nother: x',
    );
    expect(html).toContain('<dt>Road</dt><dd><p class="kirby-value">Main</p></dd>');
    expect(html).toContain('<dt>Other</dt><dd><p class="kirby-value">x</p></dd>');
  });

  test('of a structure and of an object is found whatever the letter case of its name', async () => {
    const rows = await drawn(
      'type: structure\nfields:\n  photo:\n    type: files\n    label: Picture',
      '\n\n- \n  Photo: photo.jpg\n- \n  photo: photo.jpg',
    );
    expect(rows).toContain('<tr><th scope="col">Picture</th></tr>');
    expect(rows.split('src="content/1_article/photo.jpg"')).toHaveLength(3);
    const object = await drawn(
      'type: object\nfields:\n  street:\n    type: text\n    label: Road',
      '\n\nStreet: Main',
    );
    expect(object).toContain('<dt>Road</dt><dd><p class="kirby-value">Main</p></dd>');
  });

  test('of chosen pages says in the language of the editor that one is a draft', async () => {
    speak(new Map([['Draft', 'Entwurf']]));
    try {
      expect(await drawn('type: pages', '- page://later3')).toContain('>Entwurf</span>');
    } finally {
      speak(undefined);
    }
  });

  test('of a type that nobody knows has the name it was given, and is drawn as it looks', async () => {
    const html = await drawn('type: of-a-plugin\nlabel: Gallery', '- file://photo1');
    expect(html).toContain('<h2 class="kirby-field-label">Gallery</h2>');
    expect(html).toContain('src="content/1_article/photo.jpg"');
    expect(await drawn('type: of-a-plugin', 'x')).toContain('>Thing</h2>');
    const tagged = '<p>(link: https://example.org text: Here)</p>';
    expect(await drawn('type: of-a-plugin', tagged)).toContain(
      'href="https://example.org">Here</a>',
    );
    const row = await drawn(
      'type: structure\nfields:\n  place:\n    type: of-a-plugin',
      '\n\n- \n  place: Here',
    );
    expect(row).toContain('<th scope="col">Place</th>');
  });

  test('of a type of a plugin is drawn as it looks', async () => {
    const plugin = { 'site/plugins/mine/index.php': '<?php Kirby::plugin("my/fields", []);' };
    const type = 'type: of-a-plugin';
    expect(await written(type, '#ff8800', plugin)).toContain('data-color="#ff8800"');
    const button = await written(type, '\n\ntext: Read on\nvalue: page://page2\nhash:', plugin);
    expect(button).toMatch(/<dt>Text<\/dt>\s*<dd><p class="kirby-value">Read on<\/p><\/dd>/);
    expect(button).toMatch(/<dt>Value<\/dt>\s*<dd>[^]*Other page/);
    expect(button).not.toContain('page://page2</');
    const prose = 'Note: we are open\nagain';
    expect(await written(type, prose, plugin)).not.toContain('<dt>');
  });

  test('of a toggle stands close to its label, as other values do', async () => {
    expect(await written('type: toggle', 'true')).toContain('<p class="kirby-value">Yes</p>');
  });

  test('is text where a value has another form', async () => {
    expect(await drawn('type: structure\nfields:\n  a:\n    type: text', 'prose')).toContain(
      '<p class="kirby-value">prose</p>',
    );
  });
});

test('a block of the site shows its fields by their types', async () => {
  const html = await drawn(
    `type: blocks
fieldsets:
  card:
    fields:
      state:
        type: select
        label: Condition
        options:
          a: Active`,
    '[{"type":"card","content":{"state":"a"}}]',
  );
  expect(html).toContain('<dt>Condition</dt><dd><p class="kirby-value">Active</p></dd>');
});

describe('blocks inside of other values', () => {
  const fieldsets = `fieldsets:
      heading: true
      note:
        name: A note
        fields:
          body:
            type: textarea
            label: Words`;
  const heading = {
    type: 'heading',
    id: 'a',
    isHidden: false,
    content: { text: 'Hi', level: 'h3' },
  };
  const note = { type: 'note', id: 'b', isHidden: true, content: { body: 'a *word*' } };
  const blocks = [heading, note];
  const inYaml = JSON.stringify(JSON.stringify(blocks));
  const inLayout = JSON.stringify(
    JSON.stringify([
      {
        id: 'r',
        attrs: {},
        columns: [
          { id: 'c', width: '1/3', blocks },
          { id: 'd', width: '2/3', blocks: [] },
        ],
      },
    ]),
  );
  const shownHeading = '<section class="kirby-nested"><h3>Hi</h3>';
  const shownNote =
    '<section class="kirby-nested kirby-hidden"><span class="kirby-hidden-label">Hidden</span><section class="kirby-card"><p class="kirby-card-title">A note</p><dl><dt>Words</dt><dd><p>a<em>word</em></p>';

  test.each([
    [
      'a structure, as JSON in a string',
      `type: structure\nfields:\n  inner:\n    type: blocks\n    ${fieldsets}`,
      `\n- inner: ${inYaml}`,
      '<td>',
    ],
    [
      'an object',
      `type: object\nfields:\n  inner:\n    type: blocks\n    ${fieldsets}`,
      `\ninner: ${inYaml}`,
      '<dd>',
    ],
    [
      'an object in a structure',
      `type: structure\nfields:\n  outer:\n    type: object\n    fields:\n      inner:\n        type: blocks\n        ${fieldsets.replaceAll('\n', '\n    ')}`,
      `\n- outer:\n    inner: ${inYaml}`,
      '<dl class="kirby-object"><dt>Inner</dt><dd>',
    ],
    [
      'a layout of a structure',
      `type: structure\nfields:\n  inner:\n    type: layout\n    ${fieldsets}`,
      `\n- inner: ${inLayout}`,
      '<td><div class="kirby-columns"><div class="kirby-column kirby-span-4">',
    ],
  ])('are drawn: %s', async (_, definition, value, before) => {
    const html = await drawn(definition, value);
    expect(html).toContain(before + shownHeading);
    expect(html).toContain(shownNote);
    expect(html).not.toContain('&quot;type&quot;');
  });

  test('are drawn where no blueprint knows the field', async () => {
    const html = await drawn(
      'type: structure',
      `\n- inner: ${JSON.stringify(JSON.stringify([heading]))}`,
    );
    expect(html).toContain(`<td>${shownHeading}`);
  });

  test('show rows where no blueprint knows the block', async () => {
    const rows = [
      { part: 'Lamp', price: 12 },
      { part: 'Cable', price: 3, seen: [{ day: 'Monday' }] },
    ];
    const html = await drawn(
      'type: blocks',
      JSON.stringify([{ type: 'parts', content: { rows } }]),
    );
    expect(html).toContain('<th scope="col">Part</th><th scope="col">Price</th>');
    expect(html).toContain('<p class="kirby-value">Cable</p>');
    expect(html).toContain('<p class="kirby-value">Monday</p>');
    expect(html).not.toContain('…');
  });

  test('name pages where no blueprint knows the block', async () => {
    const rows = [{ pages: ['page://page2'], files: ['file://photo1'] }];
    const content = { project: ['page://page2'], one: 'page://page2', rows };
    const html = await drawn('type: blocks', JSON.stringify([{ type: 'parts', content }]));
    expect(html.match(/Other page/g)).toHaveLength(3);
    expect(html).toContain('photo.jpg');
    expect(html).not.toContain('page://');
  });

  test('stop where they are too deep inside of each other', async () => {
    let inner: object = heading;
    for (let depth = 0; depth < 8; depth++) {
      inner = { type: 'box', content: { inner: JSON.stringify([inner]) } };
    }
    const html = await drawn('type: blocks', JSON.stringify([inner]));
    expect(html.split('class="kirby-nested"').length - 1).toBe(3);
  });

  test('that cannot be read stay text', async () => {
    const definition = 'type: structure\nfields:\n  inner:\n    type: blocks';
    expect(await drawn(definition, '\n- inner: "[5]"')).toContain('<p class="kirby-value">[5]</p>');
  });
});
