// Pictures of other sites in the preview, and links to them.
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

    'a link leads to the address that it has': async (window) => {
      // The address that is a value has its own parameters, as long as it stays escaped.
      const address = 'https://linked.invalid/?to=https%3A%2F%2Fexample.org%2F%3Fa%3D1%26b%3D2&c=3';
      const link = `<p><a href=\\"${address.replaceAll('&', '&amp;')}\\">Ailleurs</a></p><p>Cette fiche montre`;
      writeFileSync(pathOf(remote), onDisk(remote).replace('<p>Cette fiche montre', link));
      await window.preview.getByRole('link', { name: 'Ailleurs' }).click();
      await window.answer('open the external website', 'Open');
      await window.until('the address to be asked for in vain', () =>
        foreign.some((asked) => asked.endsWith(')')),
      );
      const asked = foreign[0];
      foreign.length = 0;
      for (const other of window.page.context().pages()) {
        if (other !== window.page) await other.close();
      }
      assert.equal(asked, address);
    },
  };
}
