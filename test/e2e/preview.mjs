// The preview beside the text.
import assert from 'node:assert/strict';
import { article } from './content.mjs';
import { previewActionSteps } from './preview-actions.mjs';

/**
 * The steps with their names.
 *
 * @param content what `contentOf()` gives
 */
export function previewSteps(content) {
  const { language, onDisk } = content;
  /** What the preview's banner says. */
  const problem = (window) => window.preview.getByRole('status').locator('li').first();

  /** Turns the wheel over something. */
  const scrollOver = async (window, target, by) => {
    const box = await target.boundingBox();
    await window.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await window.page.mouse.wheel(0, by);
  };

  /** Waits until the text shows what is at the top of the preview, in its upper half. */
  const showSame = async (window) => {
    let words = [];
    let lines = [];
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      words = await window.preview.locator('body').evaluate(() => {
        const bar = document.getElementById('bar')?.getBoundingClientRect().bottom ?? 0;
        // Columns stand side by side, and of a block only the end may be left.
        return [...document.querySelectorAll('[data-key]')]
          .filter((one) => !one.querySelector('[data-key]'))
          .filter((one) => one.getBoundingClientRect().bottom > bar + 1)
          .slice(0, 3)
          .flatMap((one) => one.textContent.match(/[A-Za-z ,.]{14,}/gu) ?? []);
      });
      lines = await window.editor.evaluate((editor) => {
        const { top, height } = editor.getBoundingClientRect();
        return [...editor.querySelectorAll('.view-line')]
          .filter((line) => line.getBoundingClientRect().top < top + height / 2)
          .map((line) => line.textContent.replaceAll('\u00a0', ' '));
      });
      if (words.some((word) => lines.some((line) => line.includes(word.trim())))) return;
      await window.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    throw new Error(`The preview shows ${words.join('|')}, the text ${lines.join('|')}`);
  };

  return {
    'Ctrl+K V opens the preview beside the text': async (window) => {
      await window.open(article, language);
      await window.press('Mod+k', 'v');
      await window.webviewLoads();
      await window.block('Un samedi matin, dix heures').waitFor();
      assert.equal(await window.page.locator('.editor-group-container').count(), 2);
      await window.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    },

    'the preview shows headings, pictures and columns': async (window) => {
      const { preview } = window;
      await preview.locator('h2', { hasText: 'Un immense besoin de savoir-faire' }).waitFor();
      await preview.getByText('Avant-propos').first().waitFor();
      const picture = preview.locator('img[src*="mains.jpg"]').first();
      await picture.scrollIntoViewIfNeeded();
      await picture.evaluate((image) => image.decode());
      assert.ok(
        (await picture.evaluate((image) => image.naturalWidth)) > 100,
        'a picture is painted',
      );
      const [left, right] = await Promise.all(
        ['Un samedi matin', 'À midi, la bouilloire'].map((text) =>
          window.block(text).boundingBox(),
        ),
      );
      assert.ok(
        Math.abs(left.y - right.y) < 40 && right.x > left.x + left.width / 2,
        'halves are side by side',
      );
    },

    'the preview follows every keystroke, unsaved': async (window) => {
      const before = onDisk(article);
      await window.go('start');
      await window.press('End');
      await window.type(' et compagnie');
      await window.preview.getByText('Avant-propos et compagnie').first().waitFor();
      assert.equal(onDisk(article), before);
      await window.run('File: Revert File');
      await window.preview
        .getByText('Avant-propos et compagnie')
        .first()
        .waitFor({ state: 'detached' });
    },

    'clicking a block selects it in the text': async (window) => {
      await window.block('Dans les lycées professionnels').click();
      await window.hasTextAt(
        window.editor.locator('.selected-text'),
        /^\{"content":\{"text":"<p>Dans les lyc/,
      );
    },

    'the cursor in the text marks its block': async (window) => {
      await window.find('Le principe est le m');
      await window.preview
        .locator('[aria-current="true"]', { hasText: 'Le principe est le même' })
        .first()
        .waitFor();
    },

    'scrolling the preview brings the same block to the top of the text': async (window) => {
      await window.go('start');
      await window.until('the preview to be at its top', () =>
        window.preview.locator('body').evaluate(() => scrollY < 400),
      );
      await window.until('the preview to scroll', async () => {
        await scrollOver(window, window.page.locator('iframe.webview').first(), 500);
        return window.preview.locator('body').evaluate(() => scrollY > 1500);
      });
      await showSame(window);
    },

    'scrolling the text brings the same block to the top of the preview': async (window) => {
      // Whoever scrolled last leads for a moment, so the hand turns on until it does.
      await window.until('the preview to be at its top', async () => {
        await scrollOver(window, window.editor, -5000);
        return window.preview.locator('body').evaluate(() => scrollY < 50);
      });
      await window.until('the preview to follow', async () => {
        await scrollOver(window, window.editor, 300);
        return window.preview.locator('body').evaluate(() => scrollY > 1000);
      });
      await showSame(window);
      await window.go('start');
    },

    'the text does not scroll the preview while it is written': async (window) => {
      await window.find('Un samedi matin, dix heures');
      await window.press('ArrowRight');
      // A cursor that has just moved leads the preview by itself.
      await window.atRest();
      await window.preview.locator('body').evaluate(() => {
        globalThis.told = [];
        addEventListener('message', ({ data }) => globalThis.told.push(data.kind));
      });
      for (const text of ['un', 'un deux', 'un deux trois']) {
        await window.type(` ${text.split(' ').at(-1)}`);
        await window.block(text).waitFor();
        await window.atRest();
      }
      const told = await window.preview.locator('body').evaluate(() => globalThis.told);
      assert.ok(told.includes('update'));
      assert.ok(!told.includes('scroll'), told.join());
      await window.run('File: Revert File');
      await window.block('un deux trois').waitFor({ state: 'detached' });
    },

    'a double click opens the text of a block beside the preview': async (window) => {
      await window.block('Le principe est le m').dblclick();
      await window.page.locator('.tab.active', { hasText: 'text · Avant-propos' }).waitFor();
      await window.editor.locator('.view-line', { hasText: 'Le principe est le' }).waitFor();
      await window.block('Le principe est le m').waitFor();
      await window.open(article, language);
      await window.go('start');
    },

    'broken JSON keeps the last good rendering, and says so': async (window) => {
      await window.find('Le principe est le m');
      await window.press('ArrowLeft');
      await window.type('"');
      await problem(window).waitFor();
      await window.block('Le principe est le même').waitFor();
      await window.squiggles().first().waitFor();
    },

    'the banner of the preview mends it': async (window) => {
      await window.preview.getByRole('button', { name: /fix/i }).click();
      await problem(window).waitFor({ state: 'detached' });
      await window.squiggles().first().waitFor({ state: 'detached' });
      await window.block('"Le principe est le même').waitFor();
      await window.go('start');
      await window.run('File: Revert File');
      await window.block('"Le principe').waitFor({ state: 'detached' });
    },

    'the preview works by keyboard alone': async (window) => {
      await window.go('start');
      await window.focusPreview();
      await window.press('Tab', 'Home');
      const focused = window.preview.locator('[data-key]:focus');
      await focused.waitFor();
      // Down to the first block, which says what it is.
      const label = async () => (await focused.getAttribute('aria-label')) ?? '';
      for (let presses = 0; presses < 12 && !/block/i.test(await label()); presses++) {
        await window.press('ArrowDown');
      }
      assert.match(await label(), /text block/i);
      await window.press('Enter');
      await window.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
      await window.hasTextAt(
        window.editor.locator('.selected-text'),
        /^\{"content":\{"text":"<p>Un samedi matin/,
      );
    },

    ...previewActionSteps(content),

    'the preview survives a reload of the window': async (window) => {
      await window.reload(article);
      // The server starts a new extension host first.
      await window.page.locator('iframe.webview').waitFor({ timeout: 60_000 });
      await window.webviewLoads();
      await window.block('Un samedi matin, dix heures').waitFor({ timeout: 60_000 });
    },

    'the Explorer opens a preview without opening the text': async (window) => {
      await window.closeEditors();
      await window.run('File: Focus on Files Explorer');
      await window.press('Home');
      const row = (text) =>
        window.page
          .locator('.explorer-folders-view .monaco-list-row')
          .filter({ has: window.page.getByText(text, { exact: true }) })
          .first();
      for (const name of ['magazine', 'content', 'a-propos']) {
        if ((await row(name).getAttribute('aria-expanded')) === 'false') await row(name).click();
      }
      await row('default.txt').click({ button: 'right' });
      const menu = window.page.locator('.monaco-menu .action-label', {
        hasText: 'Open Preview',
      });
      await menu.first().waitFor();
      await window.press('ArrowDown');
      await menu.first().click();
      await window.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
      await window.webviewLoads();
      await window.preview.locator('h1').first().waitFor();
      assert.equal(await window.page.locator('.tab').count(), 1);
    },
  };
}
