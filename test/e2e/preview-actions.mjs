// Rows and blocks are changed in the preview, by keyboard and by mouse; the text follows.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { article } from './content.mjs';

/**
 * The steps with their names. The preview of the article is open beside its text.
 *
 * @param content what `contentOf()` gives
 */
export function previewActionSteps({ onDisk, pathOf }) {
  const first = (window) => window.block('Un samedi matin, dix heures');
  const other = (window) => window.block('À midi, la bouilloire');
  const button = (window, name) =>
    window.preview.getByRole('toolbar').getByRole('button', { name, exact: true });
  const hasFocus = (window, text) =>
    window.preview.locator('[data-key]:focus', { hasText: text }).waitFor();
  const isSideBySide = async (window) => {
    const [left, right] = await Promise.all([
      first(window).boundingBox(),
      other(window).boundingBox(),
    ]);
    // Whatever is just being replaced has no place.
    return left === null || right === null ? undefined : right.x > left.x + left.width / 2;
  };
  /** Gives the keyboard to a block, as Tab and the arrows do. */
  const focus = async (window, target) => {
    await window.focusPreview();
    await target.focus();
  };
  /** Points at a block, and has its toolbar at once. */
  const point = async (window, target) => {
    await focus(window, target);
    await target.hover();
  };
  /** Undoes the last change from the preview: the text is what it was, to the byte. */
  const undone = async (window, before) => {
    await window.press('Mod+z');
    await window.page.locator('.tab.active:not(.dirty)', { hasText: 'Preview' }).waitFor();
    await window.page.locator('.tab:not(.dirty)', { hasText: 'article.txt' }).first().waitFor();
    assert.equal(onDisk(article), before);
  };
  const writtenBlock = 'Un immense besoin de savoir-faire';
  const textbox = (window) => window.preview.getByRole('textbox');
  /** Saves the text and waits until the file holds what it is to hold. */
  const saved = async (window, expected) => {
    await window.run('File: Save All');
    await window.until('the file', () => onDisk(article) === expected).catch(() => undefined);
    assert.equal(onDisk(article), expected);
  };

  return {
    'a key moves a block of the preview, and one undo takes it back': async (window) => {
      const before = onDisk(article);
      await window.go('start');
      await focus(window, first(window));
      await window.press('Alt+ArrowDown');
      await window.until('the block to be in the other column', async () => {
        return (await isSideBySide(window)) === false;
      });
      await hasFocus(window, 'Un samedi matin');
      await undone(window, before);
      await window.until('the block to be back', () => isSideBySide(window));
    },

    'a list of commands that is left gives the keyboard back to its block': async (window) => {
      await window.go('start');
      // Under the pointer nothing is to move.
      await window.page.mouse.move(0, 0);
      await focus(window, first(window));
      const list = window.page.locator('.quick-input-widget input.input');
      await window.pressUntil('F1', list, 'visible');
      await window.pressUntil('Escape', list, 'hidden');
      await hasFocus(window, 'Un samedi matin');
      await window.press('Shift+F10', 'ArrowRight', 'ArrowRight', 'Enter');
      await list.waitFor();
      await window.pressUntil('Escape', list, 'hidden');
      await window.preview.locator('[data-action="add"]:focus').waitFor();
      await window.press('Escape');
      await hasFocus(window, 'Un samedi matin');
    },

    'the toolbar hides a block, and shows it again': async (window) => {
      const before = onDisk(article);
      await point(window, first(window));
      await button(window, 'Hide').click();
      await window.preview
        .locator('.kirby-hidden', { hasText: 'Un samedi matin, dix heures' })
        .waitFor();
      await saved(window, before.replace('"isHidden":false', '"isHidden":true'));
      await button(window, 'Show').click();
      await window.preview
        .locator('.kirby-hidden', { hasText: 'Un samedi matin, dix heures' })
        .waitFor({ state: 'detached' });
      await saved(window, before);
    },

    'what is changed in the preview stays where it is on the screen': async (window) => {
      const before = onDisk(article);
      const size = window.page.viewportSize();
      // So low that the preview has to scroll to a block that the text shows below its first line.
      await window.page.setViewportSize({ ...size, height: 560 });
      await window.find('Un samedi matin, dix heures');
      await window.atRest();
      const place = () => window.preview.locator('body').evaluate(() => scrollY);
      const start = await place();
      assert.ok(start > 100, `the preview has scrolled to ${start}`);
      await point(window, first(window));
      await window.atRest();
      for (const [name, state] of [
        ['Hide', 'visible'],
        ['Show', 'detached'],
      ]) {
        await button(window, name).click();
        await window.preview.locator('.kirby-hidden', { hasText: 'Un samedi' }).waitFor({ state });
        await window.atRest();
        const now = await place();
        assert.ok(Math.abs(now - start) < 60, `it was at ${start} and is at ${now}`);
      }
      await window.page.setViewportSize(size);
      await saved(window, before);
    },

    'a block is added behind another one by keyboard, and deleted': async (window) => {
      const before = onDisk(article);
      await focus(window, first(window));
      await window.press('Shift+F10', 'ArrowRight', 'ArrowRight');
      await window.preview.locator('[data-action="add"]:focus').waitFor();
      await window.press('Enter');
      await window.page.locator('.quick-input-widget input.input').waitFor();
      await window.type('heading');
      await window.page
        .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'heading' })
        .first()
        .waitFor();
      await window.press('Enter');
      const empty = window.preview.locator('.kirby-block-heading', { hasText: 'Empty heading' });
      await empty.waitFor();
      await focus(window, empty);
      await window.press('Delete');
      await empty.waitFor({ state: 'detached' });
      await saved(window, before);
    },

    'a block is dragged to another column, its bytes with it': async (window) => {
      const before = onDisk(article);
      const { mouse } = window.page;
      await window.go('start');
      await point(window, other(window));
      await window.preview.locator('#grip').hover();
      await mouse.down();
      const box = await first(window).boundingBox();
      for (const by of [0, 1, 2]) await mouse.move(box.x + box.width / 2 + by, box.y + 10);
      await window.preview.locator('#gap').waitFor();
      await mouse.up();
      await window.until('the block to be in the other column', async () => {
        return (await isSideBySide(window)) === false;
      });
      const [source] = /\{"content":\{"text":"<p>\\u00c0 midi.*?"type":"text"\}/.exec(before);
      const blocks = /"columns":\[\{"blocks":\[/;
      const moved = before.replace(source, '').replace(blocks, (start) => `${start}${source},`);
      await saved(window, moved);
      await window.focusPreview();
      await window.press('Mod+z');
      await window.until('the block to be back', () => isSideBySide(window));
      await saved(window, before);
    },

    'a paragraph is written in the preview, and only its word changes': async (window) => {
      const before = onDisk(article);
      await window.go('start');
      await point(window, other(window));
      await button(window, 'Edit text').click();
      await textbox(window).waitFor();
      await window.press('End');
      await window.type(' Même ici.');
      await window.press('Enter');
      await textbox(window).waitFor({ state: 'detached' });
      await window.block('circuit court. Même ici.').waitFor();
      const end = 'circuit court<\\/strong>.';
      assert.ok(before.includes(end));
      await saved(window, before.replace(end, `${end} M\\u00eame ici.`));
      await focus(window, other(window));
      await window.press('Mod+z');
      await window.block('circuit court. Même ici.').waitFor({ state: 'detached' });
      await saved(window, before);
    },

    'what is written in the preview is not lost when another tab comes before it': async (
      window,
    ) => {
      const before = onDisk(article);
      const tab = (name) => window.page.locator('.tab', { hasText: name });
      await window.focusPreview();
      await window.open('magazine/site/blueprints/pages/article.yml', 'YAML');
      await tab('Preview').click();
      await window.webviewLoads();
      const heading = window.block(writtenBlock);
      await focus(window, heading);
      await window.press('F2');
      await textbox(window).waitFor();
      await window.type(' !!');
      await tab('article.yml').click();
      await window.page.locator('iframe.webview').waitFor({ state: 'hidden' });
      await saved(window, before.replace(writtenBlock, `${writtenBlock} !!`));
      await tab('article.yml').locator('.codicon-close').click();
      await window.webviewLoads();
      await focus(window, heading);
      await window.press('Mod+z');
      await window.block(`${writtenBlock} !!`).waitFor({ state: 'detached' });
      await saved(window, before);
    },

    'a heading is written by keyboard, Escape leaves it as it was': async (window) => {
      const before = onDisk(article);
      const heading = window.block(writtenBlock);
      await focus(window, heading);
      await window.press('F2');
      await textbox(window).waitFor();
      await window.type(' !!');
      await window.press('Escape');
      await hasFocus(window, writtenBlock);
      assert.equal(await window.block(`${writtenBlock} !!`).count(), 0);
      await window.press('F2');
      await textbox(window).waitFor();
      await window.type(' !!');
      await window.press('Enter');
      await window.block(`${writtenBlock} !!`).waitFor();
      await hasFocus(window, writtenBlock);
      await saved(window, before.replace(writtenBlock, `${writtenBlock} !!`));
      await focus(window, heading);
      await window.press('Mod+z');
      await window.block(`${writtenBlock} !!`).waitFor({ state: 'detached' });
      await saved(window, before);
    },

    'a text whose block is gone is not lost': async (window) => {
      const before = onDisk(article);
      await focus(window, window.block(writtenBlock));
      await window.press('F2');
      await textbox(window).waitFor();
      await window.type(' perdu');
      const [block] = new RegExp(
        `\\{"content":\\{"level":"h2","text":"${writtenBlock}"\\}.*?"type":"heading"\\}`,
      ).exec(before);
      const changed = before.replace(block, '');
      writeFileSync(pathOf(article), changed);
      const message = window.page.locator('.notification-toast', {
        hasText: 'The text could not be written',
      });
      await message.getByRole('button', { name: 'Copy the Text' }).click();
      await window.page.context().grantPermissions(['clipboard-read']);
      await window.until('the text to be copied', async () => {
        const copied = await window.page.evaluate(() => navigator.clipboard.readText());
        return copied === `${writtenBlock} perdu`;
      });
      assert.equal(onDisk(article), changed);
      writeFileSync(pathOf(article), before);
      await window.block(writtenBlock).waitFor();
    },
  };
}
