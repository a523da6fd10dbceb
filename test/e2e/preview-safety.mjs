// Hostile content in the preview of VS Code, and what axe says of it there.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { payloads } from '../webview/attack-corpus.mjs';
import { allBlocks } from './content.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const elsewhere = 'https://elsewhere.invalid';
const end = 'Nothing of all this has happened.';

/** The fields of a file with each hostile text in a block of each kind, and words behind them all. */
function hostile() {
  const contents = (text) => [
    { type: 'text', content: { text } },
    { type: 'heading', content: { text, level: 'h2' } },
    { type: 'markdown', content: { text } },
    { type: 'quote', content: { text, citation: text } },
    {
      type: 'image',
      content: { location: 'web', src: text, alt: text, caption: text, link: text },
    },
    { type: 'video', content: { url: text, caption: text } },
    { type: text, content: { text } },
  ];
  const texts = Object.values(payloads).map((text) =>
    text.replaceAll('ELSEWHERE_HOST', new URL(elsewhere).host).replaceAll('ELSEWHERE', elsewhere),
  );
  const blocks = [...texts.flatMap(contents), { type: 'text', content: { text: `<p>${end}</p>` } }];
  const withIds = blocks.map((block, index) => ({ ...block, id: `hostile-${index}` }));
  const layout = [{ attrs: {}, columns: [{ width: '1/1', blocks: withIds, id: 'c' }], id: 'r' }];
  // Kirby escapes it, and VS Code asks about a file that has it.
  const json = JSON.stringify(layout).replaceAll('\u2028', '\\u2028');
  return `Title: Hostile\n\n----\n\nLayout: ${json}\n`;
}

/** The frame of the preview's page: what runs in it is not held up by the page's policy. */
async function frameOf({ preview }) {
  const handle = await preview.locator('html').elementHandle();
  const frame = await handle?.ownerFrame();
  assert.ok(frame, 'the preview has a frame');
  return frame;
}

/**
 * The steps with their names.
 *
 * @param content what `contentOf()` gives
 */
export function previewSafetySteps({ language, pathOf, onDisk }) {
  return {
    'hostile content does nothing in the preview': async (window) => {
      const original = onDisk(allBlocks);
      await window.closeEditors();
      await window.open(allBlocks, language);
      await window.press('Mod+k', 'v');
      await window.webviewLoads();
      await window.block('Cette fiche montre').waitFor();
      const frame = await frameOf(window);
      await frame.evaluate(() => {
        globalThis.pwned = 0;
        globalThis.pwn = () => globalThis.pwned++;
      });
      try {
        writeFileSync(pathOf(allBlocks), hostile());
        await window.block(end).waitFor({ timeout: 30_000 });
        // Whatever was going to run by itself has had its turn when a frame has been painted.
        await frame.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
        );
        const found = await frame.evaluate(() => ({
          pwned: globalThis.pwned,
          blocks: document.querySelectorAll('#page .kirby-block').length,
          elements: [
            ...document.querySelectorAll(
              '#page :is(script, style, link, meta, base, iframe, object, embed, svg, math, form, input, video, audio)',
            ),
          ].map(({ outerHTML }) => outerHTML),
          handlers: [...document.querySelectorAll('#page *')].flatMap(({ attributes }) =>
            [...attributes].map(({ name }) => name).filter((name) => name.startsWith('on')),
          ),
        }));
        const count = Object.keys(payloads).length * 7 + 1;
        assert.deepEqual(found, { pwned: 0, blocks: count, elements: [], handlers: [] });
      } finally {
        // The step behind this one is about the page as it was.
        writeFileSync(pathOf(allBlocks), original);
        await window.block('Cette fiche montre').waitFor({ timeout: 30_000 });
      }
    },

    'axe finds nothing in the preview': async (window) => {
      const frame = await frameOf(window);
      await frame.evaluate(axe);
      const violations = await frame.evaluate(async (tags) => {
        const result = await globalThis.axe.run(document, { runOnly: tags });
        return result.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${id}: ${html}`),
        );
      }, criteria);
      assert.deepEqual(violations, []);
    },
  };
}
