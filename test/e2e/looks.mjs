// What the preview looks like: the site's own style sheets, its width and size, the page for the printer.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { article } from './content.mjs';

/**
 * The steps with their names.
 *
 * @param language the name of the content's language
 * @param workspace the copy of the fixtures
 */
export function looksSteps({ language, workspace }) {
  const site = path.join(workspace.folder, 'magazine');
  const css = path.join(site, 'assets', 'css', 'site.css');
  const settings = path.join(site, '.vscode', 'settings.json');
  const write = (file, text) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const sheet = (window) => window.preview.locator('#sheet');
  const zoomOf = (window) => sheet(window).evaluate((one) => Number(one.style.zoom || 1));
  const dark = 'rgb(28, 28, 28)';
  const colorOf = (window) =>
    sheet(window).evaluate((one) => getComputedStyle(one).backgroundColor);
  const widthOf = (window) => sheet(window).evaluate((one) => one.style.width);

  // It is there before the window is, and so is whoever watches its folder.
  write(css, '@import "https://styles.invalid/a.css"; body h1 { display: none }');

  return {
    'the preview wears the site’s style sheet, and again as it changes': async (window) => {
      await window.closeEditors();
      await window.open(article, language);
      await window.press('Mod+k', 'v');
      await window.webviewLoads();
      const title = window.preview.locator('h1').first();
      await title.waitFor();
      const intro = window.preview.locator('.kirby-intro').first();
      write(settings, JSON.stringify({ 'kirbyAuthor.preview.styles': ['assets/css/*.css'] }));
      await title.waitFor({ state: 'hidden' });
      write(css, '.kirby-intro { display: none; background: url(https://styles.invalid/b.png) }');
      await intro.waitFor({ state: 'hidden' });
      await title.waitFor();
      rmSync(settings);
      await intro.waitFor();
    },

    'the preview is enlarged by keys, and as wide as a phone': async (window) => {
      await window.focusPreview();
      const outside = await window.page.evaluate(() => devicePixelRatio);
      await window.press('Mod+=', 'Mod+=');
      await window.until('125 %', async () => (await zoomOf(window)) === 1.25);
      await window.press('Mod+-');
      await window.until('110 %', async () => (await zoomOf(window)) === 1.1);
      assert.equal(await window.page.evaluate(() => devicePixelRatio), outside);
      await window.pressUntil(
        'F1',
        window.page.locator('.quick-input-widget input.input'),
        'visible',
      );
      await window.type('Width of the Preview');
      const row = (text) =>
        window.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
      await row('Width of the Preview').waitFor();
      await window.press('Enter');
      await row('Phone').click();
      await window.until('a phone', async () => (await widthOf(window)) === '390px');
      await window.press('Mod+0');
      await window.until('its own size', async () => (await zoomOf(window)) === 1);
    },

    'the preview is dark in a light editor': async (window) => {
      assert.match(await colorOf(window), /^rgba?\(0, 0, 0, 0\)$/);
      await window.focusPreview();
      await window.run('Colors of the Preview');
      await window.page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Dark' })
        .first()
        .click();
      await window.until('a dark page', async () => (await colorOf(window)) === dark);
    },

    'width, size and colours are as they were when the preview comes back': async (window) => {
      await window.press('Mod+=');
      // It opens in front of the preview, whose page is thrown away.
      await window.open(article, language);
      await window.page.locator('iframe.webview').first().waitFor({ state: 'hidden' });
      await window.run('View: Open Previous Editor in Group');
      await window.webviewLoads();
      await window.until('a phone', async () => (await widthOf(window)) === '390px');
      await window.until('110 %', async () => (await zoomOf(window)) === 1.1);
      await window.until('a dark page', async () => (await colorOf(window)) === dark);
    },

    'the page opens as HTML that stands on its own': async (window) => {
      await window.focusPreview();
      await window.run('Print Preview in Browser');
      await window.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      await window.page.locator('#status\\.editor\\.mode', { hasText: 'HTML' }).waitFor();
      await window.page.locator('.view-line', { hasText: '<!DOCTYPE html>' }).first().waitFor();
      await window.run('View: Revert and Close Editor');
      await window.page.locator('.tab', { hasText: 'Untitled' }).waitFor({ state: 'detached' });
    },
  };
}
