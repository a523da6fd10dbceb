// Pictures and frames from other sites: nothing is asked of a host before the author allows it, and then
// nothing but that.
import assert from 'node:assert/strict';
import { renderedPage } from './rendering.mjs';

const page = 'content/1_a/default.txt';
const picture = 'https://pictures.example/a.png?x=1&y=2';

/** A page with a picture in each place that content may have one, and videos and frames. */
const blocks = [
  { type: 'image', content: { location: 'web', src: picture, alt: 'A "house"' } },
  { type: 'text', content: { text: `<p>Text <img src="${picture}" alt=b></p>` } },
  { type: 'markdown', content: { text: '![c](//pictures.example/c.png)' } },
  { type: 'image', content: { location: 'web', src: 'https://other.example/d.png' } },
  { type: 'image', content: { location: 'web', src: 'http://pictures.example/plain.png' } },
  { type: 'video', content: { location: 'web', url: 'https://youtu.be/dQw4w9WgXcQ' } },
  { type: 'text', content: { text: '<iframe src="https://maps.example/map"></iframe>' } },
].map((block, index) => ({ id: `b${index}`, isHidden: false, ...block }));

async function show(preview) {
  const text = `Title: A\n\n----\n\nBlocks: ${JSON.stringify(blocks)}`;
  const blueprint = 'fields:\n  blocks:\n    type: blocks';
  const files = { [page]: text, 'site/blueprints/pages/default.yml': blueprint };
  const { roots, fragments } = await renderedPage(files, page);
  await preview.show(fragments, { roots });
  await preview.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))),
  );
}

const buttons = (preview) => preview.page.locator('#page button').allInnerTexts();

export const tests = {
  'nothing is asked for before the author allows it': {
    run: async (preview) => {
      await show(preview);
      assert.deepEqual(preview.asked, []);
      assert.equal(await preview.page.locator('#page :is(img, iframe)').count(), 0);
      assert.deepEqual(await buttons(preview), [
        'Show pictures from pictures.example',
        'Show pictures from pictures.example',
        'Show pictures from pictures.example',
        'Show pictures from other.example',
        'Show what www.youtube.com embeds',
        'Show what maps.example embeds',
      ]);
      assert.equal(await preview.page.locator('#page a button').count(), 0);
    },
  },

  'a button asks for its host, by pointer and by keyboard, and does nothing else': {
    run: async (preview) => {
      await show(preview);
      await preview.messages();
      await preview.page.getByText('Show pictures from other.example').click();
      await preview.page.getByText('Show what maps.example embeds').focus();
      await preview.page.keyboard.press('Enter');
      assert.deepEqual(
        (await preview.messages()).filter(({ kind }) => kind !== 'scrolled'),
        [
          { kind: 'allow', what: 'picture', host: 'other.example' },
          { kind: 'allow', what: 'frame', host: 'maps.example' },
        ],
      );
      assert.deepEqual(preview.asked, []);
    },
  },

  'pictures of an allowed host are loaded, of others not': {
    options: { allowed: { picture: ['pictures.example'], frame: [] } },
    run: async (preview) => {
      await show(preview);
      await preview.page.waitForFunction(
        () => [...document.images].filter(({ naturalWidth }) => naturalWidth === 60).length === 3,
      );
      assert.deepEqual([...new Set(preview.asked)].sort(), [
        picture,
        'https://pictures.example/c.png',
      ]);
      const alts = await preview.page
        .locator('#page img')
        .evaluateAll((all) => all.map((e) => e.alt));
      assert.deepEqual(alts, ['A "house"', 'b', 'c']);
      assert.equal((await buttons(preview)).length, 3);
    },
  },

  'an allowed picture stays when its block changes': {
    options: { allowed: { picture: ['pictures.example'], frame: [] } },
    run: async (preview) => {
      const html = (text) => `<article data-key="a"><p>${text}</p><img src="${picture}"></article>`;
      await preview.show({ a: html('one') });
      await preview.page.waitForFunction(() => document.images[0]?.naturalWidth === 60);
      await preview.page.evaluate(() => (globalThis.before = document.images[0]));
      await preview.update({ fragments: { a: html('two') } });
      assert.ok(await preview.page.evaluate(() => globalThis.before === document.images[0]));
      assert.equal(preview.asked.length, 1);
    },
  },

  'frames of an allowed host are shown in a sandbox': {
    options: { allowed: { picture: [], frame: ['www.youtube.com', 'maps.example'] } },
    run: async (preview) => {
      await show(preview);
      await preview.page.frameLocator('iframe').first().getByText('Framed').waitFor();
      await preview.page.frameLocator('iframe').last().getByText('Framed').waitFor();
      assert.deepEqual(preview.asked.sort(), [
        'https://maps.example/map',
        'https://www.youtube.com/embed/dQw4w9WgXcQ',
      ]);
      for (const frame of await preview.page.locator('iframe').all()) {
        assert.equal(
          await frame.getAttribute('sandbox'),
          'allow-scripts allow-same-origin allow-presentation',
        );
      }
    },
  },

  'a printed page has links in place of frames, and no buttons': {
    options: { allowed: { picture: [], frame: ['maps.example'] } },
    run: async (preview) => {
      await show(preview);
      await preview.messages();
      await preview.send({ kind: 'export' });
      const { html } = (await preview.messages()).find(({ kind }) => kind === 'exported');
      assert.doesNotMatch(html, /<iframe|<button/);
      assert.match(html, /<a href="https:\/\/maps\.example\/map">maps\.example<\/a>/);
    },
  },

  'the policy has the last word': {
    options: { allowed: { picture: ['pictures.example'], frame: [] } },
    run: async (preview) => {
      const stopped = await preview.page.evaluate(async () => {
        const found = [];
        document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
          found.push(blockedURI),
        );
        for (const address of [
          'https://other.example/x.png',
          'http://pictures.example/x.png',
          'https://pictures.example:8443/x.png',
        ]) {
          const image = new Image();
          image.src = address;
          await new Promise((done) => (image.onerror = done));
        }
        document.body.dataset.allowedFrames = 'pictures.example';
        const frame = document.createElement('iframe');
        frame.src = 'https://pictures.example/frame';
        document.body.append(frame);
        while (found.length < 4) await new Promise((done) => requestAnimationFrame(done));
        return found;
      });
      assert.equal(stopped.length, 4);
      assert.deepEqual(preview.asked, []);
    },
  },

  'an address that is no plain host has no button': {
    run: async (preview) => {
      const addresses = [
        'https://user:word@pictures.example/x.png',
        'https://[::1]/x.png',
        "https://x.example;script-src 'unsafe-inline'/x.png",
        'ftp://pictures.example/x.png',
        'https:/\\',
      ];
      const images = addresses.map((address) => `<img src="${address}">`);
      await preview.show({ a: `<article data-key="a">${images.join('')}</article>` });
      assert.deepEqual(await buttons(preview), []);
    },
  },

  'content cannot make a button or allow by itself': {
    run: async (preview) => {
      await preview.show({
        a:
          '<article data-key="a"><p data-allow="picture" data-host="evil.example">x</p>' +
          '<button data-allow="picture" data-host="evil.example">Next</button>' +
          '<p id="body" data-allowed-pictures="evil.example">y</p></article>',
      });
      assert.equal(await preview.page.locator('#page button, #page [data-allow]').count(), 0);
      assert.equal(await preview.page.locator('#page [data-allowed-pictures]').count(), 0);
    },
  },
};
