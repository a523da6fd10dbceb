import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderContext } from '../../server/src/preview/context.ts';
import { kirbytextHtml, kirbytextInline } from '../../server/src/preview/kirbytext.ts';
import type { KirbytextContext } from '../../server/src/preview/tags/context.ts';
import type { Site } from '../../server/src/site/site.ts';
import { siteFrom, vectorModel } from '../support/site.ts';
import { exactly } from './exact-html.ts';

let site: Site;

beforeAll(async () => {
  site = await siteFrom({
    'content/site.txt': 'Title: Bakery',
    'content/logo.svg': '',
    'content/1_bread/bread.txt': 'Title: Bread\n\n----\n\nUuid: breadPage',
    'content/1_bread/rye.jpg': '',
    'content/1_bread/rye.jpg.txt':
      'Uuid: ryeFile\n\n----\n\nAlt: A loaf\n\n----\n\nCaption: Baked *today*',
    'content/1_bread/oven_at_work.mp4': '',
    'content/1_bread/prices.pdf': '',
    'content/1_bread/lost.jpg.txt': 'Uuid: lostFile',
    'content/2_cakes/cakes.txt': 'Title: Cakes\n\n----\n\nUuid: cakesPage',
    'content/2_cakes/tart.jpg': '',
  });
});

function page(options: Partial<KirbytextContext> = {}): KirbytextContext {
  const model = vectorModel(site, 'bread');
  return { ...renderContext({ site, model, audience: 'page' }), ...options };
}

function editor(): KirbytextContext {
  return page({ audience: 'editor' });
}

describe('on the page', () => {
  it.each([
    ['a link to the page itself', '(link: bread)', '<p><a href="/bread">/bread</a></p>'],
    [
      'a UUID with a fragment',
      '(link: page://cakesPage#tarts text: Tarts)',
      '<p><a href="/cakes#tarts">Tarts</a></p>',
    ],
    [
      'a path after a UUID',
      '(link: page://cakesPage/x?y text: Tarts)',
      '<p><a href="/cakes?y">Tarts</a></p>',
    ],
    ['an anchor', '(link: #top)', '<p><a href="#top">#top</a></p>'],
    [
      'a dangerous scheme with slashes',
      '(link: javascript://x text: x)',
      '<p><a href="/javascript://x">x</a></p>',
    ],
    [
      'an email address',
      '(email: me@example.org)',
      '<p><a href="mailto:me@example.org">me@example.org</a></p>',
    ],
    [
      'an email address with a subject',
      '(email: me@example.org?subject=Hi)',
      '<p><a href="mailto:me@example.org?subject=Hi">me@example.org</a></p>',
    ],
    [
      'a phone number behind an image',
      '(image: rye.jpg link: tel:+49 30 caption:)',
      '<figure><a href="tel:+4930"><img alt="A loaf" src="content/1_bread/rye.jpg"></img></a></figure>',
    ],
    [
      'a file with underscores in its name',
      '(file: oven_at_work.mp4)',
      '<p><a download="" href="content/1_bread/oven_at_work.mp4">oven_at_work.mp4</a></p>',
    ],
    [
      'a file that opens elsewhere and is not downloaded',
      '(file: prices.pdf download: false target: _blank)',
      '<p><a href="content/1_bread/prices.pdf" rel="noreferrer" target="_blank">prices.pdf</a></p>',
    ],
    ['a file that is not there', '(file: gone.pdf text: *Prices*)', '<p><em>Prices</em></p>'],
    ['a short UUID, which tags do not know', '(file: @ryeFile)', '<p>@ryeFile</p>'],
    [
      'a file of another page by its bare name',
      '(image: tart.jpg)',
      '<figure><img alt="" src="/tart.jpg"></img></figure>',
    ],
    [
      'a file of the site',
      '(image: logo.svg imgclass: small height: 40)',
      '<figure><img alt="" class="small" height="40" src="content/logo.svg"></img></figure>',
    ],
    [
      'widths of an image, which are the image itself here',
      '(image: rye.jpg srcset: 200, 400 alt: caption:)',
      '<figure><img alt="" src="content/1_bread/rye.jpg" srcset="content/1_bread/rye.jpg 200w, content/1_bread/rye.jpg 400w"></img></figure>',
    ],
    [
      'a link of an image to a page that is not there',
      '(image: rye.jpg link: page://nobody)',
      '<p>(image: rye.jpg link: page://nobody)</p>',
    ],
    ['a file UUID of nothing', '(image: file://nobody)', '<p>(image: file://nobody)</p>'],
    [
      'metadata without their file',
      '(image: lost.jpg)',
      '<figure><img alt="" src="/lost.jpg"></img></figure>',
    ],
    [
      'a video that plays by itself',
      '(video: oven_at_work.mp4 autoplay: Yes loop: 1 controls: off)',
      '<figure class="video"><video autoplay="" loop="" muted="" playsinline=""><source src="content/1_bread/oven_at_work.mp4" type="video/mp4"></source></video></figure>',
    ],
    [
      'the caption of a video, which is plain text',
      '(video: gone.mp4 caption: *x* class: wide)',
      '<figure class="wide"><figcaption>*x*</figcaption></figure>',
    ],
    ['an unknown tag around a known one', '(note: (link: bread))', '<p>(note: (link: bread))</p>'],
    ['a UUID in prose, which is a tag', 'See (file://ryeFile).', '<p>See .</p>'],
    ['a date without a clock', '(date: d.m.Y)', '<p>(date: d.m.Y)</p>'],
  ])('%s', (_name, text, html) => {
    expect(exactly(kirbytextHtml(text, page()).html)).toBe(html);
  });

  it('takes names for text where there is no site', () => {
    const context = renderContext({ audience: 'page' });
    expect(kirbytextHtml('(image: a.jpg)', context).html).toBe(
      '<figure><img alt="" src="/a.jpg"></figure>',
    );
  });

  it('leaves out blocks in a line', () => {
    expect(kirbytextInline('# *a*', page()).html).toBe('# <em>a</em>');
  });
});

describe('options', () => {
  it.each<[string, string, KirbytextContext['options'] & object, string]>([
    [
      'a clock',
      '(date: Y-m-d) (date: YEAR)',
      { now: new Date(2024, 1, 3) },
      '<p>2024-02-03 2024</p>',
    ],
    [
      'sizes of images',
      '(image: rye.jpg width: auto alt: caption:)',
      { imageSize: () => ({ width: 30, height: 20 }) },
      '<figure><img alt="" src="content/1_bread/rye.jpg" width="30"></img></figure>',
    ],
    [
      'named widths',
      '(image: rye.jpg srcset: wide alt: caption:)',
      { srcsets: { wide: [90] } },
      '<figure><img alt="" src="content/1_bread/rye.jpg" srcset="content/1_bread/rye.jpg 90w"></img></figure>',
    ],
  ])('%s', (_name, text, options, html) => {
    expect(exactly(kirbytextHtml(text, page({ options })).html)).toBe(html);
  });

  it.each([
    ["'kirbytext.image.figure' => false", '(image: rye.jpg)', '<img alt="" src="rye.jpg"></img>'],
    [
      "'kirbytext' => ['image' => ['figure' => false]]",
      '(image: rye.jpg)',
      '<img alt="" src="rye.jpg"></img>',
    ],
    [
      "'kirbytext' => ['tel' => ['class' => 'a']]",
      '(tel: 1)',
      '<p><a class="a" href="tel:1">1</a></p>',
    ],
    ["'smartypants' => true", '"a" -- b', '<p>“a” — b</p>'],
    ["'smartypants' => ['doublequote.open' => '«']", '"a"', '<p>«a”</p>'],
    ["'smartypants' => false", '"a"', '<p>"a"</p>'],
    ["'markdown' => ['breaks' => false]", 'a\nb', '<p>a\nb</p>'],
    ["'markdown' => ['safe' => true]", '[x](a:b)', '<p><a href="a%3Ab">x</a></p>'],
    ["'markdown' => ['extra' => true]", '# A {#b}', '<h1 id="b">A</h1>'],
  ])('of the site: %s', async (config, text, html) => {
    const configured = await siteFrom({
      'content/': '',
      'site/config/config.php': `<?php return [${config}];`,
    });
    const context = renderContext({
      site: configured,
      model: { kind: 'site' },
      audience: 'page',
      baseUrl: '',
    });
    expect(exactly(kirbytextHtml(text, context).html)).toBe(html);
  });

  it('escapes tags where the site wants safe Markdown, as Kirby does', async () => {
    const safe = await siteFrom({
      'content/': '',
      'site/config/config.php': `<?php return ['markdown' => ['safe' => true]];`,
    });
    const html = kirbytextHtml(
      '(image: gone.jpg)',
      renderContext({ site: safe, model: { kind: 'site' }, audience: 'editor' }),
    ).html;
    expect(html).toContain('&lt;figure&gt;&lt;img alt="" src="/gone.jpg"&gt;');
  });

  it('of a language come on top of those of the site', async () => {
    const languages = await siteFrom({
      'content/': '',
      'site/config/config.php': `<?php return ['smartypants' => ['emdash' => '~']];`,
      'site/languages/en.php': `<?php return ['code' => 'en', 'default' => true];`,
      'site/languages/fr.php': `<?php return ['code' => 'fr', 'smartypants' => ['doublequote.open' => '«']];`,
    });
    const shown = (language: string | undefined): string =>
      kirbytextHtml('"a" --', renderContext({ site: languages, audience: 'page', language })).html;
    expect(shown('fr')).toBe('<p>«a&#8221; ~</p>');
    expect(shown(undefined)).toBe('<p>&#8220;a&#8221; ~</p>');
  });
});

describe('in the editor', () => {
  it.each([
    ['(image: gone.jpg)', 'Missing image', 'gone.jpg'],
    ['(image: file://nobody)', 'Missing image', 'file://nobody'],
    ['(image: lost.jpg)', 'not on this computer', 'lost.jpg'],
    ['(image: https://elsewhere.example/a.jpg)', 'on another site', 'elsewhere.example'],
    ['![x](https://elsewhere.example/a.jpg)', 'on another site', 'elsewhere.example'],
    ['(video: gone.mp4)', 'Missing video', 'gone.mp4'],
    ['(link: page://nobody)', 'no page with this UUID', '(link: page://nobody)'],
    ['(link: file://nobody text: Prices)', 'no file with this UUID', 'Prices'],
    ['(file: gone.pdf)', 'There is no file "gone.pdf"', 'gone.pdf'],
    [
      '(image: rye.jpg link: page://nobody)',
      'leads nowhere',
      '(image: rye.jpg link: page://nobody)',
    ],
    ['(gist: https://example.org/x)', 'Only addresses at gist.github.com', 'example.org/x'],
    ['(youtube: https://youtu.be/abc width: 300)', 'Kirby cannot play this address', 'width: 300'],
    ['(date: d.m.Y)', "Kirby shows today's date here.", '(date: d.m.Y)'],
  ])('%s says why', (text, why, shown) => {
    const html = exactly(kirbytextHtml(text, editor()).html);
    expect(html).toContain(why);
    expect(html.replace(/ (?:title|aria-label)="[^<>]*"/g, '')).toContain(shown);
  });

  it.each([
    '(gist: https://gist.github.com/someone/abc)',
    '(video: https://youtu.be/abc)',
    '(video: https://vimeo.com/123)',
    '(video: oven_at_work.mp4)',
  ])('%s loads nothing and runs nothing', (text) => {
    expect(kirbytextHtml(text, editor()).html).not.toMatch(/<(?:iframe|script|video)/);
  });

  it('shows a video as a link', () => {
    const html = kirbytextHtml('(video: https://youtu.be/abc caption: How)', editor()).html;
    expect(html).toContain('href="https://youtu.be/abc"');
    expect(html).toContain('<figcaption>How</figcaption>');
  });

  it.each([
    '`(image: gone.jpg)`',
    '```\n(video: https://youtu.be/abc)\n```',
    '    (gist: https://gist.github.com/a/b)',
    '<pre>(link: page://nobody text: x) (date: year)</pre>',
    '`(image: rye.jpg caption: Of (date: year))`',
  ])('shows in code what Kirby makes of a tag: %s', (text) => {
    expect(kirbytextHtml(text, editor()).html).toBe(kirbytextHtml(text, page()).html);
  });

  it('calls nothing missing while there is no site', () => {
    const context = renderContext({ audience: 'editor' });
    const text = '(image: a.jpg)\n\n(link: page://a text: b) (file: c.pdf)\n\n(link: page://a)';
    const html = kirbytextHtml(text, context).html;
    expect(html).not.toMatch(/missing|There is no/i);
    expect(html).toContain('a.jpg');
    expect(html).toContain('(link: page://a)');
  });

  it('keeps notes in one piece when Markdown reads them', () => {
    const html = exactly(kirbytextHtml('A (link: page://n\n\n*b* class: _c_) d', editor()).html);
    expect(html).toMatch(/^<p>A <span class="kirby-tag-note" title="[^"]*">.*<\/span> d<\/p>$/);
    expect(html).not.toContain('<em>');
  });
});

describe('hostile values', () => {
  const hostile = '"><img src=x onerror=alert(1)>';
  it.each(['link', 'email', 'tel', 'image', 'video'])('stay text in a (%s: …)', (type) => {
    for (const context of [page(), editor()]) {
      const text = `(${type}: ${hostile} text: ${hostile} class: ${hostile} title: ${hostile})`;
      expect(exactly(kirbytextHtml(text, context).html)).not.toContain('<img onerror');
    }
  });

  it('never stop the rendering', () => {
    const piece = fc.constantFrom(
      ...['(image:', '(link:', '(video:', '(file:', '(date:', ')', ' ', 'text:', 'link:', 'a.jpg'],
      ...[
        'page://breadPage',
        'https://youtu.be/x',
        '\n',
        '# ',
        '- ',
        '> ',
        '*',
        '_',
        '`',
        '[',
        '](',
      ],
      ...['<b>', '|', '---', '\\', 'caption:', 'srcset: 1,2', '\ud83d', 'é', '0'],
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const context of [page(), editor(), renderContext({ audience: 'editor' })]) {
          kirbytextHtml(pieces.join(''), context);
        }
      }),
    );
  });
});
