// A merge conflict of a layout, resolved with the keyboard.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const article =
  'magazine/content/magazines/1_reparer-ensemble/2_le-grille-pain-de-madame-lopez/article.txt';

/**
 * The steps with their names.
 *
 * @param language the name of the content's language
 * @param workspace the copy of the fixtures
 */
export function mergeSteps({ language, workspace }) {
  const file = path.join(workspace.folder, ...article.split('/'));

  return {
    'the preview asks which side of a merge conflict stays': async (window) => {
      const original = readFileSync(file, 'utf8');
      const [layout] = /^Layout: \[.*$/mu.exec(original);
      const side = (word) => layout.replace('"text":"<p>', `"text":"<p>${word} `);
      const marked = `<<<<<<< HEAD\n${side('Ici')}\n=======\n${side('Ailleurs')}\n>>>>>>> x`;
      const conflict = original.replace(layout, () => marked);
      writeFileSync(file, conflict);
      await window.closeEditors();
      await window.open(article, language);
      await window.squiggles().first().waitFor();
      await window.press('Mod+k', 'v');
      await window.preview.getByRole('button', { name: 'Fix' }).click();
      const list = window.page.locator('.quick-input-widget');
      await list.locator('.monaco-list-row.focused', { hasText: 'Ici ' }).waitFor();
      await window.press('Escape');
      await list.waitFor({ state: 'hidden' });
      // Nothing was chosen.
      assert.equal(await window.page.locator('.tab.dirty').count(), 0);
      assert.equal(readFileSync(file, 'utf8'), conflict);
      writeFileSync(file, original);
      await window.closeEditors();
    },

    'a merge conflict is resolved block by block, with the keyboard': async (window) => {
      const original = readFileSync(file, 'utf8');
      const [layout] = /^Layout: \[.*$/mu.exec(original);
      // Each side changes a text of its own, and both change the first one.
      const texts = [...layout.matchAll(/"text":"<p>/gu)].map(({ index }) => index + 11);
      const withWord = (text, at, word) => text.slice(0, at) + word + text.slice(at);
      const [first] = texts;
      const last = texts.at(-1);
      const ours = withWord(layout, first, 'Ici ');
      const theirs = withWord(withWord(layout, last, 'Ensuite '), first, 'Ailleurs ');
      const marked = `<<<<<<< HEAD\n${ours}\n||||||| base\n${layout}\n=======\n${theirs}\n>>>>>>> x`;
      writeFileSync(
        file,
        original.replace(layout, () => marked),
      );
      await window.closeEditors();
      await window.open(article, language);
      const lens = window.page.locator('.codelens-decoration a', {
        hasText: 'Resolve block by block',
      });
      await lens.first().click();
      const list = window.page.locator('.quick-input-widget');
      const focused = (text) => list.locator('.monaco-list-row.focused', { hasText: text });
      // What both have changed is to be decided, and the list opens on it.
      await focused('Ici ').waitFor();
      assert.match(await focused('Ici ').textContent(), /^Changed: .*Yours/u);
      await window.press('Enter');
      await list.locator('.quick-input-title', { hasText: 'Changed: ' }).waitFor();
      await focused('Ici ').waitFor();
      await window.press('ArrowDown');
      await focused('Ailleurs ').waitFor();
      await window.press('Enter');
      await focused('Everything is decided').waitFor();
      await window.press('Enter');
      await list.waitFor({ state: 'hidden' });
      await lens.first().waitFor({ state: 'detached' });
      await window.run('File: Save All');
      const resolved = original.replace(layout, () => theirs);
      await window.until('the file to be resolved', () => readFileSync(file, 'utf8') === resolved);
      writeFileSync(file, original);
    },
  };
}
