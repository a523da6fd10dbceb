// The preview of every page of the fixtures, judged by axe in VS Code's own themes: the success criteria of
// WCAG 2.1 up to level AA that a program can judge.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { page } from './fragments.mjs';
import { fixture, renderedSite } from './rendering.mjs';
import { paint, themes } from './themes.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

const pages = (
  await Promise.all(
    ['magazine', 'bilingual', 'broken'].map(async (name) =>
      (await renderedSite(fixture(name))).map((one) => ({ ...one, name: `${name}: ${one.name}` })),
    ),
  )
).flat();

/** What axe finds, one line for each element. */
async function violations(preview) {
  const found = await preview.page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: tags,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => [
        id,
        html.slice(0, 200),
        [...any, ...all, ...none].map(({ message }) => message).join('; '),
      ]),
    );
  }, criteria);
  return found.map((parts) => parts.join(' | '));
}

async function judge(preview, theme, scheme) {
  assert.ok(pages.length > 50, 'the fixtures are not all there');
  await paint(preview, theme);
  const view = { width: 'window', zoom: 100, scheme };
  await preview.send({
    kind: 'remember',
    state: { uri: 'file:///site/content/a/a.txt', isLocked: false, view },
  });
  await preview.page.evaluate(axe);
  const found = new Set();
  for (const { name, roots, fragments, broken, language, direction } of pages) {
    await preview.show(fragments, { roots, broken, language, direction });
    for (const one of await violations(preview)) found.add(`${name} | ${one}`);
  }
  assert.deepEqual([...found], []);
}

const longest = pages.find(({ name }) => name.includes('1_toutes-les-briques/article.txt'));
const focused = (preview) => preview.page.evaluate(() => document.activeElement.dataset.key);
const top = (preview, key) =>
  preview.page.locator(`[data-key="${key}"]`).evaluate((one) => one.getBoundingClientRect().top);

/** Has the page come to a block below the window; it is there at once, or on its way. */
async function scrolledTo(preview, key) {
  const { fragments, roots } = longest;
  await preview.show(fragments, { roots });
  await preview.send({ kind: 'mark', key, scroll: true });
  return top(preview, key);
}

export const tests = {
  ...Object.fromEntries(
    Object.entries(themes).map(([name, theme]) => [
      `every page of the fixtures, ${name}`,
      { run: (preview) => judge(preview, theme) },
    ]),
  ),
  'every page of the fixtures, light in a dark editor': {
    run: (preview) => judge(preview, themes.dark, 'light'),
  },
  'every page of the fixtures, dark in a light editor': {
    run: (preview) => judge(preview, themes.light, 'dark'),
  },

  'the keyboard comes to everything, and back': {
    run: async (preview) => {
      const { fragments, roots } = longest;
      const broken = [{ field: 'layout', message: 'It cannot be read.' }];
      await preview.show(fragments, { roots, broken });
      const wanted = await preview.page
        .locator('#page [data-key][tabindex]')
        .evaluateAll((all) => all.map((one) => one.dataset.key));
      assert.ok(wanted.length > 20);
      await preview.page.keyboard.press('Tab');
      assert.equal(await preview.page.evaluate(() => document.activeElement.id), 'fix');
      await preview.page.keyboard.press('Tab');
      const reached = [await focused(preview)];
      // What is higher than the window is scrolled through before the next one has its turn.
      for (let left = 400; left > 0 && reached.length < wanted.length; left--) {
        await preview.page.keyboard.press('ArrowDown');
        const key = await focused(preview);
        if (key !== reached.at(-1)) reached.push(key);
      }
      assert.deepEqual(reached, wanted);
      await preview.page.keyboard.press('Home');
      assert.equal(await focused(preview), wanted[0]);
      await preview.page.keyboard.press('Shift+Tab');
      assert.equal(await preview.page.evaluate(() => document.activeElement.id), 'fix');
    },
  },

  'when the button of the banner goes, the page has the keyboard': {
    run: async (preview) => {
      const blocks = page({ one: '<p>first</p>', two: '<p>second</p>' });
      const broken = [{ field: 'layout', message: 'It cannot be read.' }];
      await preview.show(blocks, { broken });
      await preview.page.keyboard.press('Tab');
      assert.equal(await preview.page.evaluate(() => document.activeElement.id), 'fix');
      await preview.show(blocks);
      assert.equal(await focused(preview), 'c/one');
    },
  },

  'the keyboard is back in its block, or in the one that took its place': {
    run: async (preview) => {
      await preview.show(page({ one: '<p>first</p>', two: '<p><a href="/a">second</a></p>' }));
      // What the browser does when the window takes the keyboard, and gives it back.
      const leave = () => preview.page.evaluate(() => document.activeElement.blur());
      const comeBack = async () => {
        await preview.page.evaluate(() => dispatchEvent(new Event('focus')));
        await preview.page.clock.runFor(1000);
      };
      await preview.page.clock.install();
      await preview.page.mouse.move(-1, -1);
      await preview.page.locator('[data-key="c/two"]').focus();
      await leave();
      await comeBack();
      assert.equal(await focused(preview), 'c/two');
      await preview.page.locator('#page a').focus();
      await leave();
      await preview.update({ fragments: page({ one: '', two: '<p>other</p>' }) });
      await comeBack();
      assert.equal(await focused(preview), 'c/two');
      await leave();
      await preview.send({ kind: 'mark', key: 'c/three', scroll: false });
      await preview.show(page({ one: '<p>first</p>', three: '<p>other</p>' }));
      await comeBack();
      assert.equal(await focused(preview), 'c/three', 'where the cursor of the text is');
      // A list that opens after another one keeps the keyboard.
      await leave();
      await preview.page.evaluate(() => {
        dispatchEvent(new Event('focus'));
        dispatchEvent(new Event('blur'));
      });
      await preview.page.clock.runFor(1000);
      assert.equal(await focused(preview), undefined);
      // Nothing moves under a click, but the next key means the block.
      await preview.page.getByText('other').hover();
      await leave();
      await comeBack();
      assert.equal(await focused(preview), undefined);
      await preview.page.keyboard.press('Tab');
      assert.equal(await focused(preview), 'c/three', 'Tab leads there');
      await leave();
      await preview.page.keyboard.press('ArrowUp');
      assert.equal(await focused(preview), 'c/one');
    },
  },

  'the banner covers neither the block with the keyboard nor most of the page': {
    run: async (preview) => {
      await preview.page.setViewportSize({ width: 320, height: 400 });
      const names = Array.from({ length: 12 }, (_, at) => [`b${at}`, '<p>A line of text.</p>']);
      const problem = (field) => ({ field, message: `The JSON of “${field}” cannot be read.` });
      const broken = ['layout', 'blocks', 'footer', 'text', 'aside', 'more'].map(problem);
      await preview.send({ kind: 'editing', isAllowed: true });
      await preview.show(page(Object.fromEntries(names)), { broken });
      await preview.page.locator('[data-key="c/b11"]').focus();
      for (let left = names.length; left > 0; left--) await preview.page.keyboard.press('ArrowUp');
      assert.equal(await focused(preview), 'c/b0');
      const box = (selector) => preview.page.locator(selector).boundingBox();
      const banner = await box('#banner');
      assert.ok(banner.height < 200, `${banner.height}`);
      const below = banner.y + banner.height;
      assert.ok((await box('[data-key="c/b0"]')).y >= below);
      assert.ok((await box('#tools')).y >= below, 'and the toolbar does not cover it');
    },
  },

  'a block that has the keyboard says how it begins': {
    run: async (preview) => {
      const picture = `<img src="${preview.base}a.png" alt="A lamp">`;
      await preview.show(page({ one: '<p>first\n words</p>', two: picture }));
      const session = await preview.page.context().newCDPSession(preview.page);
      const { root } = await session.send('DOM.getDocument');
      for (const [key, expected] of [
        ['c/one', 'first words'],
        ['c/two', 'A lamp'],
      ]) {
        await preview.page.locator(`[data-key="${key}"]`).focus();
        const { nodeId } = await session.send('DOM.querySelector', {
          nodeId: root.nodeId,
          selector: `[data-key="${key}"]`,
        });
        const { nodes } = await session.send('Accessibility.getPartialAXTree', {
          nodeId,
          fetchRelatives: false,
        });
        assert.equal(nodes[0].name.value, 'Text block');
        assert.equal(nodes[0].description?.value, expected);
      }
    },
  },

  'the mark of the cursor is seen in the colours of the system': {
    run: async (preview) => {
      await paint(preview, themes.dark);
      await preview.page.emulateMedia({ forcedColors: 'active' });
      await preview.show(page({ one: '<p>first</p>' }));
      const plain = await preview.page.screenshot();
      await preview.send({ kind: 'mark', key: 'c/one', scroll: false });
      assert.ok(!plain.equals(await preview.page.screenshot()));
      await preview.send({ kind: 'mark', scroll: false });
      assert.ok(plain.equals(await preview.page.screenshot()), 'nothing else has changed');
    },
  },

  'links are reached from the block they are in': {
    run: async (preview) => {
      const { fragments, roots } = longest;
      await preview.show(fragments, { roots });
      const block = preview.page
        .locator('article', { has: preview.page.locator('a[href]') })
        .first();
      const link = block.locator('a[href]').first();
      await block.focus();
      await preview.page.keyboard.press('Tab');
      assert.ok(await link.evaluate((one) => one === document.activeElement));
    },
  },

  'the page stands still for those who want it so': {
    run: async (preview) => {
      const key = longest.roots.at(-1);
      await preview.page.emulateMedia({ reducedMotion: 'reduce' });
      assert.ok((await scrolledTo(preview, key)) < 600);
    },
  },

  'the page stands still where VS Code is told so': {
    options: { theme: 'vscode-light vscode-reduce-motion' },
    run: async (preview) => {
      assert.ok((await scrolledTo(preview, longest.roots.at(-1))) < 600);
      assert.equal(
        await preview.page.evaluate(
          () => getComputedStyle(document.getElementById('waiting')).animationName,
        ),
        'none',
      );
    },
  },

  'text from the right stands on the right, and so does its mark': {
    run: async (preview) => {
      const blocks = page({ one: '<blockquote>شعر</blockquote>', two: '<p>نص</p>' });
      await preview.show(blocks, { language: 'ar', direction: 'rtl' });
      await preview.send({ kind: 'mark', key: 'c/one', scroll: false });
      const { text, quote, mark } = await preview.page.evaluate(() => {
        const find = (selector) => document.querySelector(selector);
        const block = find('[data-key="c/one"]');
        return {
          text: getComputedStyle(find('#page p')).direction,
          quote: getComputedStyle(find('blockquote')).borderRightWidth,
          mark: getComputedStyle(block, '::before').right,
        };
      });
      assert.deepEqual({ text, quote, mark }, { text: 'rtl', quote: '3px', mark: '-12px' });
    },
  },

  'code is written from the left on a page from the right': {
    run: async (preview) => {
      const code = '<pre><code>const a = 1;</code></pre><p>نص <code>b();</code></p>';
      await preview.show(page({ one: code }), { language: 'ar', direction: 'rtl' });
      const ends = await preview.page.locator('#page code').evaluateAll((all) =>
        all.map(({ firstChild: words }) => {
          const range = document.createRange();
          const at = (start) => {
            range.setStart(words, start);
            range.setEnd(words, start + 1);
            return range.getBoundingClientRect().left;
          };
          return at(words.length - 1) > at(0);
        }),
      );
      assert.deepEqual(ends, [true, true]);
    },
  },

  'what the preview says by itself is not read out in the language of the page': {
    run: async (preview) => {
      const words = '<span class="kirby-hidden-label">Hidden</span><p>caché</p>';
      await preview.show(page({ one: words }), { language: 'fr' });
      const spoken = (text) =>
        preview.page.getByText(text).evaluate((one) => one.closest('[lang]').lang);
      assert.equal(await spoken('Hidden'), 'en');
      assert.equal(await spoken('caché'), 'fr');
    },
  },

  'a box for an image that is missing has its name, with a colon': {
    run: async (preview) => {
      const box = '<span role="img" aria-label="Missing image: a.png">a.png</span>';
      await preview.show(page({ one: box }));
      await preview.page.getByRole('img', { name: 'Missing image: a.png' }).waitFor();
    },
  },
};
