// Rows and blocks in the view *Structure*, and by keys in the text.
import assert from 'node:assert/strict';
import { article } from './content.mjs';

/**
 * The steps with their names.
 *
 * @param content what `contentOf()` gives
 */
export function structureSteps({ language }) {
  /** A line of the view *Structure*, by what a screen reader says of it. */
  const part = (window, text) => parts(window).and(window.page.locator(`[aria-label*="${text}"]`));
  const fileList = (window) =>
    window.page.locator('.pane-header', { hasText: /workspace/i }).first();
  const parts = (window) =>
    window.page.locator('.pane', { hasText: 'Structure' }).locator('[role="treeitem"]');
  const selectedPart = (window, text) =>
    part(window, text).and(window.page.locator('.selected')).first();
  const partTexts = (window) =>
    parts(window).evaluateAll((all) =>
      all
        .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((one) => one.getAttribute('aria-label') ?? ''),
    );

  /** Clicks a line until it is selected: a list that is just drawn again moves its lines. */
  const choose = (window, text, how) =>
    window.until(`“${text}” to be selected`, async () => {
      await part(window, text).first().click(how);
      const chosen = selectedPart(window, text).waitFor({ timeout: 2_000 });
      return chosen.then(
        () => true,
        () => false,
      );
    });

  /** Clicks a line in the same moment as it is found: a list that is just drawn again moves its lines. */
  const clickAtOnce = (line) =>
    line.evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      const at = { clientX: left + 40, clientY: top + height / 2, button: 0, detail: 1 };
      const target = document.elementFromPoint(at.clientX, at.clientY) ?? element;
      for (const [Kind, type] of [
        [PointerEvent, 'pointerdown'],
        [MouseEvent, 'mousedown'],
        [PointerEvent, 'pointerup'],
        [MouseEvent, 'mouseup'],
        [MouseEvent, 'click'],
      ])
        target.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, ...at }));
    });

  return {
    'the structure of a page follows the cursor': async (window) => {
      for (const view of ['Where Used', 'Unused Files']) await window.collapse(view);
      await window.open(article, language);
      // The view follows the cursor, and draws only what there is room for.
      await window.go('start');
      await window.page.locator('.pane-header', { hasText: 'Structure' }).first().waitFor();
      // The list of files leaves its place to the view.
      await fileList(window).click();
      await window.run('Focus on Structure View');
      await window.press('Home');
      await part(window, 'Un samedi matin').first().waitFor();
      await window.find('Un samedi matin');
      await selectedPart(window, 'Un samedi matin').waitFor();
    },

    'a block that is clicked in the structure is selected in the text': async (window) => {
      await part(window, 'À midi, la bouilloire').click();
      await window.hasTextAt(
        window.editor.locator('.selected-text'),
        /^\{"content":\{"text":"<p>\\u00c0 midi, la bouil/,
      );
      await selectedPart(window, 'À midi, la bouilloire').waitFor();
    },

    'the structure stays while the text of a block is written in its tab': async (window) => {
      await window.find('Un samedi matin');
      await window.run('Edit Block Text');
      await window.page.locator('.tab.active', { hasText: 'text · Avant-propos' }).waitFor();
      const line = window.editor.locator('.view-line', { hasText: 'Un samedi matin' }).first();
      await line.waitFor();
      await window.find('<p>');
      await window.press('ArrowRight');
      await window.type('Bientôt : ');
      await part(window, 'Bientôt : Un samedi matin').first().waitFor();
      await window.open(article, language);
      await window.run('File: Revert File');
      await part(window, 'Bientôt').first().waitFor({ state: 'detached' });
      await part(window, 'À midi, la bouilloire').first().waitFor();
    },

    'a block is dragged to another column': async (window) => {
      const before = await partTexts(window);
      await part(window, 'À midi, la bouilloire').dragTo(part(window, 'Un samedi matin'));
      await window.page.locator('.tab.active.dirty').first().waitFor();
      await window.until('the block to stand before the other', async () => {
        const now = await partTexts(window);
        const index = now.findIndex((text) => text.includes('À midi'));
        return index >= 0 && now[index + 1]?.includes('Un samedi matin');
      });
      assert.equal((await partTexts(window)).length, before.length);
      await window.focusText();
      await window.press('Mod+z');
      await window.page.locator('.tab.active:not(.dirty)').first().waitFor();
      await window.until('the block to be back', async () => {
        const now = await partTexts(window);
        return now.join() === before.join();
      });
    },

    'keys move and hide what is selected in the structure': async (window) => {
      const before = await partTexts(window);
      const home = before.findIndex((text) => text.includes('À midi'));
      const selected = async (text) => {
        await choose(window, text);
        await window.hasTextAt(
          window.editor.locator('.selected-text'),
          new RegExp(`^\\{"content":\\{"text":"<p>${text.replace('À', String.raw`\\u00c0`)}`),
        );
      };
      /** Waits until the block stands so many lines above the one where it was at first. */
      const stands = (lines) =>
        window.until(`the block to stand ${lines} lines above its place`, async () => {
          const now = await partTexts(window);
          return now.length === before.length && now[home - lines]?.includes('À midi');
        });
      await selected('Un samedi matin');
      await selected('À midi, la bouil');
      await window.press('Alt+ArrowUp');
      await stands(1);
      await window.press('Alt+ArrowDown');
      await stands(0);
      await window.press('Alt+ArrowUp');
      await stands(1);
      // A click and keys right behind an undo.
      await window.focusText();
      await window.press('Mod+z');
      await clickAtOnce(part(window, 'À midi, la bouil'));
      await window.press('Alt+ArrowUp', 'Alt+ArrowUp');
      await stands(2);
      await window.press('Alt+ArrowDown', 'Alt+ArrowDown');
      await stands(0);
      assert.deepEqual(await partTexts(window), before);
      await selected('À midi, la bouil');
      await window.run('Hide Block');
      await part(window, 'hidden, À midi').first().waitFor();
      await window.focusText();
      await window.run('File: Revert File');
      await part(window, 'hidden, À midi').first().waitFor({ state: 'detached' });
      await fileList(window).click();
      await window.focusText();
    },

    'keys in the text move the block that the cursor is in, and lines elsewhere': async (
      window,
    ) => {
      await window.open(article, language);
      await window.find('midi, la bouil');
      const firstLine = () =>
        window.editor
          .locator('.view-line')
          .evaluateAll(
            (all) =>
              all.toSorted(
                (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
              )[0]?.textContent,
          );
      await window.press('Alt+ArrowUp');
      await window.page.locator('.tab.active.dirty').first().waitFor();
      await window.hasTextAt(window.editor.locator('.selected-text'), /^midi,.la.bouil/);
      await window.press('Mod+z');
      await window.page.locator('.tab.active:not(.dirty)').first().waitFor();
      await window.go('start');
      assert.match((await firstLine()) ?? '', /^Title/);
      await window.press('Alt+ArrowDown');
      await window.until('the first line to have moved', async () => {
        return !(await firstLine())?.startsWith('Title');
      });
      await window.run('File: Revert File');
      await window.page.locator('.tab.active:not(.dirty)').first().waitFor();
    },

    'what is selected together in the structure moves together, and what is taken out stays':
      async (window) => {
        await fileList(window).click();
        await window.run('Focus on Structure View');
        await window.press('Home');
        const [first, second] = ['Un samedi matin', 'À midi, la bouil'];
        await choose(window, first);
        const withMod = { modifiers: ['ControlOrMeta'] };
        await choose(window, second, withMod);
        const before = await partTexts(window);
        for (const key of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowUp', 'Alt+ArrowUp']) {
          const shown = (await partTexts(window)).join();
          await window.press(key);
          await window.until(`${key} to move both`, async () => {
            return (await partTexts(window)).join() !== shown;
          });
          await selectedPart(window, first).waitFor();
          await selectedPart(window, second).waitFor();
        }
        assert.deepEqual(await partTexts(window), before);
        await part(window, second).click(withMod);
        await part(window, second).and(window.page.locator(':not(.selected)')).first().waitFor();
        await window.press('Delete');
        await part(window, first).first().waitFor({ state: 'detached' });
        assert.ok((await partTexts(window)).some((text) => text.includes(second)));
        await window.focusText();
        await window.run('File: Revert File');
        await part(window, first).first().waitFor();
        await fileList(window).click();
        await window.focusText();
      },

    'undo in the structure leaves the keyboard there': async (window) => {
      const first = 'Un samedi matin';
      await fileList(window).click();
      await choose(window, first);
      await window.press('Delete');
      await part(window, first).first().waitFor({ state: 'detached' });
      await window.press('Mod+z');
      await selectedPart(window, first).waitFor();
      await window.page.locator('.tab.active:not(.dirty)').first().waitFor();
      const list = window.page.locator('.pane', { hasText: 'Structure' }).locator('.monaco-list');
      await list.and(window.page.locator(':focus')).waitFor();
      await window.press('Mod+Shift+z');
      await part(window, first).first().waitFor({ state: 'detached' });
      await list.and(window.page.locator(':focus')).waitFor();
      await window.press('Mod+z');
      await part(window, first).first().waitFor();
    },

    'a paste that waits for the browser holds nothing up': async (window) => {
      const first = 'Un samedi matin';
      await choose(window, first);
      await window.press('Mod+v');
      const message = window.page.locator('.notifications-toasts .notification-list-item', {
        hasText: 'Unable to read from the browser',
      });
      await message.waitFor();
      await window.press('Delete');
      await part(window, first).first().waitFor({ state: 'detached' });
      await message.hover();
      await message.locator('.codicon-notifications-clear').click();
      await message.waitFor({ state: 'detached' });
      await window.focusText();
      await window.run('File: Revert File');
      await part(window, first).first().waitFor();
      await fileList(window).click();
      await window.focusText();
    },

    'the menu of a block in the structure opens its text': async (window) => {
      await part(window, 'À midi, la bouilloire').click({ button: 'right' });
      const item = window.page.locator('.monaco-menu .action-label', {
        hasText: 'Edit Block Text',
      });
      await item.first().waitFor();
      // A menu that has just opened does not take a click yet.
      await window.until('the menu to take a click', async () => {
        if (await item.first().isVisible()) await item.first().click();
        return !(await item.first().isVisible());
      });
      await window.page.locator('.tab.active', { hasText: 'text · Avant-propos' }).waitFor();
      await window.editor.locator('.view-line', { hasText: 'la bouilloire' }).first().waitFor();
      await window.open(article, language);
    },
  };
}
