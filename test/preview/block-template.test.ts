import { describe, expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { fillTemplate, type TemplateValue } from '../../server/src/preview/template/fill.ts';
import { LONGEST_TEMPLATE, parseTemplate } from '../../server/src/preview/template/parse.ts';
import type { Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { liveSiteFrom, siteFrom } from '../support/site.ts';

const path = 'content/1_article/article.txt';
const templatePath = '.kirby-author/blocks/hero.html';

const blueprint = `fields:
  blocks:
    type: blocks
    fieldsets:
      hero:
        name: Big hero
        fields:
          text: { type: writer }
          intro: { type: textarea }
          image: { type: files }
          pages: { type: pages }
          who: { type: users }
          shown: { type: toggle }
          to: { type: link }
          words: { type: tags }
          list: { type: structure, fields: { name: { type: text }, photo: { type: files } } }
          place: { type: object, fields: { city: { type: text } } }
          inner: { type: blocks, fieldsets: { note: { name: A note, fields: { body: { type: text, label: Words of it } } } } }
`;

function filesWith(template: string, content: object): Record<string, string> {
  const block = { type: 'hero', id: 'h1', isHidden: false, content };
  return {
    [path]: `Title: A\n\n----\n\nBlocks: ${JSON.stringify([block])}`,
    'content/1_article/photo.jpg': '',
    'content/1_article/photo.jpg.txt': 'Alt: A "photo"\n\n----\n\nUuid: photo1',
    'content/1_article/other.jpg': '',
    'content/2_about/about.txt': 'Title: About <us>\n\n----\n\nUuid: about1',
    'site/accounts/abcd1234/index.php': "<?php return ['name' => 'Ada', 'email' => 'ada@a.org'];",
    'site/blueprints/pages/article.yml': blueprint,
    [templatePath]: template,
  };
}

function shown(site: Site, files: Readonly<Record<string, string>>): string {
  const file = site.contentFile(sitePath(path));
  const context = renderContext({ site, model: file?.model, audience: 'editor' });
  const { fragments } = renderPage(parseContent(files[path] ?? ''), context, file);
  return (fragments.get('blocks/h1')?.html ?? '').replace(/\s*\n\s*/g, '');
}

/** What a template shows of a block, without the elements around it. */
async function filled(template: string, content: object): Promise<string> {
  const files = filesWith(template, content);
  const html = shown(await siteFrom(files), files);
  return (
    /<section class="kirby-template kirby-template-hero">([^]*)<\/section><\/article>/.exec(
      html,
    )?.[1] ?? html
  );
}

describe('a template', () => {
  test('prints values escaped, and as HTML only where that is asked for', async () => {
    const text = `<b>"x"</b> & 'y'`;
    expect(await filled('<h2 title="{{ text }}">{{text}}</h2>{{{ text }}}', { text })).toBe(
      '<h2 title="&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; &#039;y&#039;">&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; &#039;y&#039;</h2>' +
        text,
    );
  });

  test.each([
    ['KirbyText of a textarea', '{{{ intro }}}', { intro: 'a *b*' }, '<p>a <em>b</em></p>'],
    ['a field in any letter case', '{{ TEXT }}', { text: 'a' }, 'a'],
    ['nothing of what is not there', '[{{ nothing.at.all }}]', {}, '[]'],
    [
      'the address of a picture, and what its metadata say',
      '<img src="{{ image }}" alt="{{ image.alt }}" title="{{ image.name }}">',
      { image: ['file://photo1'] },
      '<img src="content/1_article/photo.jpg" alt="A &quot;photo&quot;" title="photo.jpg">',
    ],
    [
      'each of several pictures',
      '{{#image}}<img src="{{ url }}" alt="{{ alt }}">{{/image}}',
      { image: ['other.jpg', 'photo.jpg'] },
      '<img src="content/1_article/other.jpg" alt=""><img src="content/1_article/photo.jpg" alt="A &quot;photo&quot;">',
    ],
    [
      'pages',
      '{{#pages}}<a href="{{ url }}">{{ title }}</a>{{/pages}} {{ pages }}',
      { pages: ['page://about1'] },
      '<a href="/about">About &lt;us&gt;</a> About &lt;us&gt;',
    ],
    ['users', '{{ who }}, {{ who.email }}', { who: ['user://abcd1234'] }, 'Ada, ada@a.org'],
    [
      'where a link leads',
      '<a href="{{ to }}">x</a>',
      { to: 'page://about1' },
      '<a href="/about">x</a>',
    ],
    ['each tag', '{{#words}}<i>{{ . }}</i>{{/words}}', { words: 'a, b<' }, '<i>a</i><i>b&lt;</i>'],
    [
      'rows of a structure, with what stands around them',
      '{{#list}}<li>{{ name }} {{ photo.alt }} {{ text }}</li>{{/list}}',
      { text: 't', list: [{ name: 'n', photo: ['photo.jpg'] }, { name: '<m>' }] },
      '<li>n A &quot;photo&quot; t</li><li>&lt;m&gt;  t</li>',
    ],
    [
      'an object',
      '{{ place.city }}{{#place}} {{ city }}{{/place}}',
      { place: { City: 'Lyon' } },
      'Lyon Lyon',
    ],
    [
      'what is there and what is not',
      '{{#text}}yes{{/text}}{{^text}}no{{/text}}',
      { text: ' ' },
      'no',
    ],
    [
      'a toggle that is off',
      '{{#shown}}on{{/shown}}{{^shown}}off{{/shown}}',
      { shown: 'false' },
      'off',
    ],
    ['a toggle that is on', '{{#shown}}on{{/shown}}{{^shown}}off{{/shown}}', { shown: true }, 'on'],
    ['no comments', 'a{{! text }}b', { text: 'x' }, 'ab'],
    [
      'fields that no blueprint knows',
      '{{ free }}{{#more}}{{ a }}{{/more}}',
      { free: 'x<', more: [{ a: 1 }, { a: 2 }] },
      'x&lt;12',
    ],
  ])('shows %s', async (_what, template, content, expected) => {
    const html = await filled(template, content);
    expect(html).toBe(expected);
  });

  test('draws blocks inside of a block, with their own labels', async () => {
    const inner = [{ type: 'note', id: 'n', isHidden: false, content: { body: 'Hello' } }];
    const html = await filled('{{{ inner }}}', { inner });
    expect(html).toContain('<p class="kirby-card-title">A note</p>');
    expect(html).toContain('<dt>Words of it</dt>');
  });

  test('is followed by what is missing', async () => {
    const html = await filled('<img src="{{ image }}">', { image: ['file://gone'] });
    expect(html).toContain('<img src="">');
    expect(html).toContain('aria-label="Missing image: file://gone"');
  });

  test('loads nothing from elsewhere', async () => {
    const html = await filled('<img src="{{ text }}">', { text: 'https://elsewhere.org/x.png' });
    expect(html).not.toContain('<img');
    expect(html).toContain('elsewhere.org');
  });

  test('counts for its own type, and for types that Kirby has', async () => {
    const block = {
      type: 'heading',
      id: 'h1',
      isHidden: false,
      content: { text: 'Hi', level: 'h2' },
    };
    const files = {
      [path]: `Blocks: ${JSON.stringify([block])}`,
      [templatePath]: 'hero',
      '.kirby-author/blocks/heading.html': '<h6>{{ text }}</h6>',
    };
    expect(shown(await siteFrom(files), files)).toContain('<h6>Hi</h6>');
  });

  test('is not what the page shows', async () => {
    const files = filesWith('<b>mine</b>', { text: 'x' });
    const site = await siteFrom(files);
    const file = site.contentFile(sitePath(path));
    const context = renderContext({ site, model: file?.model, audience: 'page' });
    const { fragments } = renderPage(parseContent(files[path] ?? ''), context, file);
    expect(fragments.get('blocks/h1')?.html).not.toContain('mine');
  });

  test('takes effect as soon as it is saved, and goes when it is deleted', async () => {
    const files = filesWith('<b>one</b>', { text: 'x' });
    const { live, disk } = await liveSiteFrom(files);
    expect(shown(live.site, files)).toContain('<b>one</b>');
    disk.write(templatePath, '<b>two</b>');
    await live.changed([sitePath(templatePath)]);
    expect(shown(live.site, files)).toContain('<b>two</b>');
    disk.remove(templatePath);
    await live.changed([sitePath('.kirby-author')]);
    expect(shown(live.site, files)).toContain('<p class="kirby-card-title">Big hero</p>');
  });
});

describe('a template that cannot be used', () => {
  test.each([
    ['<p>\n{{ text', 'Line 2: A tag is not closed.'],
    ['{{#list}}\n{{ name }}', 'Line 1: The section “list” is not closed.'],
    ['{{#list}}{{/text}}', 'Line 1: “{{/text}}” closes nothing.'],
    ['{{/text}}', 'Line 1: “{{/text}}” closes nothing.'],
    ['\n\n{{> header }}', 'Line 3: “{{> header }}” is not known.'],
    ['{{! {a} }}', 'Line 1: A tag is not closed.'],
    ['{{ a b }}', 'Line 1: “{{ a b }}” is not known.'],
    ['{{{#list}}}', 'Line 1: “{{{#list}}}” is not known.'],
    ['{{}}', 'Line 1: “{{}}” is not known.'],
    ['{{#a}}'.repeat(30), 'Line 1: This is too deep.'],
    ['x'.repeat(LONGEST_TEMPLATE + 1), 'It is longer than 65536 characters.'],
  ])('says why: %#', (text, fault) => {
    expect(parseTemplate(text)).toEqual({ ok: false, fault });
  });

  test('leaves the card with its fields, and says why below', async () => {
    const html = await filled('<p>{{ text }', { text: 'Words' });
    expect(html).toContain('<p class="kirby-card-title">Big hero</p>');
    expect(html).toContain('Words');
    expect(html).toContain(
      '<p class="kirby-note">The template “hero.html” cannot be used. Line 1: A tag is not closed.</p>',
    );
  });

  test('does not multiply without end', async () => {
    const more = Array.from({ length: 200 }, (_, a) => ({ a }));
    const template = '{{#more}}{{#more}}{{#more}}{{#more}}x{{/more}}{{/more}}{{/more}}{{/more}}';
    expect(await filled(template, { more })).toContain('What it shows is too much.');
  });

  test('with tags without number is read in no time', () => {
    const value: TemplateValue = {
      text: 'x',
      html: () => ({ html: 'x' }),
      items: () => [],
      get: () => value,
    };
    const reading = parseTemplate('{{a}}'.repeat(13_000));
    expect(reading.ok && fillTemplate(reading.nodes, value)?.html).toBe('x'.repeat(13_000));
  });
});
