import { describe, expect, it } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import type { Preview } from '../../server/src/preview/model.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';
import { render, assembled, text } from './article-preview.ts';

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

  it('names the pages and the options that the settings of a row choose', async () => {
    const settings = await siteFrom({
      'site/blueprints/pages/note.yml': `fields:
  body:
    type: layout
    settings:
      fields:
        related: {type: pages}
        more: {type: link}
        photo: {type: link}
        effects: {type: checkboxes, options: {a: Dark, b: Wide}}`,
      'content/1_note/note.txt': 'Title: N',
      'content/1_note/a.jpg': '',
      'content/1_note/a.jpg.txt': 'Uuid: picture',
      'content/2_bread/note.txt': 'Title: Bread\n\n----\n\nUuid: bread1',
    });
    const attrs = {
      related: ['page://bread1', 'page://gone'],
      more: 'page://bread1',
      photo: 'file://picture',
      effects: 'a, b, c',
      other: 'page://bread1',
    };
    const file = settings.contentFile(sitePath('content/1_note/note.txt'));
    const context = renderContext({ site: settings, model: file?.model, audience: 'editor' });
    const content = `Body: ${JSON.stringify([{ attrs, columns: [] }])}`;
    const preview = renderPage(parseContent(content), context, file);
    expect(text(preview)).toBe(
      'Related Bread, Missing page page://gone More Bread Photo Effects Dark, Wide, c Other Bread Empty row',
    );
    expect(assembled(preview)).toContain('content/1_note/a.jpg');
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
