// What survives when VS Code throws the page away and loads it again.
import assert from 'node:assert/strict';
import { page, tall } from './fragments.mjs';

const state = { uri: 'file:///site/content/a/a.txt', isLocked: true };
const blocks = page({ one: tall, two: tall, three: tall });

export const tests = {
  'the document and the lock are kept for the extension': {
    run: async (preview) => {
      await preview.send({ kind: 'remember', state });
      assert.deepEqual(await preview.state(), state);
    },
  },

  'the place is kept as it is scrolled to': {
    run: async (preview) => {
      await preview.send({ kind: 'remember', state });
      await preview.show(blocks);
      await preview.page
        .locator('[data-key="c/two"]')
        .evaluate((element) => scrollBy(0, element.getBoundingClientRect().top + 30));
      await preview.page.waitForFunction(() => globalThis.__state.place !== undefined);
      assert.deepEqual(await preview.state(), { ...state, place: { key: 'c/two', offset: -30 } });
    },
  },

  'the place is found again, whatever stands above it': {
    options: { state: { ...state, place: { key: 'c/three', offset: 40 } } },
    run: async (preview) => {
      await preview.send({ kind: 'remember', state });
      await preview.show(blocks);
      const top = await preview.page
        .locator('[data-key="c/three"]')
        .evaluate((e) => e.getBoundingClientRect().top);
      assert.ok(Math.abs(top - 40) <= 1, `at ${top}`);
    },
  },

  'the keyboard is where a host was allowed': {
    run: async (preview) => {
      const frame = '<p><iframe src="https://maps.example/a"></iframe></p>';
      await preview.send({ kind: 'remember', state });
      await preview.show(page({ one: '<p>first</p>', two: frame }));
      const { keyboard } = preview.page;
      for (const key of ['Tab', 'ArrowDown', 'Tab', 'Enter']) await keyboard.press(key);
      assert.deepEqual((await preview.messages()).at(-1), {
        kind: 'allow',
        what: 'frame',
        host: 'maps.example',
      });
      assert.deepEqual(await preview.state(), { ...state, focus: 'c/two' });
    },
  },

  'the keyboard is where it was': {
    options: { state: { ...state, focus: 'c/two' } },
    run: async (preview) => {
      await preview.send({ kind: 'remember', state });
      await preview.show(blocks);
      assert.equal(await preview.page.evaluate(() => document.activeElement.dataset.key), 'c/two');
      assert.deepEqual(await preview.state(), state, 'this once');
    },
  },

  'a place that is gone is the top': {
    options: { state: { ...state, place: { key: 'c/gone', offset: 40 } } },
    run: async (preview) => {
      await preview.send({ kind: 'remember', state });
      await preview.show(blocks);
      assert.equal(await preview.page.evaluate(() => scrollY), 0);
    },
  },

  'a state of another version is no state': {
    options: { state: { uri: 3, place: 'top' } },
    run: async (preview) => {
      await preview.show(blocks);
      assert.equal(await preview.page.evaluate(() => scrollY), 0);
    },
  },

  'another document starts at its top': {
    run: async (preview) => {
      await preview.send({ kind: 'remember', state });
      await preview.show(blocks);
      await preview.page.evaluate(() => scrollTo(0, 500));
      await preview.send({
        kind: 'remember',
        state: { ...state, uri: 'file:///site/content/b/b.txt' },
      });
      await preview.show(blocks);
      assert.equal(await preview.page.evaluate(() => scrollY), 0);
    },
  },

  'the same document rendered anew stays where it is': {
    run: async (preview) => {
      await preview.send({ kind: 'remember', state });
      await preview.show(blocks);
      await preview.page.evaluate(() => scrollTo(0, 500));
      await preview.send({ kind: 'remember', state: { ...state, isLocked: false } });
      await preview.show(blocks);
      assert.equal(await preview.page.evaluate(() => scrollY), 500);
    },
  },
};
