// Pictures and other files of a page: dropped, found, renamed and deleted.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allBlocks, article } from './content.mjs';

/** The UUID of the one partner of the article, and where a picture goes that is dropped there. */
const partner = 'aHJS8y8mZzQgmi80';
const dropped = path.posix.join(path.posix.dirname(article), 'une-image-1.png');

/** One red pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

const about = 'magazine/content/a-propos';
const logo = path.posix.join(path.posix.dirname(article), 'logo-repair-cafe.png');

/** A picture that one block of the article shows. */
const photo = path.posix.join(path.posix.dirname(article), 'mains.jpg');

/** A picture that nothing mentions. */
const unused = {
  [`${about}/inutile.png`]: picture,
  [`${about}/inutile.png.txt`]: 'Alt: \n\n----\n\nUuid: inutile012345678',
};

/**
 * The steps with their names.
 *
 * @param content what `contentOf()` gives
 */
export function fileSteps({ language, pathOf, onDisk }) {
  // They are there before the site is read.
  for (const [name, bytes] of Object.entries(unused)) writeFileSync(pathOf(name), bytes);

  return {
    'a picture that is dropped is copied, described and mentioned': async (window) => {
      await window.open(article, language);
      await window.find(partner);
      await window.drop('Une Image (1).PNG', picture);
      await window.editor.locator('.view-line', { hasText: /^-\sfile:\/\/[a-z\d]{16}/ }).waitFor();
      assert.deepEqual(readFileSync(pathOf(dropped)), picture);
      assert.match(onDisk(`${dropped}.txt`), /^Alt: \n\n----\n\n[^]*Uuid: [a-z\d]{16}$/);
    },

    'undoing it leaves no trace': async (window) => {
      await window.press('Mod+z');
      await window.editor
        .locator('.view-line', { hasText: /^-\sfile:\/\/[a-z\d]{16}$/ })
        .waitFor({ state: 'detached' });
      await window.until('the files to be gone', () =>
        [dropped, `${dropped}.txt`].every((name) => !existsSync(pathOf(name))),
      );
      await window.page.locator('.tab.active:not(.dirty)').first().waitFor();
    },

    'a picture that is dropped into the tab of a Markdown text is mentioned in it, and undo takes it back':
      async (window) => {
        const before = onDisk(allBlocks);
        const name = path.posix.join(path.posix.dirname(allBlocks), 'une-image-1.png');
        await window.open(allBlocks, language);
        await window.find('aussi (link:');
        await window.run('Edit Block Text');
        await window.page.locator('.tab.active', { hasText: 'markdown · Toutes' }).waitFor();
        await window.editor.locator('.view-line', { hasText: /^2\.\sun\sdomino$/ }).waitFor();
        await window.find('un domino');
        await window.drop('Une Image (1).PNG', picture);
        const mention = window.editor.locator('.view-line', {
          hasText: /^2\.\sun\sdomino\(image:\sune-image-1\.png\)$/,
        });
        await mention.waitFor();
        assert.deepEqual(readFileSync(pathOf(name)), picture);
        await window.press('Mod+z');
        await mention.waitFor({ state: 'detached' });
        await window.until('the files to be gone', () =>
          [name, `${name}.txt`].every((one) => !existsSync(pathOf(one))),
        );
        await window.press('Mod+s');
        await window.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
        assert.equal(onDisk(allBlocks), before);
        await window.closeEditors();
        await window.open(article, language);
      },

    'an address pasted over words makes a link': async (window) => {
      await window.go('start');
      await window.press('End', 'Enter');
      await window.type('https://example.org');
      await window.press('Shift+Home', 'Mod+x');
      await window.find('Un samedi matin');
      await window.press('Mod+v');
      const link = '"<p><a href=\\"https:\\/\\/example.org\\">Un samedi matin<\\/a>, dix heures.';
      await window.editor.locator('.view-line', { hasText: link }).first().waitFor();
      await window.run('File: Revert File');
      await window.editor
        .locator('.view-line', { hasText: link })
        .first()
        .waitFor({ state: 'detached' });
    },

    'Where Used says what it is for while nothing is open': async (window) => {
      await window.closeEditors();
      await window.run('Show Where This Is Used');
      await window.page
        .locator('.pane', { hasText: 'Where Used' })
        .getByText('Open a page or a file of a Kirby site to see where it is used.')
        .waitFor();
    },

    'Where Used lists the places, and a click goes to the very one': async (window) => {
      await window.open(article, language);
      await window.find(partner);
      await window.run('Show Where This Is Used');
      const rows = window.rowsOf('Where Used');
      await rows.filter({ hasText: 'La bibliothèque des outils' }).waitFor();
      assert.equal(await rows.count(), 4);
      await rows.nth(3).click();
      await window.page.locator('.tab.active', { hasText: 'article.txt' }).waitFor();
      await window.page
        .locator('.breadcrumbs-control', { hasText: '3_la-bibliotheque-des-outils' })
        .first()
        .waitFor();
      await window.hasTextAt(
        window.editor.locator('.selected-text'),
        new RegExp(`^file://${partner}`),
      );
    },

    'Unused Files lists them, and deletes one with its metadata': async (window) => {
      await window.run('Focus on Unused Files View');
      const row = window.rowsOf('Unused Files').filter({ hasText: 'inutile.png' });
      await row.waitFor();
      await row.hover();
      await row.locator('.action-label[aria-label^="Delete File"]').click();
      await window.answer('Delete inutile.png', 'Delete');
      await window.until('the files to be gone', () =>
        Object.keys(unused).every((name) => !existsSync(pathOf(name))),
      );
      await row.waitFor({ state: 'detached' });
    },

    'Unused Files follows the disk, and tells the sites of a workspace apart': async (window) => {
      const names = ['magazine/content/neuf.png', 'bilingual/content/neuf.png'];
      const rows = window.rowsOf('Unused Files');
      const folders = names.map((name) =>
        rows.and(window.page.locator(`[aria-label$=", ${path.posix.dirname(name)}"]`)),
      );
      await window.run('Focus on Unused Files View');
      // The list of files leaves its place to the view.
      const fileList = window.page.locator('.pane-header', { hasText: /workspace/i }).first();
      await fileList.click();
      for (const [at, name] of names.entries()) {
        writeFileSync(pathOf(name), picture);
        await folders[at].waitFor();
      }
      await folders[0].waitFor();
      for (const [at, name] of names.entries()) {
        rmSync(pathOf(name));
        await folders[at].waitFor({ state: 'detached' });
      }
      await fileList.click();
    },

    'F2 on a mention renames the file, after one question, and undo takes it back': async (
      window,
    ) => {
      const page = `${about}/default.txt`;
      const before = onDisk(page);
      await window.open(page, language);
      await window.find('equipe.jpg');
      await window.press('ArrowRight', 'ArrowLeft', 'F2');
      const input = window.page.locator('.rename-box input');
      await input.waitFor();
      await input.fill('redaction.jpg');
      await window.press('Enter');
      await window.answer('refactoring changes', 'OK');
      const mention = window.editor.locator('.view-line', { hasText: /image:.redaction\.jpg/u });
      await mention.waitFor();
      const names = ['', '.txt'].map((end) => `${about}/redaction.jpg${end}`);
      await window.until('the file and its metadata', () =>
        names.every((name) => existsSync(pathOf(name))),
      );
      await window.focusText();
      await window.press('Mod+z');
      await mention.waitFor({ state: 'detached' });
      await window.until('the old names', () =>
        names.every(
          (name) =>
            !existsSync(pathOf(name)) && existsSync(pathOf(name.replace('redaction', 'equipe'))),
        ),
      );
      await window.run('File: Revert File');
      assert.equal(onDisk(page), before);
      // The views know of it as soon as the server does.
      await window
        .rowsOf('Unused Files')
        .filter({ hasText: 'redaction.jpg' })
        .waitFor({ state: 'detached' });
    },

    'deleting a file that is mentioned takes its metadata along, and tells where': async (
      window,
    ) => {
      const names = [logo, `${logo}.txt`];
      const before = names.map((name) => readFileSync(pathOf(name)));
      // The list of files needs the room that the views before it have taken.
      for (const view of ['Where Used', 'Unused Files']) await window.collapse(view);
      await window.open(article, language);
      await window.run('File: Reveal Active File in Explorer View');
      const name = window.page.getByText('logo-repair-cafe.png', { exact: true });
      await window.page.locator('.explorer-folders-view').locator(name).first().click();
      await window.page.locator('.tab.active', { hasText: 'logo-repair-cafe.png' }).waitFor();
      await window.press('Delete');
      await window.answer('logo-repair-cafe.png', /Delete|Move to Trash/);
      await window.answer('refactoring changes', 'OK');
      const warning = window.page.locator('.notifications-toasts .notification-list-item', {
        hasText: 'The content still mentions logo-repair-cafe.png in 2 places.',
      });
      await warning.waitFor();
      await window.until('both to be gone', () => names.every((name) => !existsSync(pathOf(name))));
      await warning.getByRole('button', { name: 'Show Places' }).click();
      await window.page.locator('.reference-zone-widget', { hasText: 'Locations (2)' }).waitFor();
      await window.press('Escape');
      for (const [at, name] of names.entries()) writeFileSync(pathOf(name), before[at]);
    },

    'the one place that mentions a deleted file is shown, however long its line': async (
      window,
    ) => {
      const names = [photo, `${photo}.txt`];
      const before = names.map((name) => readFileSync(pathOf(name)));
      await window.open(article, language);
      await window.go('start');
      const name = window.page.getByText('mains.jpg', { exact: true });
      await window.page.locator('.explorer-folders-view').locator(name).first().click();
      await window.page.locator('.tab.active', { hasText: 'mains.jpg' }).waitFor();
      await window.press('Delete');
      await window.answer('mains.jpg', /Delete|Move to Trash/);
      await window.answer('refactoring changes', 'OK');
      const warning = window.page.locator('.notifications-toasts .notification-list-item', {
        hasText: 'The content still mentions mains.jpg in one place.',
      });
      await warning.waitFor();
      await warning.getByRole('button', { name: 'Show Places' }).click();
      await window.hasTextAt(window.editor.locator('.selected-text'), /^file:\\\/\\\/\w{16}"/);
      for (const [at, name] of names.entries()) writeFileSync(pathOf(name), before[at]);
    },
  };
}
