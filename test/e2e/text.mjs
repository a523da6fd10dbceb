// Problems, their repair and completion in the text of a content file.
import assert from 'node:assert/strict';
import { broken } from './content.mjs';

/**
 * The steps with their names.
 *
 * @param content what `contentOf()` gives
 */
export function textSteps({ language, onDisk }) {
  return {
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
  };
}
