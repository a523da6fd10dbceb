import { describe, expect, it } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import type { Preview } from '../../server/src/preview/model.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { liveSiteFrom, siteFrom } from '../support/site.ts';

const site = await siteFrom({
  'content/1_article/article.txt': 'Title: A\n\n----\n\nUuid: pageA',
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Alt: A photo\n\n----\n\nUuid: photo1',
});
const page = site.page('article');
if (page === undefined) throw new Error('The article is not in its site.');
const context = renderContext({ site, model: { kind: 'page', page }, audience: 'editor' });

function render(text: string, previous?: Preview): Preview {
  return renderPage(parseContent(text), context, undefined, previous);
}

/** The fragments put into each other, slots filled, so that a whole page can be read. */
function assembled({ roots, fragments }: Preview): string {
  const fill = (key: string): string =>
    (fragments.get(key)?.html ?? `[no ${key}]`).replace(
      /<kirby-slot data-key="([^"]*)"><\/kirby-slot>/g,
      (_slot, child: string) => fill(child),
    );
  return roots.map(fill).join('\n');
}

function text(preview: Preview): string {
  return assembled(preview)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Row {
  readonly id?: string;
  readonly attrs?: object;
  readonly columns: readonly { readonly width: string; readonly blocks: readonly object[] }[];
}

function layout(rows: readonly Row[]): string {
  return `Layout: ${JSON.stringify(rows)}`;
}

function textBlock(id: string | undefined, content: string): object {
  return { content: { text: `<p>${content}</p>` }, id, isHidden: false, type: 'text' };
}

describe('keys', () => {
  const row = (blocks: readonly object[]): Row => ({
    id: 'r1',
    columns: [{ width: '1/1', blocks }],
  });

  it('are the ids on the way, and places where there is none', () => {
    const preview = render(layout([row([textBlock('b1', 'a'), textBlock(undefined, 'b')])]));
    expect([...preview.fragments.keys()].sort()).toEqual([
      'layout',
      'layout/r1',
      'layout/r1/#0',
      'layout/r1/#0/#1',
      'layout/r1/#0/b1',
    ]);
  });

  it('stay when a block is put in front', () => {
    const before = render(layout([row([textBlock('b1', 'a'), textBlock('b2', 'b')])]));
    const after = render(
      layout([row([textBlock('new', 'c'), textBlock('b1', 'a'), textBlock('b2', 'b')])]),
      before,
    );
    for (const key of ['layout/r1/#0/b1', 'layout/r1/#0/b2']) {
      expect(after.fragments.get(key)?.html).toBe(before.fragments.get(key)?.html);
    }
    expect(after.fragments.get('layout/r1/#0/b1')?.place.path).toEqual([
      0,
      'columns',
      0,
      'blocks',
      1,
    ]);
  });

  it('are those in the slots and in the elements', () => {
    const preview = render(
      `Title: T\n\n----\n\n${layout([row([textBlock('b1', 'a')])])}\n\n----\n\nText: x\n\ny`,
    );
    expect(assembled(preview)).not.toContain('[no ');
    for (const { key, html } of preview.fragments.values()) {
      expect(html).toContain(`data-key="${key}"`);
    }
  });

  it('cannot be forged by a field or an id', () => {
    const preview = render(
      `#head: x\n\n----\n\nTitle: T\n\n----\n\n${layout([row([textBlock(`a/"><b>'`, 'x')])])}`,
    );
    expect(preview.fragments.get('#head')?.html).toContain('<header');
    expect(preview.fragments.has('layout/r1/#0/a%2F%22%3E%3Cb%3E%27')).toBe(true);
  });
});

describe('the order', () => {
  it('is head, layouts, blocks, other fields', () => {
    const rows = layout([{ columns: [] }]);
    const blocks = `Blocks: ${JSON.stringify([textBlock('b', 'block')])}`;
    const fields = ['Note: note', blocks, 'Date: 2024-01-31', rows, 'Title: title'];
    const preview = render(fields.join('\n\n----\n\n'));
    expect(preview.roots).toEqual(['#head', 'layout', 'blocks', 'note']);
  });

  it('leaves out what is empty and what is Kirby’s own', () => {
    expect(
      render('Note:\n\n----\n\nList: []\n\n----\n\nUuid: abc\n\n----\n\nText: x').roots,
    ).toEqual(['text']);
  });

  it('shows of two fields of one name the last', () => {
    expect(text(render('Note: one\n\n----\n\nNote: two'))).toBe('Note two');
  });
});

describe('the head', () => {
  it('has the well-known fields in their order', () => {
    const fields = ['Tags: a, b', 'Hat: Intro', 'Cover: - file://photo1', 'Title: T'];
    const html = assembled(render(fields.join('\n\n----\n\n')));
    expect(html).toMatch(
      /kirby-cover.*photo\.jpg.*<h1[^>]*>T<.*Intro.*kirby-tag">a<.*kirby-tag">b</s,
    );
  });

  it('names a cover that is missing', () => {
    expect(text(render('Cover: - file://gone'))).toBe('Missing image file://gone');
  });
});

describe('rows', () => {
  const row = (attrs: object): string =>
    assembled(render(layout([{ id: 'r', attrs, columns: [{ width: '1/3', blocks: [] }] }])));

  it('stand in a grid of twelve', () => {
    expect(row({})).toContain('kirby-span-4');
  });

  it('show a colour as one', () => {
    expect(row({ visual_color: '#252d8033' })).toContain('data-color="#252d8033"');
  });

  it('show a file as an image', () => {
    expect(row({ visual: ['file://photo1'] })).toMatch(/<img[^>]*content\/1_article\/photo\.jpg/);
  });

  it('name a file that is missing', () => {
    expect(row({ visual: ['file://gone'] })).toContain(
      '<code class="kirby-placeholder-detail">file://gone',
    );
  });

  it('show anything else as text', () => {
    expect(row({ visual_width: 30, visual_position: 'top-left' })).toMatch(
      /Visual width<\/span>.*30<.*Visual position<\/span>.*top-left/s,
    );
  });

  it('show nothing of empty settings', () => {
    expect(row({ visual: [], color: null, position: '', object: {} })).not.toContain(
      'kirby-setting',
    );
  });

  it('say when a width is no fraction', () => {
    const rows = [{ columns: [{ width: 'half', blocks: [] }] }];
    expect(text(render(layout(rows)))).toContain('The width “half” is no fraction.');
  });
});

describe('blocks', () => {
  const block = (value: object): Preview => render(`Blocks: ${JSON.stringify([value])}`);

  it('have a role, a name and a place in the order of the keyboard', () => {
    const html = block(textBlock('b', 'a')).fragments.get('blocks/b')?.html;
    expect(html).toMatch(
      /^<article[^>]*role="article"[^>]*aria-label="Text block"[^>]*tabindex="0"/,
    );
  });

  it('are dimmed and labelled when hidden', () => {
    const html = assembled(block({ ...textBlock('b', 'a'), isHidden: true }));
    expect(html).toMatch(/kirby-hidden".*aria-label="Text block, hidden".*Hidden</s);
  });

  it('show a missing image by its name', () => {
    expect(text(block({ type: 'image', content: { image: ['gone.jpg'] } }))).toBe(
      'Missing image gone.jpg',
    );
  });

  it('name the host of a remote image and do not load it', () => {
    const html = assembled(
      block({ type: 'image', content: { location: 'web', src: 'https://example.org/a.jpg' } }),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('example.org');
  });

  it('name the host of a remote image in a text', () => {
    const html = assembled(
      block({ type: 'text', content: { text: '<p>a<img alt="" src="//example.org/a.jpg">b</p>' } }),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('example.org');
  });

  it('show a video as a card that leads there', () => {
    const html = assembled(block({ type: 'video', content: { url: 'https://youtu.be/abc' } }));
    expect(html).not.toContain('<iframe');
    expect(html).toMatch(
      /<a class="kirby-video" href="https:\/\/youtu\.be\/abc"[^>]*>.*youtu\.be/s,
    );
  });

  it('say when an address is no video', () => {
    expect(text(block({ type: 'video', content: { url: 'https://example.org/' } }))).toContain(
      'Kirby cannot play this address https://example.org/',
    );
  });

  it('show an unknown type as a card of its fields', () => {
    const content = { heading_text: 'Hello', color: '#fff', photos: ['photo.jpg'], empty: '' };
    const preview = block({ type: 'teaser', content });
    expect(text(preview)).toBe('Teaser Heading text Hello Color #fff Photos');
    expect(assembled(preview)).toContain('content/1_article/photo.jpg');
  });

  it('show blocks inside of an unknown type', () => {
    const inner = JSON.stringify([textBlock('x', 'inner')]);
    expect(text(block({ type: 'accordion', content: { items: inner } }))).toBe(
      'Accordion Items inner',
    );
  });

  it('say when Kirby fails on them and shows nothing', () => {
    const broken = { id: 'b', type: 'heading', content: { text: ['a list'] } };
    expect(text(render(`Blocks: ${JSON.stringify([broken])}`))).toBe(
      'Kirby shows nothing of this heading block',
    );
  });

  it('say when there is nothing to see', () => {
    expect(text(block({ type: 'heading', content: { level: 'h2', text: ' ' } }))).toBe(
      'Empty heading block',
    );
  });
});

describe('a field that cannot be read', () => {
  const good = `Title: T\n\n----\n\nLayout: [{"id":"r","columns":[{"id":"c","blocks":[{"id":"b","type":"text","content":{"text":"kept"}}]}]}]`;
  const bad = good.replace('"kept"', '"kept');

  it('is named, with what Kirby does', () => {
    expect(render(bad).broken).toEqual([
      {
        field: 'layout',
        message: 'The JSON of “Layout” cannot be read. Kirby shows nothing of it.',
      },
    ]);
  });

  it('keeps what it looked like before', () => {
    const before = render(good);
    const broken = render(bad.replace('Title: T', 'Title: U'), before);
    expect(broken.roots).toEqual(before.roots);
    expect(text(broken)).toBe('U kept');
    const still = render(bad, broken);
    expect(text(still)).toBe('T kept');
    expect(render(good, still).broken).toEqual([]);
  });

  it('is a box with the message when nothing went before', () => {
    expect(text(render(bad))).toBe(
      'T Layout The JSON of “Layout” cannot be read. Kirby shows nothing of it.',
    );
  });

  it('counts what only PHP cannot read', () => {
    const lone = String.raw`Blocks: [{"type":"text","content":{"text":"\ud83d"}}]`;
    expect(render(lone).broken).toHaveLength(1);
  });

  it('counts what Kirby fails on', () => {
    const { broken } = render('Blocks: [{"content":{"text":"x"}}]');
    expect(broken[0]?.message).toBe(
      '“Blocks” cannot be shown. A block has no type. Kirby fails on this page.',
    );
  });
});

describe('with a blueprint', () => {
  const blueprint = `
title: Note
fields:
  started:
    type: date
  lead:
    type: number
    label: Weight
  secret:
    type: hidden
  notice:
    type: info
    label: Notice
  brackets:
    type: textarea
  body:
    type: layout
    label: Contents
    settings:
      fields:
        back:
          type: color
          label: Background
    fieldsets:
      teaser:
        name: Big teaser
        fields:
          headline:
            type: text
            label: Large words
`;

  async function renderNote(content: string): Promise<Preview> {
    const notes = await siteFrom({
      'site/blueprints/pages/note.yml': blueprint,
      'content/1_note/note.txt': content,
    });
    const file = notes.contentFile(sitePath('content/1_note/note.txt'));
    const surroundings = { site: notes, model: file?.model, audience: 'editor' } as const;
    return renderPage(parseContent(content), renderContext(surroundings), file);
  }

  it('takes the labels of fields, settings and blocks from it', async () => {
    const teaser = { type: 'teaser', id: 'b', content: { headline: 'Hello' } };
    const row = { attrs: { back: '#fff' }, columns: [{ width: '1/1', blocks: [teaser] }] };
    const preview = await renderNote(`Body: ${JSON.stringify([row])}`);
    expect(text(preview)).toBe('Background #fff Big teaser Large words Hello');
    const html = assembled(preview);
    expect(html).toContain('aria-label="Contents"');
    expect(html).toContain('aria-label="Big teaser block"');
  });

  it('knows a date under any name', async () => {
    expect(assembled(await renderNote('Started: 2024-01-31'))).toContain(
      '<time datetime="2024-01-31">',
    );
  });

  it('takes a field that bears a well-known name for what it is', async () => {
    expect(text(await renderNote('Lead: 5'))).toBe('Weight 5');
  });

  it('leaves out hidden fields', async () => {
    expect((await renderNote('Secret: x')).roots).toEqual([]);
  });

  it('shows what a file holds for a field that holds nothing in the Panel', async () => {
    expect(text(await renderNote('Notice: Still here'))).toBe('Notice Still here');
  });

  it('takes no text for JSON that only looks so', async () => {
    const { broken, roots } = await renderNote('Brackets: [{"type":"text","content":{}');
    expect(broken).toEqual([]);
    expect(roots).toEqual(['brackets']);
  });
});

describe('the metadata of an image', () => {
  it('shows the image', async () => {
    const path = 'content/1_article/photo.jpg.txt';
    const photos = await siteFrom({ 'content/1_article/photo.jpg': '', [path]: 'Alt: A photo' });
    const file = photos.contentFile(sitePath(path));
    const surroundings = { site: photos, model: file?.model, audience: 'editor' } as const;
    const preview = renderPage(parseContent('Alt: A photo'), renderContext(surroundings), file);
    expect(preview.roots).toEqual(['#head', 'alt']);
    expect(assembled(preview)).toMatch(/kirby-picture.*src="content\/1_article\/photo\.jpg"/s);
  });
});

describe('for a page', () => {
  const renderForPage = (blocks: readonly object[]): Preview => {
    const content = parseContent(`Blocks: ${JSON.stringify(blocks)}`);
    return renderPage(content, renderContext({ site, audience: 'page' }), undefined);
  };

  it('blocks are what Kirby prints, without hidden ones', () => {
    const hidden = { ...textBlock('a', 'hidden'), isHidden: true };
    const missing = { type: 'image', id: 'b', content: { image: 'gone.jpg' } };
    const unknown = { type: 'unknown', id: 'c', content: { text: 'x' } };
    const preview = renderForPage([hidden, missing, unknown, textBlock('d', 'shown')]);
    expect(text(preview)).toBe('shown');
    expect(preview.fragments.has('blocks/a')).toBe(false);
  });
});

describe('a rendering that follows another', () => {
  const content = `Blocks: ${JSON.stringify([textBlock('a', 'x'), textBlock('b', 'y')])}`;

  it('takes over what has not changed', () => {
    const before = render(content);
    const after = render(content.replace('>y<', '>z<'), before);
    expect(after.fragments.get('blocks/a')?.html).toBe(before.fragments.get('blocks/a')?.html);
    expect(after.fragments.get('blocks/b')?.html).toContain('>z<');
  });

  it('looks again when the site has changed', async () => {
    const text = `Blocks: ${JSON.stringify([{ type: 'image', id: 'i', content: { image: 'other/new.jpg' } }])}`;
    const path = sitePath('content/1_article/article.txt');
    const { live, disk } = await liveSiteFrom({
      [path]: text,
      'content/other/other.txt': 'Title: Other',
    });
    const now = (previous?: Preview): Preview => {
      const file = live.site.contentFile(path);
      const surroundings = { site: live.site, model: file?.model, audience: 'editor' } as const;
      return renderPage(parseContent(text), renderContext(surroundings), file, previous);
    };
    const before = now();
    expect(assembled(before)).toContain('Missing image');
    disk.write('content/other/new.jpg', '');
    await live.changed([sitePath('content/other/new.jpg')]);
    expect(assembled(now(before))).toContain('content/other/new.jpg');
  });
});

describe('other fields', () => {
  it.each([
    [
      'files',
      'Gallery: - photo.jpg\n- file://photo1',
      /Gallery.*<p class="kirby-value">|photo\.jpg/s,
    ],
    ['a writer’s HTML', 'Body: <p>a <b>b</b></p>', /<p>a <b>b<\/b><\/p>/],
    [
      'a structure',
      'People:\n\n- \n  name: Ann\n  age: 3\n- \n  name: Bob',
      /<th[^>]*>\s*Name.*Ann.*Bob/s,
    ],
    ['a colour', 'Accent: #ff0000', /data-color="#ff0000"/],
    ['anything else', 'Note: <b>x</b>', /&lt;b&gt;x&lt;\/b&gt;/],
  ])('show %s', (_name, content, expected) => {
    expect(assembled(render(content))).toMatch(expected);
  });
});
