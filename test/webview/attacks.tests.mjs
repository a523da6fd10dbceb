// Hostile content the whole way: rendered by the server, as it stands in texts, blocks, tags, names of
// files, metadata and blueprints, and shown by the page in a real browser.
import assert from 'node:assert/strict';
import { burdens, payloads, siteOf } from './attack-corpus.mjs';
import { renderedPage } from './rendering.mjs';

async function attack(preview, text) {
  const aimed = text
    .replaceAll('ELSEWHERE_HOST', new URL(preview.elsewhere).host)
    .replaceAll('ELSEWHERE', preview.elsewhere);
  await preview.page.evaluate(() => {
    globalThis.pwned = 0;
    globalThis.pwn = () => globalThis.pwned++;
  });
  const { page, files } = siteOf(aimed);
  const { roots, fragments } = await renderedPage(files, page);
  assert.ok(Object.keys(fragments).length > 25, 'the content is not all there');
  await preview.show(fragments, { roots });
  const found = await preview.page.evaluate(() =>
    [...document.querySelectorAll('#page *:not(button.kirby-allow)')].flatMap((element) =>
      [...element.attributes]
        .map(({ name, value }) => [element.localName, name, value])
        .concat([[element.localName, '', '']]),
    ),
  );
  for (const [element, name, value] of found) {
    const where = `<${element} ${name}="${value}">`;
    assert.doesNotMatch(
      element,
      /^(?:script|style|link|meta|base|i?frame|object|embed|svg|math|form|input|button|textarea|template|noscript|video|audio)$/,
    );
    assert.doesNotMatch(name, /^(?:on.*|style|srcset|srcdoc|action|formaction|background)$/, where);
    if (name === 'src') assert.ok(value.startsWith(preview.base), where);
    if (name === 'href')
      assert.doesNotMatch(value, /^\s*(?:javascript|data|vbscript|file):/i, where);
  }
  // The page's own buttons ask for a host, and have nothing else of the content.
  for (const button of await preview.page.locator('#page button').all()) {
    assert.match(
      await button.evaluate((element) => element.outerHTML),
      /^<button type="button" class="kirby-allow" data-allow="(?:picture|frame)" data-host="([\w.:-]+)">Show [\w ]+ \1[a-z ]*<\/button>$/,
    );
  }
  for (const link of await preview.page.locator('#page a').all()) await link.dispatchEvent('click');
  // Whatever was going to load or run by itself has had its turn when a frame has been painted.
  await preview.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))),
  );
  assert.equal(await preview.page.evaluate(() => globalThis.pwned), 0, 'a script ran');
  assert.equal(new URL(preview.page.url()).pathname, '/', 'the page went elsewhere');
  // The page is whole: each fragment is there once, and its shell is its own.
  const keys = await preview.page.evaluate(() =>
    [...document.querySelectorAll('#page [data-key]')]
      .filter(({ localName }) => localName !== 'kirby-slot')
      .map(({ dataset }) => dataset.key),
  );
  assert.deepEqual(keys.sort(), Object.keys(fragments).sort());
  assert.equal(await preview.page.locator('#page').count(), 1);
  assert.ok(await preview.page.locator('#page').isVisible());
}

async function burden(preview, text) {
  const page = 'content/1_a/long.txt';
  const files = {
    [page]: `Title: Long\n\n----\n\nText: ${text}\n\n----\n\nBlocks: ${JSON.stringify([
      { type: 'markdown', content: { text } },
      { type: 'text', content: { text } },
      { type: 'quote', content: { text, citation: text } },
    ])}`,
    'site/blueprints/pages/long.yml':
      'fields:\n  text:\n    type: textarea\n  blocks:\n    type: blocks',
  };
  const { roots, fragments } = await renderedPage(files, page);
  await preview.show(fragments, { roots });
  assert.equal(await preview.page.locator('[data-key="title"]').innerText(), 'Long');
}

export const tests = {
  ...Object.fromEntries(
    Object.entries(payloads).map(([title, text]) => [
      `${title} does nothing anywhere`,
      { run: (preview) => attack(preview, text) },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(burdens).map(([title, text]) => [
      `${title} do not freeze the page`,
      { run: (preview) => burden(preview, text) },
    ]),
  ),
};
