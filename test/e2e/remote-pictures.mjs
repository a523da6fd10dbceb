// Pictures of other sites in the preview.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { allBlocks as remote } from './content.mjs';

/**
 * The steps with their names.
 *
 * @param content what `contentOf()` gives
 * @param foreign collects what was asked of other machines
 */
export function remotePictureSteps({ language, pathOf, onDisk }, foreign) {
  return {
    'pictures of other machines are not fetched': async (window) => {
      const text = onDisk(remote);
      const picture = '<img src=\\"https://tracker.invalid/pixel.gif\\"><p>Cette fiche montre';
      assert.ok(text.includes('<p>Cette fiche montre'));
      writeFileSync(pathOf(remote), text.replace('<p>Cette fiche montre', picture));
      await window.open(remote, language);
      await window.press('Mod+k', 'v');
      await window.webviewLoads();
      await window.block('Cette fiche montre').waitFor();
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
        await window.reload(remote);
        await window.page.locator('iframe.webview').waitFor({ timeout: 60_000 });
        await window.webviewLoads();
        await window.block('Cette fiche montre').waitFor({ timeout: 60_000 });
        await wasAsked('the host to be asked after a reload');
        foreign.length = 0;
        await window.run('Kirby Author: Forget the Sites That Previews May Load From');
        await button.waitFor();
        assert.deepEqual(foreign, []);
      },
  };
}
