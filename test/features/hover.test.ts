import { describe, expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { contextOf } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
title: Article
fields:
  state:
    type: select
    label: State
    help: Who <b>may</b> *see* it
    required: true
    default: open
    options:
      open: Open to all
      closed: Members only
  topics:
    type: tags
    options:
      a: Arts
      b: Books
  share:
    type: range
    max: 20
  more:
    type: toggle
    translate: false
    when:
      state: open
  layout:
    type: layout
    label: Content
    fieldsets:
      - heading
      - video
      - code
    settings:
      fields:
        width:
          type: number
          label: Width in percent
        place:
          type: select
          label: Position
          options:
            top-left: At the top, left
        marks:
          type: checkboxes
          options:
            a: Arrows
            b: Boxes
`,
};

/** What is said at the `|` of a text, with what it is about in front. */
async function hoverAt(marked: string): Promise<string | undefined> {
  const text = marked.replace('|', '');
  const found = hover(await contextOf(text, { files }), marked.indexOf('|'));
  return found && `${text.slice(found.span.start, found.span.end)} » ${found.markdown}`;
}

describe('a field', () => {
  test('is explained at its key, with help, options and default', async () => {
    expect(await hoverAt('Sta|te: open')).toBe(
      [
        'State » **State** (required)',
        '`select` field of the blueprint `pages/article`',
        'Who **may** *see* it',
        'One of the options.',
        '- `open`: Open to all\n- `closed`: Members only',
        'Default: `open`',
      ].join('\n\n'),
    );
  });

  test('tells its limits, when it is shown and that it is not translated', async () => {
    expect(await hoverAt('Share: 1|2')).toContain('At most 20.');
    const more = await hoverAt('Mo|re: true');
    expect(more).toContain('Shown when `state` is `open`.');
    expect(more).toContain('Not translated');
  });

  test('in the settings of a row and in a block', async () => {
    const layout = (attrs: string, content: string): string =>
      `Layout: [{"attrs":{${attrs}},"columns":[{"width":"1/2","blocks":[{"type":"heading","content":{${content}}}]}]}]`;
    expect(await hoverAt(layout('"wid|th":30', ''))).toContain(
      String.raw`"width" » **Width in percent**` +
        '\n\n`number` field of the row settings of **Content**',
    );
    expect(await hoverAt(layout('', '"le|vel":"h2"'))).toContain(
      '`toggles` field of a block in **Content**',
    );
  });

  test('is not there without a blueprint', async () => {
    expect(await hoverAt('Oth|er: a')).toBeUndefined();
  });
});

describe('an option', () => {
  test('shows what the Panel calls it', async () => {
    expect(await hoverAt('State: clo|sed')).toBe(
      'closed » `closed`: Members only\n\nOption of **State**',
    );
    expect(await hoverAt('Topics: a, |b')).toBe('b » `b`: Books\n\nOption of **Topics**');
  });

  test('that is none leaves the field', async () => {
    expect(await hoverAt('Topics: a, z|z')).toContain('`tags` field');
  });
});

describe('a row', () => {
  test('shows its columns and settings', async () => {
    const found = await hoverAt(
      'Layout: [{"at|trs":{"width":30},"columns":[{"width":"1/2","blocks":[]},{"width":"1/2","blocks":[]}]}]',
    );
    expect(found).toContain('**Row 1**: `1/2` + `1/2`\n\n- Width in percent: `30`');
  });

  test('shows what the options are called that its settings choose', async () => {
    const found = await hoverAt(
      'Layout: [{"at|trs":{"place":"top-left","marks":"b, a, z"},"columns":[]}]',
    );
    expect(found).toContain('- Position: `At the top, left`\n- Marks: `Boxes, Arrows, z`');
  });
});

describe('a block', () => {
  const hoverIn = (content: string, type: string) =>
    hoverAt(
      `Layout: [{"columns":[{"blocks":[{"content":${content},"i|d":"a","type":"${type}"}],"width":"1/1"}]}]`,
    );

  test('shows its fields in the words of the Panel', async () => {
    expect(
      await hoverIn('{"location":"kirby","muted":"true","caption":"<p>A bus</p>"}', 'video'),
    ).toContain(
      '**Video** block in row 1\n\nLocation: This website\n\nMuted: on\n\nCaption: A bus',
    );
  });

  test('shows code as it is', async () => {
    expect(await hoverIn('{"code":"<div>\\n  <b>a</b>","language":"html"}', 'code')).toContain(
      'Code: \\<div\\> \\<b\\>a\\</b\\>\n\nLanguage: HTML',
    );
  });
});

describe('a field that no blueprint has', () => {
  const pages = {
    'content/1_a/free.txt': 'State: open',
    'content/2_b/free.txt': 'State: open',
    'content/3_c/free.txt': 'State: closed',
  };

  test('is explained by the other pages of its template', async () => {
    const text = 'State: new';
    const context = await contextOf(text, { files: pages, path: 'content/4_d/free.txt' });
    expect(hover(context, 2)?.markdown).toBe(
      '**State**\n\nOn 4 of 4 pages. No blueprint that could be read has this field.\n\n`open` (2)',
    );
  });

  test('is not one whose name has the marks of a merge before it', async () => {
    const text = '<<<<<<< HEAD\nState: new\n=======\nState: old\n>>>>>>> x';
    const context = await contextOf(text, { files: pages, path: 'content/4_d/free.txt' });
    expect(hover(context, 2)).toBeUndefined();
    expect(hover(context, text.indexOf('State'))).toBeUndefined();
  });
});

describe('a field of Kirby’s own', () => {
  test.each([
    [
      'content/1_article/article.txt',
      'Title: Bread, butter',
      '**Title**\n\nThe title of the page.',
    ],
    ['content/site.txt', 'Title: Bread', '**Title**\n\nThe title of the site.'],
    [
      'content/1_article/a.jpg.txt',
      'Sort: 2',
      '**Sort**\n\nThe place of the file among those of its page.',
    ],
    [
      'content/1_article/a.jpg.txt',
      'Template: cover',
      '**Template**\n\nThe blueprint of the file, by its name in `blueprints/files`.',
    ],
  ])('in %s says what it is: %s', async (path, text, said) => {
    const others = {
      ...files,
      'content/1_article/a.jpg': '',
      'content/2_b/article.txt': 'Title: Bread, butter, jam',
      'content/3_c/article.txt': 'Title: Bread, jam',
    };
    const context = await contextOf(text, { files: others, path });
    const own = 'A field of Kirby’s own, which needs no blueprint.';
    expect(hover(context, 2)?.markdown).toBe(`${said}\n\n${own}`);
  });
});
