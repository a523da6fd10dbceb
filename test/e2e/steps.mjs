// What an author does, in order: each step goes on where the one before it ended.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { looksSteps } from './looks.mjs';
import { mergeSteps } from './merge.mjs';
import { previewActionSteps } from './preview-actions.mjs';
import { sitePageSteps } from './site-page.mjs';

const article = 'magazine/content/magazines/1_reparer-ensemble/1_avant-propos/article.txt';
const broken = 'broken/content/01_unescaped-quote/article.txt';
const remote = 'magazine/content/magazines/2_carnet-d-atelier/1_toutes-les-briques/article.txt';

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

/** A picture that nothing mentions. */
const unused = {
  [`${about}/inutile.png`]: picture,
  [`${about}/inutile.png.txt`]: 'Alt: \n\n----\n\nUuid: inutile012345678',
};

/**
 * The steps with their names. `foreign` collects what was asked of other machines; in the file
 * `visits` the site's own page writes down who rendered it.
 */
export function steps({ manifest, workspace, foreign, visits }) {
  const pathOf = (name) => path.join(workspace.folder, ...name.split('/'));
  const onDisk = (name) => readFileSync(pathOf(name), 'utf8');
  const [language] = manifest.contributes.languages[0].aliases;
  const sitePage = sitePageSteps({ language, workspace, visits });
  const block = (window, text) =>
    window.preview.locator('[data-key][tabindex]', { hasText: text }).last();

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

  // They are there before the site is read.
  for (const [name, bytes] of Object.entries(unused)) writeFileSync(pathOf(name), bytes);

  return Object.entries({
    'a content file opens as one': async (window) => {
      await window.page.locator('.monaco-workbench').waitFor();
      await window.open(broken, language);
    },

    'another text file stays plain text': async (window) => {
      await window.open('hugo/content/notes.txt', 'Plain Text');
      await window.open(broken, language);
    },

    'the quote is underlined, and only the quote': async (window) => {
      await window.squiggles().first().waitFor();
      assert.equal(await window.squiggles().count(), 1);
      await window.hasTextAt(window.squiggles(), /^"mot/);
    },

    'hovering says what Kirby will do': async (window) => {
      await window.squiggles().first().hover({ force: true });
      const hover = window.page.locator('.monaco-hover:not(.hidden)', { hasText: 'Panel' });
      await hover.first().waitFor();
      await window.press('Escape');
    },

    'the quick fix mends the file': async (window) => {
      await window.go('start');
      await window.press('F8');
      await window.press('Escape', 'Mod+.');
      const fix = window.page.locator('.action-widget .action', { hasText: '3 blocks' }).first();
      await fix.waitFor();
      // The list takes keys, not clicks, while it opens.
      await window.press('Enter');
      await window.squiggles().first().waitFor({ state: 'detached' });
    },

    'saving writes the mended bytes and no others': async (window) => {
      await window.press('Mod+s');
      await window.page.locator('.tab.active:not(.dirty)').first().waitFor();
      const names = (text) => text.replace(/^Title: .*/, '').replace(/Uuid: \w+$/, '');
      assert.equal(names(onDisk(broken)), names(onDisk('broken/content/0_intact/article.txt')));
    },

    'a field name is completed by the keyboard': async (window) => {
      await window.go('end');
      await window.press('Enter', 'Enter');
      await window.type('----');
      await window.press('Enter', 'Enter');
      await window.type('Dict');
      const offered = window.page.locator('.suggest-widget.visible .monaco-list-row', {
        hasText: 'Dictionnary',
      });
      await window.press('Control+Space');
      await offered.first().waitFor();
      await window.press('Enter');
      await window.editor.locator('.view-line', { hasText: /^Dictionnary:/ }).waitFor();
      await window.run('File: Revert File');
      await window.editor
        .locator('.view-line', { hasText: /^Dictionnary:/ })
        .waitFor({ state: 'detached' });
    },

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

    'the structure of a page follows the cursor': async (window) => {
      for (const view of ['Where Used', 'Unused Files']) await window.collapse(view);
      await window.open(article, language);
      await window.page.locator('.pane-header', { hasText: 'Structure' }).first().waitFor();
      await window.run('Focus on Structure View');
      // The list of files leaves its place to the view.
      await fileList(window).click();
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
      const selected = async (text) => {
        await part(window, text).click();
        await window.hasTextAt(
          window.editor.locator('.selected-text'),
          new RegExp(`^\\{"content":\\{"text":"<p>${text.replace('À', String.raw`\\u00c0`)}`),
        );
      };
      await selected('Un samedi matin');
      await selected('À midi, la bouil');
      await window.press('Alt+ArrowUp');
      await window.page.locator('.tab.active.dirty').first().waitFor();
      await window.press('Alt+ArrowDown');
      const isBack = async () => (await partTexts(window)).join() === before.join();
      await window.until('the block to be back', isBack);
      // A click and keys right behind an undo.
      await window.press('Alt+ArrowUp');
      await window.until('the block to have moved', async () => !(await isBack()));
      await window.focusText();
      await window.press('Mod+z');
      await part(window, 'À midi, la bouil').click();
      await window.press('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowDown');
      await window.until('the block to be back', isBack);
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

    'Ctrl+K V opens the preview beside the text': async (window) => {
      await window.open(article, language);
      await window.press('Mod+k', 'v');
      await block(window, 'Un samedi matin, dix heures').waitFor();
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
          block(window, text).boundingBox(),
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
      await block(window, 'Dans les lycées professionnels').click();
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

    'a double click opens the text of a block beside the preview': async (window) => {
      await block(window, 'Le principe est le m').dblclick();
      await window.page.locator('.tab.active', { hasText: 'text · Avant-propos' }).waitFor();
      await window.editor.locator('.view-line', { hasText: 'Le principe est le' }).waitFor();
      await block(window, 'Le principe est le m').waitFor();
      await window.open(article, language);
      await window.go('start');
    },

    'broken JSON keeps the last good rendering, and says so': async (window) => {
      await window.find('Le principe est le m');
      await window.press('ArrowLeft');
      await window.type('"');
      await problem(window).waitFor();
      await block(window, 'Le principe est le même').waitFor();
      await window.squiggles().first().waitFor();
    },

    'the banner of the preview mends it': async (window) => {
      await window.preview.getByRole('button', { name: /fix/i }).click();
      await problem(window).waitFor({ state: 'detached' });
      await window.squiggles().first().waitFor({ state: 'detached' });
      await block(window, '"Le principe est le même').waitFor();
      await window.go('start');
      await window.run('File: Revert File');
      await block(window, '"Le principe').waitFor({ state: 'detached' });
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

    ...previewActionSteps({ article, block, onDisk }),

    'the preview survives a reload of the window': async (window) => {
      await window.page.reload();
      // The server starts a new extension host first.
      await block(window, 'Un samedi matin, dix heures').waitFor({ timeout: 60_000 });
    },

    'the Explorer opens a preview without opening the text': async (window) => {
      await window.run('View: Close All Editors');
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
      await window.preview.locator('h1').first().waitFor();
      assert.equal(await window.page.locator('.tab').count(), 1);
    },

    'pictures of other machines are not fetched': async (window) => {
      const text = onDisk(remote);
      const picture = '<img src=\\"https://tracker.invalid/pixel.gif\\"><p>Cette fiche montre';
      assert.ok(text.includes('<p>Cette fiche montre'));
      writeFileSync(pathOf(remote), text.replace('<p>Cette fiche montre', picture));
      await window.open(remote, language);
      await window.press('Mod+k', 'v');
      await block(window, 'Cette fiche montre').waitFor();
    },

    'pictures of a host are fetched once the author allows it, and not after that is taken back':
      async (window) => {
        const wasAsked = (what) =>
          window.until(what, () =>
            foreign.some((url) => url.startsWith('https://tracker.invalid/')),
          );
        const button = window.preview.getByRole('button', { name: 'from tracker.invalid' });
        await button.waitFor();
        assert.deepEqual(foreign, []);
        await button.click();
        await wasAsked('the host to be asked');
        await button.waitFor({ state: 'detached' });
        foreign.length = 0;
        // The window remembers it.
        await window.page.reload();
        await block(window, 'Cette fiche montre').waitFor({ timeout: 60_000 });
        await wasAsked('the host to be asked after a reload');
        foreign.length = 0;
        await window.run('Kirby Author: Forget the Sites That Previews May Load From');
        await button.waitFor();
        assert.deepEqual(foreign, []);
      },

    ...mergeSteps({ language, workspace }),
    ...looksSteps({ language, workspace }),
    ...sitePage,

    'no request leaves this machine': async () => {
      assert.deepEqual(foreign, []);
    },
  });
}
