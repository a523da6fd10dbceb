import { describe, expect, it } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import type { Preview } from '../../server/src/preview/model.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { liveSiteFrom } from '../support/site.ts';
import { site, render, assembled, text, type Row, layout, textBlock } from './article-preview.ts';

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

  it('says to those who cannot see it what each part but the title is', () => {
    const fields = [
      'Tags: a',
      'Hat: Intro',
      'Cover: - file://photo1',
      'Date: 2026-01-02',
      'Title: T',
    ];
    const html = assembled(render(fields.join('\n\n----\n\n')));
    const named = [
      ...html.matchAll(/class="(kirby-[a-z-]+)"[^>]* role="group" aria-label="([^"]*)"/g),
    ];
    expect(named.map(([, part, label]) => [part, label])).toEqual([
      ['kirby-cover', 'Cover'],
      ['kirby-intro', 'Hat'],
      ['kirby-date', 'Date'],
      ['kirby-page-tags', 'Tags'],
    ]);
    expect(html).toMatch(/<h1 class="kirby-title" data-key="title" tabindex="0">T</);
  });

  it('names a cover that is missing', () => {
    expect(text(render('Cover: - file://gone'))).toBe('Missing image file://gone');
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
