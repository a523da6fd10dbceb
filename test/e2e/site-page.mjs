// The page as the site itself renders it, in a tab of the window. Needs PHP.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const home = 'site-preview/content/home/note.txt';
const command = 'Preview with the Site';
const question = 'own templates?';

/**
 * The steps with their names; where there is no PHP, the names with the reason instead of a step.
 *
 * @param language the name of the content's language
 * @param workspace the copy of the fixtures
 * @param visits where the fixture's template writes down the process that rendered, and which title
 */
export function sitePageSteps({ language, workspace, visits }) {
  const site = path.join(workspace.folder, 'site-preview');
  const names = () => readdirSync(site, { recursive: true }).sort();
  const processes = () =>
    existsSync(visits)
      ? readFileSync(visits, 'utf8')
          .trim()
          .split('\n')
          .map((line) => Number.parseInt(line, 10))
      : [];
  const page = (window) => window.preview.frameLocator('#page');
  const before = names();
  const all = {
    'PHP of the site runs only when the author has agreed': async (window) => {
      await window.closeEditors();
      await window.open(home, language);
      await window.run(command);
      await window.answer(question, 'Cancel');
      assert.deepEqual(processes(), []);
      assert.equal(await window.page.locator('.tab').count(), 1);
    },

    'the site’s own page shows what is not saved yet': async (window) => {
      await window.find('Willkommen');
      await window.type('Noch nicht gesichert');
      await window.run(command);
      await window.answer(question, 'Run the Site');
      await window.page.locator('iframe.webview').waitFor();
      await window.webviewLoads();
      await page(window).locator('h1', { hasText: 'Noch nicht gesichert' }).waitFor();
      await page(window).locator('body', { hasText: 'Ein Anfang' }).waitFor();
      await window.page.locator('.tab', { hasText: 'Noch nicht gesichert' }).waitFor();
    },

    'the site’s own page follows the text, and nothing is written': async (window) => {
      await window.find('Noch nicht gesichert');
      await window.type('Ein Wort weiter');
      await page(window).locator('h1', { hasText: 'Ein Wort weiter' }).waitFor();
      assert.deepEqual(names(), before);
      assert.match(readFileSync(path.join(workspace.folder, home), 'utf8'), /^Title: Willkommen$/m);
    },

    'PHP ends with the tab of the site’s page': async (window) => {
      assert.ok(processes().some(isRunning));
      const tab = window.page.locator('.tab', { hasText: 'Site: Ein Wort weiter' });
      await tab.hover();
      await tab.locator('.codicon-close').click();
      await window.until('PHP to end', () => !processes().some(isRunning));
      await window.focusText();
      await window.run('File: Revert File');
    },

    'the author is asked once in a workspace': async (window) => {
      await window.run(command);
      await window.page.locator('iframe.webview').waitFor();
      await window.webviewLoads();
      await page(window).locator('h1', { hasText: 'Willkommen' }).waitFor();
      await window.closeEditors();
      await window.until('PHP to end', () => !processes().some(isRunning));
    },
  };
  if (hasPhp()) return all;
  const why = 'there is no PHP on this machine';
  return Object.fromEntries(Object.keys(all).map((name) => [name, why]));
}

function hasPhp() {
  try {
    execFileSync('php', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
