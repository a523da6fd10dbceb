// Takes the pictures of the README from the running editor: `npm run screenshots`, or some of them:
// `npm run screenshots references structure`.
//
// The Chromium of the npm package has no monospaced font. For pictures to be shown, install a real
// one with fonts first: `apt-get install chromium fonts-dejavu fonts-noto-core`, or a desktop Chrome.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../test/browser.mjs';
import { Window } from '../test/e2e/window.mjs';
import { startEditorServer } from '../test/editor-server.mjs';
import { copyWorkspace } from '../test/workspace.mjs';
import { MovingPicture } from './moving-picture.mjs';
import { build, install, root, say } from './project.mjs';

/** Bytes; the README is read over slow lines, too. */
const limit = 300_000;
const movingLimit = 1_000_000;

const folder = path.join(root, 'docs', 'images');
const steps = path.join(root, 'media', 'walkthrough');
const draft = 'content/magazines/1_reparer-ensemble/_drafts/coudre-en-public/article.txt';
const article = 'content/magazines/1_reparer-ensemble/1_avant-propos/article.txt';
/** What the site of the example could look like. */
const siteStyles = `
body { background: #fbf3e4; color: #2b2118; font: 17px/1.6 serif; }
h1 { margin: 0 0 0.2em; color: #b3401f; font-size: 56px; line-height: 1; letter-spacing: -0.02em; }
h2 { border-top: 4px solid #1f4e5f; padding-top: 0.3em; color: #1f4e5f; font-size: 28px; line-height: 1.2; }
figure { margin: 0; }
.kirby-intro { color: #1f4e5f; font-style: italic; }
`;
/** Two sides that have changed the same text, as git leaves them. */
const withConflict = (text) => {
  const [layout] = /^Layout: \[.*$/mu.exec(text);
  const changed = (from, to) => layout.replace(`"text":"<p>${from}`, `"text":"<p>${to}`);
  const [first] = /(?<="text":"<p>)\w+ \w+/u.exec(layout);
  const ours = changed(first, `Hier, ${first}`);
  const theirs = changed(first, `Demain, ${first}`);
  return text.replace(
    layout,
    () => `<<<<<<< HEAD\n${ours}\n||||||| base\n${layout}\n=======\n${theirs}\n>>>>>>> autumn`,
  );
};
const bricks = 'content/magazines/2_carnet-d-atelier/1_toutes-les-briques/article.txt';
const short = 'content/magazines/1_reparer-ensemble/2_le-grille-pain-de-madame-lopez/article.txt';

install();
await build();
for (const one of [folder, steps]) mkdirSync(one, { recursive: true });
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const workspace = copyWorkspace();
const site = path.join(workspace.folder, 'magazine');
const server = await startEditorServer({
  extensions: { [`kirby-author.kirby-author-${version}`]: root },
  settings: {
    'files.autoSave': 'off',
    'editor.minimap.enabled': false,
    // Those who write French have their system in French.
    'editor.unicodeHighlight.allowedLocales': { fr: true },
    'editor.fontSize': 13,
    'editor.fontFamily': "'DejaVu Sans Mono', 'Liberation Mono', monospace",
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.activityBar.location': 'hidden',
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'breadcrumbs.enabled': true,
  },
});
const browser = await launch({ viewport: { width: 1200, height: 750 } });
try {
  const { page } = browser;
  page.setDefaultTimeout(20_000);
  const window = new Window(page, workspace.folder);
  const write = (name, text) => {
    const file = path.join(site, ...name.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  const pictures = {
    preview: async () => {
      await start(page, window, article);
      await window.press('Mod+k', 'v');
      await window.block('Un samedi matin').waitFor();
      const picture = window.preview.locator('img').first();
      await picture.evaluate((image) => image.decode());
      await window.find('Un samedi matin');
      await window.preview
        .locator('[aria-current="true"]', { hasText: 'Un samedi matin' })
        .waitFor();
      await window.press('ArrowLeft');
      await window.preview.locator('html').evaluate((html) => html.scrollTo(0, 0));
    },
    'preview-styles': async () => {
      write('assets/css/site.css', siteStyles);
      write(
        '.vscode/settings.json',
        JSON.stringify({ 'kirbyAuthor.preview.styles': ['assets/css/*.css'] }),
      );
      await start(page, window, article);
      await window.press('Mod+k', 'v');
      await window.preview.locator('#sheet.is-styled').waitFor();
      const picture = window.preview.locator('img').first();
      await picture.evaluate((image) => image.decode());
      rmSync(path.join(site, '.vscode'), { recursive: true });
    },
    'preview-actions': async () => {
      await start(page, window, article);
      await window.press('Mod+k', 'v');
      await window.block('À midi, la bouilloire').focus();
      await window.block('À midi, la bouilloire').hover();
      await window.preview.getByRole('toolbar').waitFor();
    },
    merge: async () => {
      await start(page, window, short, withConflict);
      await page
        .locator('.codelens-decoration a', { hasText: 'Resolve block by block' })
        .first()
        .click();
      await page.locator('.quick-input-list .monaco-list-row.focused').first().waitFor();
    },
    'quick-fix': async () => {
      await start(page, window, short, (text) =>
        text.replace('href=\\"/a-propos\\"', 'href="/a-propos"'),
      );
      await window.squiggles().first().waitFor();
      await window.press('F8', 'Escape', 'Mod+.');
      await page.locator('.action-widget .action').first().waitFor();
    },
    completion: async () => {
      await start(page, window, draft);
      await window.go('end');
      await window.press('Enter', 'Enter');
      await window.type('----');
      await window.press('Enter', 'Enter', 'Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    },
    'missing-file': async () => {
      await start(page, window, short, (text) =>
        text.replace(/(Cover: - file:\/\/)\w{4}/, '$1gone'),
      );
      const squiggle = window.squiggles('warning').first();
      await squiggle.hover({ force: true });
      const hover = page.locator('.monaco-hover:not(.hidden)');
      await hover.locator('.action', { hasText: 'Quick Fix' }).first().waitFor();
    },
    references: async () => {
      await start(page, window, short);
      await page.locator('.view-line', { hasText: 'grille-pain.png' }).first().waitFor();
      await page
        .getByText(/^file:\/\/KiOz79mQ3NfH5FeF$/)
        .first()
        .hover();
      const image = page.locator('.monaco-hover:not(.hidden) .hover-contents img').first();
      await image.waitFor();
      await image.evaluate((element) => element.decode());
    },
    'where-used': async () => {
      await start(page, window, bricks);
      await window.find('Cover: - file://');
      await window.press('ArrowRight', 'ArrowLeft');
      await window.run('Show Where This Is Used');
      const rows = window.rowsOf('Where Used');
      await rows.nth(3).waitFor();
      await page.locator('.pane-header', { hasText: 'magazine' }).first().click();
    },
    structure: async () => {
      await start(page, window, article);
      await window.run('Focus on Structure View');
      await page.locator('.pane-header', { hasText: 'magazine' }).first().click();
      const line = page.locator('.monaco-list-row', { hasText: 'Un samedi matin' }).first();
      await line.waitFor();
      await window.find('Un samedi matin');
      await window.press('ArrowLeft');
      await window.run('Edit Block Text');
      await page.locator('.tab.active', { hasText: 'text' }).first().waitFor();
      // Its lines are wrapped once it is shown.
      await page.locator('.editor-group-container.active .view-line').nth(1).waitFor();
    },
  };
  /** Pictures that move: they take their frames themselves. */
  const moving = {
    writing: async () => {
      await start(page, window, article);
      const picture = new MovingPicture(page, { x: 0, y: 0, width: 1200, height: 560 });
      await picture.take(1200);
      await window.press('Mod+k', 'v');
      await window.block('Un samedi matin').waitFor();
      await window.preview
        .locator('img')
        .first()
        .evaluate((image) => image.decode());
      await picture.take(1600);
      await window.find('Un samedi matin');
      await window.press('ArrowRight');
      await window.atRest();
      let text = 'Un samedi matin';
      for (const part of [' de', ' prin', 'temps']) {
        await window.type(part);
        text += part;
        await window.block(text).waitFor();
        await window.atRest();
        await picture.take(300);
      }
      await picture.take(1200);
      await window.type(' "');
      await window.squiggles().first().waitFor();
      const fix = window.preview.getByRole('button', { name: /fix/i });
      await fix.waitFor();
      await picture.take(2200);
      await fix.hover();
      await picture.take(600);
      await fix.click();
      await fix.waitFor({ state: 'hidden' });
      await window.block(`${text} "`).waitFor();
      await picture.take(2000);
      const other = window.block('À midi, la bouilloire');
      await other.focus();
      await other.hover();
      await window.preview.getByRole('toolbar').waitFor();
      await picture.take(1200);
      await window.preview.getByRole('toolbar').getByRole('button', { name: 'Hide' }).click();
      await window.preview.locator('.kirby-hidden, [data-hidden]').first().waitFor();
      await picture.take(2500);
      return picture;
    },
  };
  /** The steps of the walkthrough show a part of some of them. */
  const parts = {
    references: { file: 'open', clip: { x: 0, y: 40, width: 940, height: 360 } },
    preview: { file: 'preview', clip: { x: 0, y: 0, width: 1200, height: 400 } },
    structure: { file: 'write', clip: { x: 0, y: 0, width: 1000, height: 500 } },
    'quick-fix': { file: 'check', clip: { x: 0, y: 130, width: 760, height: 240 } },
  };
  const wanted = process.argv.slice(2);
  for (const [name, set] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await set();
    await shoot(page, path.join(folder, `${name}.png`));
    const part = parts[name];
    if (part !== undefined) {
      await shoot(page, path.join(steps, `${part.file}.webp`), part.clip);
    }
  }
  for (const [name, film] of Object.entries(moving)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    keepPicture(path.join(folder, `${name}.gif`), (await film()).encode(), movingLimit);
  }
} finally {
  await browser.close();
  await server.stop();
  workspace.remove();
}

/** A fresh window with one file, as it is in the example site or changed. */
async function start(page, window, name, change = (text) => text) {
  const source = path.join(root, 'test', 'fixtures', 'magazine', ...name.split('/'));
  const file = path.join(site, ...name.split('/'));
  writeFileSync(file, change(readFileSync(source, 'utf8')));
  const payload = [
    ['skipWelcome', 'true'],
    ['openFile', server.remote(file)],
  ];
  // What an earlier window had open is not opened again.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  const { origin } = server;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
  await page.goto(server.address({ folder: site, payload }));
  await page.locator('#status\\.editor\\.mode', { hasText: 'Kirby' }).waitFor();
  // In the corner where it begins it would be over the edge that makes the side bar wider.
  await page.mouse.move(600, 740);
  const sideBar = page.locator('.part.sidebar');
  if (await sideBar.isVisible()) await window.press('Mod+b');
  await sideBar.waitFor({ state: 'hidden' });
  await window.go('start');
}

async function shoot(page, file, clip) {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'initial', clip });
  keepPicture(file, file.endsWith('.webp') ? await asWebp(page, picture) : picture, limit);
}

/** Writes a picture, which must not be larger than a number of bytes. */
function keepPicture(file, bytes, most) {
  writeFileSync(file, bytes);
  say(`${path.relative(root, file)}: ${Math.round(bytes.length / 1000)} kB`);
  if (bytes.length > most)
    throw new Error(`${path.basename(file)} is larger than ${most / 1000} kB.`);
}

/** A third of the bytes: pictures in the package are loaded by everybody. A tab of its own makes it. */
async function asWebp(page, png) {
  const maker = await page.context().newPage();
  try {
    const made = await maker.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        canvas.getContext('2d').drawImage(image, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.65 });
        return Array.from(new Uint8Array(await blob.arrayBuffer()));
      },
      `data:image/png;base64,${png.toString('base64')}`,
    );
    return Buffer.from(made);
  } finally {
    await maker.close();
  }
}
