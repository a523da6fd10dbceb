// How wide and how large the page is shown, and the page on paper.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../scripts/project.mjs';
import { block, page, tall } from './fragments.mjs';
import { paint, themes } from './themes.mjs';

const state = { uri: 'file:///site/content/a/a.txt', isLocked: false };
const shown = (preview, width, zoom) =>
  preview.send({ kind: 'remember', state: { ...state, view: { width, zoom } } });

const widthOf = (preview) =>
  preview.page
    .locator('#sheet')
    .evaluate((sheet) => Math.round(sheet.getBoundingClientRect().width));

/** The colours of the ground, the text, a link and what is faint, and what form fields are like. */
const colorsOf = (preview) =>
  preview.page.evaluate(() => {
    const sheet = getComputedStyle(document.getElementById('sheet'));
    const link = document.querySelector('#page a');
    const isClear = sheet.backgroundColor === 'rgba(0, 0, 0, 0)';
    return {
      paper: isClear ? getComputedStyle(document.body).backgroundColor : sheet.backgroundColor,
      ink: sheet.color,
      link: link && getComputedStyle(link).color,
      faint: sheet.getPropertyValue('--faint'),
      field: sheet.colorScheme,
    };
  });

/** From 0 (black) to 1 (white). */
const lightness = ({ paper }) => {
  const [red, green, blue] = paper.match(/\d+/g).map(Number);
  return (red + green + blue) / 3 / 255;
};

const top = (preview, key) =>
  preview.page
    .locator(`[data-key="${key}"]`)
    .evaluate((element) => Math.round(element.getBoundingClientRect().top));

/** The extension's own function that makes a file of a page. */
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['client/src/preview/standalone-page.ts'],
  bundle: true,
  write: false,
  format: 'esm',
});
const { standaloneHtml } = await import(
  `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
);

export const tests = {
  'a page is as wide as a phone, a tablet or the window': {
    run: async (preview) => {
      await preview.show(page({ one: '<p>Words</p>' }));
      const room = await widthOf(preview);
      await shown(preview, 'phone', 100);
      assert.equal(await widthOf(preview), 390);
      await shown(preview, 'tablet', 100);
      assert.equal(await widthOf(preview), 768);
      await shown(preview, 'window', 100);
      assert.equal(await widthOf(preview), room);
    },
  },

  'columns know of the width': {
    run: async (preview) => {
      const columns = ['a', 'b'].map(
        (name) => `<div class="kirby-column kirby-span-6"><p>${name}</p></div>`,
      );
      await preview.show({
        r: `<div data-key="r" class="kirby-columns">${columns.join('')}</div>`,
      });
      const isStacked = () =>
        preview.page
          .locator('.kirby-column')
          .evaluateAll(([a, b]) => b.getBoundingClientRect().top > a.getBoundingClientRect().top);
      assert.equal(await isStacked(), false);
      await shown(preview, 'phone', 100);
      assert.equal(await isStacked(), true);
    },
  },

  'a page for a desktop is made small enough to fit, also when the window changes': {
    run: async (preview) => {
      await preview.show(page({ one: '<p>Words</p>' }));
      await shown(preview, 'desktop', 100);
      const fits = async () => {
        const { inner, sheet, layout, scroll } = await preview.page.evaluate(() => ({
          inner: document.documentElement.clientWidth,
          scroll: document.documentElement.scrollWidth,
          sheet: document.getElementById('sheet').getBoundingClientRect().width,
          layout: document.getElementById('sheet').style.width,
        }));
        assert.equal(layout, '1280px');
        assert.ok(Math.abs(sheet - inner) < 2, `${sheet} in ${inner}`);
        assert.ok(scroll <= inner, `${scroll} in ${inner}`);
      };
      await fits();
      await preview.page.setViewportSize({ width: 500, height: 600 });
      await preview.page.waitForFunction(
        () => document.getElementById('sheet').getBoundingClientRect().width <= 502,
      );
      await fits();
    },
  },

  'the size changes, the reader stays where they are, and it is kept': {
    run: async (preview) => {
      await preview.send({ kind: 'remember', state });
      await preview.show(page({ one: tall, two: tall, three: tall }));
      const size = () =>
        preview.page
          .locator('#page p')
          .first()
          .evaluate((p) => p.getBoundingClientRect().height);
      const before = await size();
      await preview.page
        .locator('[data-key="c/two"]')
        .evaluate((element) => scrollBy({ top: element.getBoundingClientRect().top }));
      await shown(preview, 'window', 150);
      assert.ok(Math.abs((await size()) / before - 1.5) < 0.05);
      assert.ok(Math.abs(await top(preview, 'c/two')) <= 2, `at ${await top(preview, 'c/two')}`);
      const { view } = await preview.state();
      assert.deepEqual(view, { width: 'window', zoom: 150 });
      await shown(preview, 'window', 100);
      assert.equal(await size(), before);
    },
  },

  'nothing but the page gets larger': {
    run: async (preview) => {
      const broken = [{ field: 'layout', message: 'It cannot be read.' }];
      await preview.show(page({ one: '1' }), { broken });
      const height = () =>
        preview.page.locator('#banner').evaluate((banner) => banner.getBoundingClientRect().height);
      const before = await height();
      await shown(preview, 'window', 200);
      assert.equal(await height(), before);
      // The browser's own keys for it are the editor's.
      const isPrevented = await preview.page.evaluate(
        () =>
          !document.body.dispatchEvent(
            new KeyboardEvent('keydown', {
              key: '=',
              ctrlKey: true,
              bubbles: true,
              cancelable: true,
            }),
          ),
      );
      assert.ok(isPrevented);
    },
  },

  'what a panel kept shows the page as it was': {
    options: { state: { ...state, view: { width: 'phone', zoom: 125, scheme: 'dark' } } },
    run: async (preview) => {
      await preview.send({ kind: 'remember', state: await preview.state() });
      await preview.show(page({ one: '1' }));
      assert.equal(await widthOf(preview), Math.round(390 * 1.25));
      assert.ok(lightness(await colorsOf(preview)) < 0.3);
    },
  },

  'the page is light or dark whatever the editor is': {
    run: async (preview) => {
      await paint(preview, themes.dark);
      await preview.show(page({ one: '<p><a href="#a">Words</a></p>' }));
      const before = await colorsOf(preview);
      assert.ok(lightness(before) < 0.3, JSON.stringify(before));
      const view = { width: 'window', zoom: 100 };
      const choose = (scheme) =>
        preview.send({ kind: 'remember', state: { ...state, view: { ...view, scheme } } });
      await choose('light');
      const light = await colorsOf(preview);
      assert.ok(lightness(light) > 0.9, JSON.stringify(light));
      assert.deepEqual((await preview.state()).view, { ...view, scheme: 'light' });
      await paint(preview, themes.light);
      assert.deepEqual(await colorsOf(preview), light);
      await choose('dark');
      const dark = await colorsOf(preview);
      assert.ok(lightness(dark) < 0.3, JSON.stringify(dark));
      for (const part of ['ink', 'link', 'field']) assert.notEqual(dark[part], light[part], part);
      // On paper nothing is dark.
      await preview.page.emulateMedia({ media: 'print' });
      assert.ok(lightness(await colorsOf(preview)) > 0.9);
      await preview.page.emulateMedia({ media: 'screen' });
      await paint(preview, themes.dark);
      await choose(undefined);
      assert.deepEqual(await colorsOf(preview), before);
    },
  },

  'on paper there is what the site shows, and no more': {
    run: async (preview) => {
      const hidden = block('c/two', 'not yet').replace('kirby-block', 'kirby-block kirby-hidden');
      await preview.show(
        {
          ...page({ one: '<ul class="kirby-settings"><li>Colour</li></ul><p>Words</p>', two: '' }),
          'c/two': hidden,
        },
        { broken: [{ field: 'layout', message: 'It cannot be read.' }] },
      );
      await shown(preview, 'phone', 200);
      await preview.page.emulateMedia({ media: 'print' });
      assert.equal((await preview.page.locator('body').innerText()).trim(), 'Words');
      assert.ok((await widthOf(preview)) > 700);
    },
  },

  'the page stands on its own in a file, with its pictures and the site’s styles': {
    run: async (preview) => {
      const picture = '<img src="content/a%20b.png" alt="A"><p>Words</p>';
      await preview.show(page({ one: `<script>x()</script>${picture}` }), {
        language: 'fa',
        direction: 'rtl',
      });
      await preview.send({ kind: 'mark', key: 'c/one', scroll: false });
      // What the page itself puts beside things, for the author to press.
      await preview.page.evaluate(() =>
        document.querySelector('article').append(document.createElement('button')),
      );
      await preview.messages();
      await preview.send({ kind: 'export' });
      const [plain] = await preview.messages();
      assert.equal(plain.kind, 'exported');
      assert.equal(plain.isStyled, false);
      assert.doesNotMatch(plain.html, /script|tabindex|is-current|aria-current|<button|http:/);
      assert.match(plain.html, /^<main id="page" .*lang="fa" dir="rtl".*src="content\/a%20b\.png"/);

      const sheets = [
        {
          text: 'p { color: rgb(1, 2, 3); --x: "</style><script>x()</script>" }',
          base: preview.base,
        },
      ];
      await preview.send({ kind: 'styles', sheets, folder: preview.base, root: preview.base });
      await preview.send({ kind: 'export' });
      const [styled] = await preview.messages();
      assert.equal(styled.isStyled, true);

      const folder = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-print-'));
      const file = path.join(folder, 'page.html');
      try {
        const html = standaloneHtml({
          html: styled.html,
          title: 'A <page>',
          language: 'fa',
          base: preview.base,
          styles: [styled.styles],
          isStyled: true,
        });
        writeFileSync(file, html);
        const { href } = pathToFileURL(file);
        await preview.page.goto(href);
        assert.equal(await preview.page.title(), 'A <page>');
        assert.equal(await preview.page.locator('script').count(), 0);
        const text = preview.page.locator('p');
        assert.equal(await text.evaluate((p) => getComputedStyle(p).color), 'rgb(1, 2, 3)');
        assert.equal(
          await preview.page.locator('img').evaluate((image) => image.src),
          `${preview.base}content/a%20b.png`,
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
};
