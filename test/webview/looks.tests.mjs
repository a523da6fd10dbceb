// What the stylesheet and the roles promise: a grid, themes, contrast, a page that can be read out.
import assert from 'node:assert/strict';
import { column, page } from './fragments.mjs';

const css = (locator, property) =>
  locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

const twoColumns = {
  r: `<section class="kirby-row" data-key="r" role="group" aria-label="Row, 2 columns"><div class="kirby-columns"><kirby-slot data-key="r/a"></kirby-slot><kirby-slot data-key="r/b"></kirby-slot></div></section>`,
  'r/a': column('r/a', []).replace('span-12', 'span-4'),
  'r/b': column('r/b', []).replace('span-12', 'span-8'),
};

/** A fragment without content, with some. */
function inside(fragment, content) {
  return fragment.replace('></div>', `>${content}</div>`);
}

/** What of the page lies outside of the window; runs there. Code and tables scroll by themselves. */
function outside() {
  return [...document.querySelectorAll('#page *')]
    .filter((element) => element.parentElement.closest('pre, table, .kirby-scroll') === null)
    .filter((element) => element.getBoundingClientRect().right > innerWidth)
    .map((element) => element.outerHTML.slice(0, 100));
}

function canScroll(element) {
  return (
    element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX === 'auto'
  );
}

export const tests = {
  'columns share twelve parts': {
    run: async (preview) => {
      await preview.show(twoColumns);
      const [a, b] = await preview.page
        .locator('.kirby-column')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      assert.equal(Math.round(a.top), Math.round(b.top));
      // Two parts of three, with the gap between them.
      assert.ok(Math.abs(b.width - (2 * a.width + 24)) < 1, `${a.width} and ${b.width}`);
    },
  },

  'a line can be pointed at beside its one pixel': {
    run: async (preview) => {
      const line =
        '<article class="kirby-block kirby-block-line" data-key="r/a/l" tabindex="0"><hr></article>';
      await preview.show({ ...twoColumns, 'r/a': column('r/a', ['r/a/l']), 'r/a/l': line });
      const { height } = await preview.page.locator('article').boundingBox();
      assert.ok(height > 24, `${height}`);
    },
  },

  'a heading at the start of a field stands right below its label': {
    run: async (preview) => {
      const field =
        '<section class="kirby-field" data-key="f"><h2 class="kirby-field-label">Text</h2><h1>Head</h1></section>';
      await preview.show({ f: field });
      assert.equal(await css(preview.page.locator('h1'), 'margin-top'), '0px');
    },
  },

  'a table scrolls before it breaks a word, and breaks what is longer than a line': {
    run: async (preview) => {
      await preview.page.setViewportSize({ width: 320, height: 600 });
      const words = ['Interrupteur', 'Interrupteur', 'Interrupteur', 'Interrupteur'];
      const row = (cells) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`;
      const table = (cells) =>
        `<div class="kirby-scroll"><table class="kirby-table">${row(cells)}</table></div>`;
      await preview.show(page({ one: table(words), two: table(['x'.repeat(200), 'y']) }));
      const heights = await preview.page
        .locator('td p')
        .evaluateAll((all) => all.map((one) => one.clientHeight));
      assert.ok(heights[4] > 2 * heights[0], `${heights}`);
      assert.equal(heights[0], heights[5], `${heights}`);
    },
  },

  'the long name of a file is broken': {
    run: async (preview) => {
      await preview.page.setViewportSize({ width: 320, height: 600 });
      const name = 'postcards_of_the_opening_2023_05_26_picpages_final.mp4';
      const file = `<ul class="kirby-files"><li><span class="kirby-file">${name}</span></li></ul>`;
      await preview.show(page({ one: file }));
      assert.deepEqual(await preview.page.evaluate(outside), []);
    },
  },

  'columns stand below each other where there is no room': {
    run: async (preview) => {
      await preview.page.setViewportSize({ width: 320, height: 600 });
      await preview.show({
        ...twoColumns,
        'r/a': inside(twoColumns['r/a'], '<p>a</p>'),
      });
      const [a, b] = await preview.page
        .locator('.kirby-column')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      assert.ok(b.top >= a.bottom);
      assert.equal(a.width, b.width);
    },
  },

  'nothing makes the page wider than the window': {
    run: async (preview) => {
      await preview.page.setViewportSize({ width: 320, height: 600 });
      const wide = `<p>${'x'.repeat(300)}</p><pre><code>${'y'.repeat(300)}</code></pre><img src="a.png" width="2000"><span class="kirby-placeholder"><code class="kirby-placeholder-detail">${'z'.repeat(200)}</code></span>`;
      const table = `<table><tr>${`<td>${'w'.repeat(20)}</td>`.repeat(9)}</tr></table>`;
      const rows = `<div class="kirby-scroll">${table.replace('<table', '<table class="kirby-table"')}</div>`;
      await preview.show(page({ a: wide, b: table, c: rows }));
      for (const scroller of ['table:not([class])', '.kirby-scroll'])
        assert.ok(await preview.page.locator(scroller).evaluate(canScroll), scroller);
      assert.deepEqual(await preview.page.evaluate(outside), []);
    },
  },

  'columns in a narrow column stand below each other, and do not leave it': {
    run: async (preview) => {
      await preview.page.setViewportSize({ width: 640, height: 600 });
      const inner = `<div class="kirby-columns">${['one', 'two'].map((text) => `<div class="kirby-column kirby-span-6"><p>${text}</p></div>`).join('')}</div>`;
      await preview.show({ ...twoColumns, 'r/a': inside(twoColumns['r/a'], inner) });
      const [one, two] = await preview.page
        .locator('.kirby-span-6')
        .evaluateAll((all) => all.map((column) => column.getBoundingClientRect()));
      assert.ok(two.top >= one.bottom);
      assert.deepEqual(await preview.page.evaluate(outside), []);
      await preview.page.setViewportSize({ width: 1300, height: 600 });
      await preview.show({ ...twoColumns, 'r/b': inside(twoColumns['r/b'], inner) });
      const [left, right] = await preview.page
        .locator('.kirby-span-6')
        .evaluateAll((all) => all.map((column) => column.getBoundingClientRect()));
      assert.equal(left.top, right.top);
    },
  },

  'a card in a card in a narrow column leaves its values room': {
    run: async (preview) => {
      await preview.page.setViewportSize({ width: 640, height: 600 });
      const card = (value) =>
        `<section class="kirby-card"><dl><dt>A label</dt><dd>${value}</dd></dl></section>`;
      const cards = card(`<div class="kirby-nested">${card('Many words in a row')}</div>`);
      await preview.show({ ...twoColumns, 'r/a': inside(twoColumns['r/a'], cards) });
      const [column, value] = await preview.page
        .locator('.kirby-span-4, dd dd')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      assert.ok(value > column / 2, `${value} of ${column} pixels`);
    },
  },

  'colours are those of the theme': {
    run: async (preview) => {
      await preview.page.evaluate(() => {
        document.documentElement.style.setProperty('--vscode-editor-background', 'rgb(1, 2, 3)');
        document.documentElement.style.setProperty(
          '--vscode-editor-foreground',
          'rgb(250, 251, 252)',
        );
      });
      const body = preview.page.locator('body');
      assert.equal(await css(body, 'background-color'), 'rgb(1, 2, 3)');
      assert.equal(await css(body, 'color'), 'rgb(250, 251, 252)');
    },
  },

  'the block that has the keyboard has a ring, the marked one a bar': {
    run: async (preview) => {
      await preview.show(page({ one: '1', two: '2' }));
      await preview.page.keyboard.press('Tab');
      assert.equal(await css(preview.page.locator('[data-key="c/one"]'), 'outline-style'), 'solid');
      await preview.send({ kind: 'mark', key: 'c/two', scroll: false });
      const bar = await preview.page
        .locator('[data-key="c/two"]')
        .evaluate((element) => getComputedStyle(element, '::before').width);
      assert.equal(bar, '3px');
    },
  },

  'high contrast marks with a line': {
    options: { theme: 'vscode-high-contrast' },
    run: async (preview) => {
      await preview.show(page({ one: '1' }));
      await preview.send({ kind: 'mark', key: 'c/one', scroll: false });
      assert.equal(
        await css(preview.page.locator('[data-key="c/one"]'), 'outline-style'),
        'dashed',
      );
    },
  },

  'nothing moves for those who do not want it': {
    run: async (preview) => {
      await preview.page.emulateMedia({ reducedMotion: 'reduce' });
      assert.equal(await css(preview.page.locator('#waiting'), 'animation-name'), 'none');
    },
  },

  'a screen reader gets articles with names in groups': {
    run: async (preview) => {
      await preview.show(twoColumns);
      await preview.show(page({ one: '<h2>Title</h2><p>Text</p>' }));
      assert.equal(
        await preview.page.locator('body').ariaSnapshot(),
        [
          '- status:',
          '  - list',
          '- main "Preview":',
          '  - group "Column":',
          '    - article "Text block":',
          '      - heading "Title" [level=2]',
          '      - paragraph: Text',
        ].join('\n'),
      );
    },
  },
};
