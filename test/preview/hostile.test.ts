import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderers } from '../../server/src/preview/blocks/index.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { escapeHtml, html, raw } from '../../server/src/preview/html.ts';
import { renderPage } from '../../server/src/preview/render.ts';

/*
 * What a field prints raw in Kirby is raw here, too, and is sanitised in the webview. Everything else
 * must stay text, whatever it is.
 */

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  '" onmouseover="alert(1)',
  '</code></pre><svg onload=alert(1)>',
  '</article><iframe src="javascript:alert(1)">',
  '<!--',
  '${alert(1)}',
];

/** Fields that Kirby prints raw. */
const rawFields: Readonly<Record<string, readonly string[]>> = {
  code: [],
  gallery: ['caption'],
  heading: ['text'],
  image: ['caption'],
  line: [],
  list: ['text'],
  markdown: ['text'],
  quote: ['text', 'citation'],
  text: ['text'],
  video: ['caption'],
};

const escapedFields = [
  'alt',
  'autoplay',
  'code',
  'crop',
  'image',
  'images',
  'language',
  'level',
  'link',
  'location',
  'poster',
  'preload',
  'ratio',
  'src',
  'url',
  'video',
];

function elements(html: string): readonly DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found;
}

function expectHarmless(fragment: string): void {
  for (const { tagName, attrs } of elements(fragment)) {
    expect(['script', 'iframe', 'svg', 'style', 'object', 'embed', 'form']).not.toContain(tagName);
    for (const { name, value } of attrs) {
      expect(name).not.toMatch(/^on/);
      if (name === 'href' || name === 'src')
        expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
    }
  }
}

const context = renderContext({ audience: 'editor' });

function renderBlock(type: string, content: object, id = 'b'): readonly string[] {
  const text = `Blocks: ${JSON.stringify([{ type, id, content }])}`;
  return [...renderPage(parseContent(text), context, undefined).fragments.values()].map(
    (one) => one.html,
  );
}

describe('a hostile value', () => {
  it.each(Object.keys(renderers).concat('unknown'))('stays text in every field of %s', (type) => {
    for (const attack of attacks) {
      for (const field of escapedFields.filter(
        (name) => rawFields[type]?.includes(name) !== true,
      )) {
        for (const value of [attack, [attack], { uuid: attack }]) {
          for (const location of ['kirby', 'web']) {
            const content = {
              text: 'x',
              src: 'a.jpg',
              image: ['a.jpg'],
              location,
              [field]: value,
            };
            // A card shows HTML as HTML, like a writer field; the webview sanitises it.
            if (type === 'unknown' && attack.startsWith('<')) continue;
            renderBlock(type, content).forEach(expectHarmless);
          }
        }
      }
    }
  });

  it.each(attacks)('stays text as an id or a type: %s', (attack) => {
    renderBlock('text', { text: 'x' }, attack).forEach(expectHarmless);
    renderBlock(attack, { text: 'x' }).forEach(expectHarmless);
    renderBlock('unknown', { [attack]: 'x' }).forEach(expectHarmless);
  });

  it.each(attacks)('stays text in row settings and widths: %s', (attack) => {
    const rows = [
      {
        id: attack,
        attrs: { [attack]: attack, file: `file://${attack}`, list: [attack] },
        columns: [{ id: attack, width: attack, blocks: [] }],
      },
    ];
    const text = `Layout: ${JSON.stringify(rows)}`;
    const { fragments } = renderPage(parseContent(text), context, undefined);
    for (const fragment of fragments.values()) expectHarmless(fragment.html);
  });

  it.each(attacks.filter((attack) => !attack.startsWith('<')))(
    'stays text in plain fields: %s',
    (attack) => {
      const names = ['Title', 'Cover', 'Date', 'Tags', 'Note', 'Color', attack.replaceAll(':', '')];
      const text = names.map((name) => `${name}: ${attack}`).join('\n\n----\n\n');
      const { fragments } = renderPage(parseContent(text), context, undefined);
      for (const fragment of fragments.values()) expectHarmless(fragment.html);
    },
  );

  it.each(attacks)('stays text in the title, the date and the tags: %s', (attack) => {
    const text = ['Title', 'Cover', 'Date', 'Tags']
      .map((name) => `${name}: ${attack}`)
      .join('\n\n----\n\n');
    const { fragments } = renderPage(parseContent(text), context, undefined);
    for (const fragment of fragments.values()) expectHarmless(fragment.html);
  });
});

describe('html', () => {
  it('escapes texts, passes HTML, joins lists and drops false and undefined', () => {
    expect(
      html`<p>${'<b>&"\''}${raw('<i>')}${[1, html`<u>${'&'}</u>`]}${false}${undefined}</p>`.html,
    ).toBe('<p>&lt;b&gt;&amp;&quot;&#039;<i>1<u>&amp;</u></p>');
  });

  it('escapes what a parser would take for markup', () => {
    for (const attack of attacks)
      expect(elements(`<a title="${escapeHtml(attack)}">x</a>`)).toHaveLength(1);
  });
});
