import { describe, expect, it } from 'vitest';
import type { Preview } from '../../server/src/preview/model.ts';
import { render, assembled, text, layout, textBlock } from './article-preview.ts';

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
