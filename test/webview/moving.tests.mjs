// From the preview to the text and back: pointer, keyboard, the mark of the cursor.
import assert from 'node:assert/strict';
import { page, tall } from './fragments.mjs';

const focused = (preview) => preview.page.evaluate(() => document.activeElement.dataset.key);
const top = (preview, key) =>
  preview.page
    .locator(`[data-key="${key}"]`)
    .evaluate((element) => Math.round(element.getBoundingClientRect().top));
const marked = (preview) =>
  preview.page
    .locator('[aria-current="true"]')
    .evaluateAll((all) => all.map((one) => one.dataset.key));

/** A fresh page has said that it is there. */
async function shown(preview, fragments, rest) {
  assert.deepEqual(await preview.messages(), [{ kind: 'ready' }]);
  await preview.show(fragments, rest);
}

export const tests = {
  'a click selects the block in the text and leaves the keyboard here': {
    run: async (preview) => {
      await shown(preview, page({ one: '<p>first</p>', two: '<p>second</p>' }));
      await preview.page.getByText('second').click();
      assert.deepEqual(await preview.messages(), [{ kind: 'reveal', key: 'c/two', focus: false }]);
    },
  },

  'a click beside the blocks selects what is there': {
    run: async (preview) => {
      const gap =
        '<div data-key="c" style="" class="kirby-column"><p>gap</p><kirby-slot data-key="c/a"></kirby-slot></div>';
      await shown(preview, { c: gap, 'c/a': '<p data-key="c/a">a</p>' });
      await preview.page.getByText('gap').click();
      assert.deepEqual(await preview.messages(), [{ kind: 'reveal', key: 'c', focus: false }]);
    },
  },

  'a double click opens the text of the block': {
    run: async (preview) => {
      await shown(preview, page({ one: '<p>first</p>' }));
      await preview.page.getByText('first').dblclick();
      assert.deepEqual((await preview.messages()).at(-1), { kind: 'editText', key: 'c/one' });
    },
  },

  'words can be marked without a jump': {
    run: async (preview) => {
      await shown(preview, page({ one: '<p>some words to be marked</p>' }));
      const { x, y, height } = await preview.page.getByText('some words').boundingBox();
      await preview.page.mouse.move(x + 2, y + height / 2);
      await preview.page.mouse.down();
      await preview.page.mouse.move(x + 120, y + height / 2, { steps: 4 });
      await preview.page.mouse.up();
      assert.notEqual(await preview.page.evaluate(() => getSelection().toString()), '');
      assert.deepEqual(await preview.messages(), []);
    },
  },

  'a link opens outside, and only there': {
    run: async (preview) => {
      const links =
        '<a href="https://example.org/a?b=c#d">web</a> <a href="mailto:a@example.org">mail</a>';
      await shown(preview, page({ one: links }));
      // VS Code listens for clicks on links, too; it must not hear of these.
      await preview.page.evaluate(() =>
        document.addEventListener('click', () => (globalThis.heard = true)),
      );
      await preview.page.getByText('web').click();
      await preview.page.getByText('mail').click();
      await preview.page.getByText('web').click({ modifiers: ['Control'] });
      assert.deepEqual(await preview.messages(), [
        { kind: 'openLink', href: 'https://example.org/a?b=c#d' },
        { kind: 'openLink', href: 'mailto:a@example.org' },
        { kind: 'openLink', href: 'https://example.org/a?b=c#d' },
      ]);
      assert.equal(await preview.page.evaluate(() => globalThis.heard), undefined);
      assert.equal(
        preview.page
          .context()
          .pages()
          .filter((one) => one.url().startsWith('https:')).length,
        0,
      );
    },
  },

  'the middle button opens nothing': {
    run: async (preview) => {
      await shown(preview, page({ one: '<a href="https://example.org/">web</a>' }));
      await preview.page.evaluate(() => {
        addEventListener('auxclick', (event) => (globalThis.prevented = event.defaultPrevented));
      });
      await preview.page.getByText('web').click({ button: 'middle' });
      assert.equal(await preview.page.evaluate(() => globalThis.prevented), true);
      assert.deepEqual(await preview.messages(), []);
    },
  },

  'a link to a page of the site selects its block': {
    run: async (preview) => {
      await shown(preview, page({ one: '<a href="/blog/post">post</a>' }));
      await preview.page.getByText('post').click();
      assert.deepEqual(await preview.messages(), [{ kind: 'reveal', key: 'c/one', focus: false }]);
      assert.equal(new URL(preview.page.url()).pathname, '/');
    },
  },

  'a link within the page scrolls': {
    run: async (preview) => {
      await shown(
        preview,
        page({ one: `<a href="#end">to the end</a>${tall}`, two: '<h2 id="end">End</h2>' }),
      );
      await preview.page.emulateMedia({ reducedMotion: 'reduce' });
      await preview.page.getByText('to the end').click();
      await preview.page.waitForFunction(() => scrollY > 500);
      const others = (await preview.messages()).filter(({ kind }) => kind !== 'scrolled');
      assert.deepEqual(others, []);
    },
  },

  'Tab leads to one block, and from there through the links': {
    run: async (preview) => {
      await shown(
        preview,
        page({ one: 'x', two: '<a href="https://example.org">link</a>', three: 'y' }),
      );
      const way = [];
      const press = async (...keys) => {
        for (const key of keys) await preview.page.keyboard.press(key);
        way.push(
          await preview.page.evaluate(
            () => document.activeElement.dataset.key ?? document.activeElement.localName,
          ),
        );
      };
      await preview.page.locator('#page').evaluate((main) => {
        main.tabIndex = -1;
        main.focus();
      });
      await press('Tab');
      await press('Tab');
      await press('Shift+Tab');
      await press('ArrowDown');
      assert.deepEqual(way, ['c/one', 'a', 'c/two', 'c/three']);
      assert.equal(await preview.page.locator('[data-key][tabindex="0"]').count(), 1);
    },
  },

  'arrows, Home and End go from block to block': {
    run: async (preview) => {
      await shown(preview, page({ one: '1', two: '2', three: '3' }));
      await preview.page.keyboard.press('Tab');
      const way = [];
      for (const key of [
        'ArrowDown',
        'ArrowDown',
        'ArrowDown',
        'ArrowUp',
        'Home',
        'ArrowUp',
        'End',
      ]) {
        await preview.page.keyboard.press(key);
        way.push(await focused(preview));
      }
      assert.deepEqual(way, ['c/two', 'c/three', 'c/three', 'c/two', 'c/one', 'c/one', 'c/three']);
    },
  },

  'an arrow scrolls through a block that is higher than the window first': {
    run: async (preview) => {
      await shown(preview, page({ one: tall, two: '2' }));
      await preview.page.keyboard.press('Tab');
      await preview.page.keyboard.press('ArrowDown');
      assert.equal(await focused(preview), 'c/one');
      await preview.page.waitForFunction(() => scrollY > 0);
      await preview.page.keyboard.press('End');
      assert.equal(await focused(preview), 'c/two');
    },
  },

  'Enter goes to the text of the block, Escape back to the text': {
    run: async (preview) => {
      await shown(preview, page({ one: '1', two: '2' }));
      await preview.page.locator('[data-key="c/two"]').focus();
      await preview.page.keyboard.press('Enter');
      await preview.page.keyboard.press('Escape');
      assert.deepEqual(await preview.messages(), [
        { kind: 'reveal', key: 'c/two', focus: true },
        { kind: 'showText' },
      ]);
    },
  },

  'Enter on a link opens the link': {
    run: async (preview) => {
      await shown(preview, page({ one: '<a href="https://example.org/">link</a>' }));
      await preview.page.getByText('link').focus();
      await preview.page.keyboard.press('Enter');
      assert.deepEqual(await preview.messages(), [
        { kind: 'openLink', href: 'https://example.org/' },
      ]);
    },
  },

  'the block of the cursor is marked and comes into view': {
    run: async (preview) => {
      await preview.page.emulateMedia({ reducedMotion: 'reduce' });
      await shown(preview, page({ one: tall, two: '2' }));
      await preview.send({ kind: 'mark', key: 'c/two', scroll: false });
      assert.deepEqual(await marked(preview), ['c/two']);
      assert.equal(await preview.page.evaluate(() => scrollY), 0);
      await preview.send({ kind: 'mark', key: 'c/two', scroll: true });
      assert.ok((await top(preview, 'c/two')) < 600);
      await preview.send({ kind: 'mark', scroll: true });
      assert.deepEqual(await marked(preview), []);
    },
  },

  'a block that is in view does not move': {
    run: async (preview) => {
      await shown(preview, page({ one: tall, two: '2', three: tall }));
      await preview.page.evaluate(() => scrollTo(0, 200));
      await preview.send({ kind: 'mark', key: 'c/one', scroll: true });
      assert.equal(await preview.page.evaluate(() => scrollY), 200);
    },
  },

  'the mark stays on a block that changes': {
    run: async (preview) => {
      await shown(preview, page({ one: '1', two: '2' }));
      await preview.send({ kind: 'mark', key: 'c/two', scroll: false });
      await preview.update({ fragments: { 'c/two': page({ two: 'zwei' })['c/two'] } });
      assert.deepEqual(await marked(preview), ['c/two']);
    },
  },

  'a block that is not there is not marked': {
    run: async (preview) => {
      await shown(preview, page({ one: '1' }));
      await preview.send({ kind: 'mark', key: 'c/one', scroll: true });
      await preview.send({ kind: 'mark', key: 'c/"]nothing', scroll: true });
      assert.deepEqual(await marked(preview), []);
    },
  },
};
