// The page and the text show the same place at the top, whoever scrolls.
import assert from 'node:assert/strict';
import { page } from './fragments.mjs';

const paragraphs = (name, count) =>
  Array.from(
    { length: count },
    (_, at) => `<p>${name} ${at}: a paragraph of some length, and of some words.</p>`,
  ).join('');

const long = page({
  one: paragraphs('one', 20),
  two: paragraphs('two', 40),
  three: paragraphs('three', 40),
});

const topOf = (preview, text) =>
  preview.page
    .getByText(text)
    .evaluate((element) => Math.round(element.getBoundingClientRect().top));

const bar = (preview) =>
  preview.page.evaluate(() => document.getElementById('bar')?.getBoundingClientRect().height ?? 0);

async function scrolled(preview) {
  for (;;) {
    const found = (await preview.messages()).filter(({ kind }) => kind === 'scrolled');
    if (found.length > 0) return found.at(-1);
    await preview.page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

const wheel = async (preview, by) => {
  await preview.page.mouse.move(300, 300);
  await preview.page.mouse.wheel(0, by);
};

export const tests = {
  'a paragraph that is at the top of the text comes to the top here': {
    run: async (preview) => {
      await preview.show(long);
      await preview.send({ kind: 'scroll', key: 'c/two', progress: 20 / 40 });
      const near = (await topOf(preview, 'two 20:')) - (await bar(preview));
      assert.ok(Math.abs(near) < 40, `${near} from the top`);
      await preview.send({ kind: 'scroll', key: 'c/three', progress: 0 });
      const box = await preview.page
        .locator('[data-key="c/three"]')
        .evaluate((element) => element.getBoundingClientRect().top);
      assert.ok(Math.abs(box - (await bar(preview))) <= 1, `${box} is not the top`);
    },
  },

  'what the reader has scrolled to is told, by block and paragraph': {
    run: async (preview) => {
      await preview.show(long);
      const top = await topOf(preview, 'two 10:');
      await wheel(preview, top - (await bar(preview)));
      const { key, progress } = await scrolled(preview);
      assert.equal(key, 'c/two');
      assert.ok(Math.abs(progress - 10 / 40) < 0.02, `${progress} of the block`);
    },
  },

  'both ways lead to the same place': {
    run: async (preview) => {
      await preview.show(long);
      await wheel(preview, 2222);
      const there = await scrolled(preview);
      const at = await preview.page.evaluate(() => scrollY);
      await preview.page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await preview.send({ ...there, kind: 'scroll' });
      await preview.page.waitForFunction(() => scrollY > 0);
      const now = await preview.page.evaluate(() => scrollY);
      assert.ok(Math.abs(now - at) <= 2, `${now} instead of ${at}`);
    },
  },

  'what the text has scrolled is not told back': {
    run: async (preview) => {
      await preview.show(long);
      await preview.messages();
      await preview.send({ kind: 'scroll', key: 'c/two', progress: 0.5 });
      await preview.page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      assert.deepEqual(await preview.messages(), []);
    },
  },

  'the text leads as soon as the reader’s hand rests': {
    run: async (preview) => {
      await preview.show(long);
      await wheel(preview, 500);
      await scrolled(preview);
      const at = await preview.page.evaluate(() => scrollY);
      await preview.send({ kind: 'scroll', key: 'c/three', progress: 0.5 });
      assert.equal(await preview.page.evaluate(() => scrollY), at);
      await preview.page.waitForFunction((before) => scrollY > before, at);
    },
  },

  'with the start of the text comes the room above the page': {
    run: async (preview) => {
      await preview.show(long);
      await preview.page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
      await preview.send({ kind: 'scroll', key: '', progress: 0 });
      assert.equal(await preview.page.evaluate(() => scrollY), 0);
      await wheel(preview, 200);
      assert.notEqual((await scrolled(preview)).key, '');
      await wheel(preview, -2000);
      await preview.page.waitForFunction(() => scrollY === 0);
      assert.deepEqual(await scrolled(preview), { kind: 'scrolled', key: '', progress: 0 });
    },
  },

  'a place that is not on the page moves nothing': {
    run: async (preview) => {
      await preview.show(long);
      await preview.send({ kind: 'scroll', key: 'c/"]none', progress: 0.5 });
      await preview.send({ kind: 'scroll', key: 'c/two', progress: 7 });
      assert.equal(await preview.page.evaluate(() => scrollY), 0);
    },
  },
};
