// The site's own style sheets: they reach the page and nothing else, and nothing beyond the site's files.
import assert from 'node:assert/strict';
import { page } from './fragments.mjs';

const css = (preview, selector, property, pseudo) =>
  preview.page
    .locator(selector)
    .first()
    .evaluate(
      (element, [name, pseudo]) => getComputedStyle(element, pseudo).getPropertyValue(name),
      [property, pseudo],
    );

/** Shows the page with a style sheet that stands in `assets/css` of the site. */
async function dress(preview, ...texts) {
  const sheets = texts.map((text) => ({ text, base: `${preview.base}assets/css/site.css` }));
  await preview.send({ kind: 'styles', sheets, folder: preview.base, root: preview.base });
}

const text = page({ one: '<h2>Title</h2><p>Words</p>', two: '<p>More</p>' });
const broken = [{ field: 'layout', message: 'It cannot be read.' }];

/** Ways to ask another machine, `ELSEWHERE`, for something. */
const leaks = [
  '@import "ELSEWHERE/a.css"; @import url(ELSEWHERE/b.css);',
  'p { background: url(ELSEWHERE/c.png) }',
  "p { background-image: url('ELSEWHERE/d.png') }",
  'p { background: u\\72l(ELSEWHERE/e.png) }',
  'p { background: u\\72l(ELSEWHERE/f.png) var(--none,) }',
  'p { --x: url(ELSEWHERE/g.png); background-image: var(--x) }',
  'p { --x: u\\72 l("ELSEWHERE/h.png"); background-image: var(--x) }',
  'p { --x: /*"*/ url(ELSEWHERE/i.png) /*"*/; background-image: var(--x) }',
  `p { --x: \\" url("ELSEWHERE/j.png") \\"; --y: \\' url(ELSEWHERE/j2.png); background-image: var(--y) }`,
  'p { background-image: image-set("ELSEWHERE/k.png" 1x) }',
  'p { background-image: -webkit-image-set("ELSEWHERE/l.png" 1x) }',
  'p { --x: image-set("ELSEWHERE/m.png" 1x); background-image: var(--x) }',
  'p { --x: IMAGE-SET("ELSEWHERE/n.png" 1x); background-image: var(--x) }',
  'p { background-image: cross-fade(url(ELSEWHERE/o.png), url(ELSEWHERE/p.png), 50%) }',
  'p { list-style: url(ELSEWHERE/q.png); cursor: url(ELSEWHERE/r.png), auto; content: url(ELSEWHERE/s.png) }',
  'p::before { content: url(ELSEWHERE/t.png) } p { filter: url(ELSEWHERE/u.svg#x); mask: url(ELSEWHERE/v.svg) }',
  '@font-face { font-family: x; src: url(ELSEWHERE/w.woff2) } p { font-family: x }',
  '@media all { @supports (color: red) { p { background: url(//HOST/x.png) } } }',
  '@keyframes k { from { background: url(ELSEWHERE/y.png) } } p { animation: k 9s }',
  'article { & p { background: url(ELSEWHERE/z.png) } color: red; background: url(ELSEWHERE/za.png) }',
  'p { background: url(\\\\HOST\\zb.png) } p { border-image: url("ELSEWHERE/zc.png") 3 }',
  '@layer a { @container (width > 1px) { p { background: url(ELSEWHERE/zd.png) } } }',
  '@property --z { syntax: "*"; inherits: true; initial-value: url(ELSEWHERE/ze.png) } p { background: var(--z) }',
  '} p { background: url(ELSEWHERE/zf.png) } {',
  'p { background: url(../../../zg.png) } p { background-image: url(/../zh.png) }',
];

/** Ways to reach what is around the page. */
const escapes = [
  'html, body, :root { display: none !important }',
  '#banner, #problems, body > *, body * { display: none !important; opacity: 0 !important }',
  '} #banner { display: none !important } {',
  '}}}}} #banner { display: none !important }',
  '@media all { } } } #banner { display: none !important }',
  '@scope (body) { #banner { display: none !important } }',
  '@layer kirby-author { #banner { display: none !important } }',
  ':is(body) #banner, body:has(#page) > #banner, #page ~ #banner { display: none !important }',
  'p { &, body & , #banner:has(~ * &) { display: none !important } }',
  ':root { --ink: red; --paper: red; --vscode-editor-background: red; color: red; font-size: 99px }',
  '#page, #page > *, main { position: fixed !important; inset: -999px !important; z-index: 2147483647 !important; background: red !important; transform: scale(9) }',
  'main::before { content: "x"; position: fixed; inset: 0; z-index: 2147483647; background: red }',
  '@property --ink { syntax: "<color>"; inherits: false; initial-value: red }',
  '@keyframes kirby-appear { from, to { color: red } }',
  'p { --x: "',
  'p { --x: { ',
  '/*',
];

const bar = (preview) =>
  preview.page.locator('#banner').evaluate((banner) => {
    const { x, y, width, height } = banner.getBoundingClientRect();
    const { color, backgroundColor, fontSize, opacity, visibility } = getComputedStyle(banner);
    const button = document.getElementById('fix').getBoundingClientRect();
    const seen = document.elementFromPoint(button.x + 3, button.y + 3)?.id;
    return { x, y, width, height, color, backgroundColor, fontSize, opacity, visibility, seen };
  });

export const tests = {
  'a page looks as the site has it, and as before without': {
    run: async (preview) => {
      await preview.show(text);
      const before = await css(preview, 'h2', 'font-size');
      await dress(
        preview,
        'body { font: 20px/2 monospace; background: rgb(1, 2, 3); color: rgb(250, 240, 230) } h2 { color: rgb(0, 128, 0) }',
        'h2 { margin: 7px }',
      );
      assert.equal(await css(preview, 'p', 'font-size'), '20px');
      assert.equal(await css(preview, 'p', 'color'), 'rgb(250, 240, 230)');
      assert.equal(await css(preview, 'h2', 'color'), 'rgb(0, 128, 0)');
      assert.equal(await css(preview, 'h2', 'margin-top'), '7px');
      // The browser's own: the look of the preview has given way.
      assert.equal(await css(preview, 'h2', 'font-size'), '30px');
      assert.equal(await css(preview, '#sheet', 'background-color'), 'rgb(1, 2, 3)');
      await dress(preview);
      assert.equal(await css(preview, 'h2', 'font-size'), before);
      assert.equal(await css(preview, '#sheet', 'background-color'), 'rgba(0, 0, 0, 0)');
    },
  },

  'selectors are those of a page, nested and in groups': {
    run: async (preview) => {
      await preview.show(text);
      await dress(
        preview,
        `html body > main h2, :root h2 { color: rgb(1, 1, 1) }
        @layer base { p { color: rgb(9, 9, 9); font-size: 33px } }
        article { color: rgb(2, 2, 2); & p { color: rgb(3, 3, 3) } }
        @supports (display: grid) { p { text-transform: uppercase } }
        [title="a body"] { color: red }
        @keyframes fade { from { opacity: 0.5 } to { opacity: 0.5 } } p { animation: fade 9s infinite }`,
      );
      assert.equal(await css(preview, 'h2', 'color'), 'rgb(1, 1, 1)');
      assert.equal(await css(preview, 'article', 'color'), 'rgb(2, 2, 2)');
      assert.equal(await css(preview, 'p', 'color'), 'rgb(3, 3, 3)');
      assert.equal(await css(preview, 'p', 'font-size'), '33px');
      assert.equal(await css(preview, 'p', 'text-transform'), 'uppercase');
      assert.equal(await css(preview, 'p', 'opacity'), '0.5');
    },
  },

  'widths are those of the page, light and dark those of the editor or as chosen': {
    options: { theme: 'vscode-dark' },
    run: async (preview) => {
      await preview.show(text);
      await dress(
        preview,
        `p { color: rgb(1, 1, 1) }
        @media screen and (max-width: 400px) { p { color: rgb(2, 2, 2) } }
        @media (prefers-color-scheme: dark) and (min-width: 401px), print { p { color: rgb(3, 3, 3) } }
        @media print { p { color: red } }`,
      );
      assert.equal(await css(preview, 'p', 'color'), 'rgb(3, 3, 3)');
      await preview.page.evaluate(() => {
        document.body.className = 'vscode-light';
      });
      assert.equal(await css(preview, 'p', 'color'), 'rgb(1, 1, 1)');
      const shown = (scheme) =>
        preview.send({
          kind: 'remember',
          state: {
            uri: 'file:///a.txt',
            isLocked: false,
            view: { width: 'window', zoom: 100, scheme },
          },
        });
      await shown('dark');
      assert.equal(await css(preview, 'p', 'color'), 'rgb(3, 3, 3)');
      await shown('light');
      assert.equal(await css(preview, 'p', 'color'), 'rgb(1, 1, 1)');
      await preview.page.evaluate(() => {
        document.getElementById('sheet').style.width = '390px';
      });
      assert.equal(await css(preview, 'p', 'color'), 'rgb(2, 2, 2)');
    },
  },

  'pictures and fonts of the site are shown': {
    run: async (preview) => {
      await preview.show(text);
      await dress(
        preview,
        `@font-face { font-family: own; src: url(../fonts/own.woff2) } p { font-family: own }
        h2 { background: url("../img/near.png") } article { background: url(/assets/root.png) }
        p { --picture: url(a%20b.png); background-image: var(--picture) }
        p::after { content: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=) }`,
      );
      await preview.page.evaluate(() => document.fonts.ready);
      const wanted = ['fonts/own.woff2', 'img/near.png', 'root.png', 'css/a%20b.png'];
      for (const name of wanted) {
        assert.ok(
          preview.requests.includes(`/site/assets/${name}`),
          `${name} of ${preview.requests}`,
        );
      }
    },
  },

  'nothing asks another machine, nor has to be stopped': {
    run: async (preview) => {
      await preview.show(text);
      await preview.page.evaluate(() => {
        globalThis.stopped = [];
        document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
          globalThis.stopped.push(blockedURI),
        );
      });
      for (const leak of leaks) {
        const aimed = leak
          .replaceAll('ELSEWHERE', preview.elsewhere)
          .replaceAll('HOST', new URL(preview.elsewhere).host);
        preview.requests.length = 0;
        await dress(preview, `p { color: rgb(7, 7, 7) } ${aimed}`);
        await preview.page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))),
        );
        const adopted = await preview.page.evaluate(() =>
          document.adoptedStyleSheets.flatMap(({ cssRules }) =>
            [...cssRules].map((r) => r.cssText),
          ),
        );
        assert.ok(!/url\("?(?:https?:)?\/\//.test(adopted.join('')), `${leak}\n${adopted}`);
        assert.deepEqual(preview.intruders, [], leak);
        assert.deepEqual(preview.requests, [], leak);
        assert.deepEqual(await preview.page.evaluate(() => globalThis.stopped), [], leak);
      }
      // It was read all the same.
      await dress(preview, `${leaks[1]} p { color: rgb(7, 7, 7) }`);
      assert.equal(await css(preview, 'p', 'color'), 'rgb(7, 7, 7)');
    },
  },

  'nothing around the page is touched or covered': {
    run: async (preview) => {
      await preview.show(text, { broken });
      const before = await bar(preview);
      assert.equal(before.seen, 'fix');
      for (const escape of escapes) {
        await dress(preview, `p { color: red } ${escape}`, 'h2 { color: red }');
        assert.deepEqual(await bar(preview), before, escape);
      }
    },
  },

  'a title is the site’s to style, the name of a field is not': {
    run: async (preview) => {
      const head = '<h1 class="kirby-title" data-key="t">Title</h1>';
      const field =
        '<section class="kirby-field" data-key="f"><h2 class="kirby-field-label">Name</h2></section>';
      await preview.show({ t: head, f: field });
      const before = await css(preview, 'h2', 'font-size');
      await dress(
        preview,
        'h1 { font-size: 56px } h2 { font-size: 70px; border-top: 4px solid; text-transform: uppercase }',
      );
      assert.equal(await css(preview, 'h1', 'font-size'), '56px');
      assert.equal(await css(preview, 'h2', 'font-size'), before);
      assert.equal(await css(preview, 'h2', 'border-top-width'), '0px');
      assert.equal(await css(preview, 'h2', 'text-transform'), 'none');
    },
  },

  'the keyboard stays to be seen, and what is hidden hidden': {
    run: async (preview) => {
      await preview.show(text);
      await dress(preview, '* { outline: none !important; display: block !important }');
      await preview.page.keyboard.press('Tab');
      assert.equal(await css(preview, '[data-key="c/one"]', 'outline-style'), 'solid');
      assert.ok(await preview.page.locator('#empty').isHidden());
    },
  },
};
