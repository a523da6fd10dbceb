import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { NoBrowser, launch } from '../browser.mjs';
import { startEditorServer } from '../editor-server.mjs';
import { article, articlePath, sitePath } from './article.mjs';
import { figures } from './figures.mjs';

/**
 * Our preview beside the one that VS Code has for Markdown, in the window of the real VS Code: from a key
 * in the text until the preview has the letter. Both show the same text; of ours once with its JSON in
 * lines, as Markdown has lines, and once in one line of 80 kB, as the Panel writes it, which is work for
 * the editor as well. Nothing where no browser is.
 */
export async function measureBeside({ root, keys }) {
  const folder = mkdtempSync(join(tmpdir(), 'kirby-author-bench-'));
  let server;
  let browser;
  try {
    cpSync(sitePath, folder, { recursive: true });
    const oneLine = article(5);
    const lines = oneLine.replace(layoutLine, (_line, json) => `Layout: ${inLines(json)}`);
    const markdown = markdownOf(oneLine);
    const ours = relative(sitePath, articlePath);
    const writeArticle = (text) => writeFileSync(join(folder, ours), text);
    writeFileSync(join(folder, 'article.md'), markdown);
    server = await startEditorServer({ extensions: { 'kirby-author.bench': root } });
    browser = await launch({ viewport: { width: 1440, height: 900 } });
    const { page } = browser;
    await page.addInitScript(() => {
      addEventListener(
        'keydown',
        (event) => {
          globalThis.__keyAt = performance.timeOrigin + event.timeStamp;
        },
        { capture: true },
      );
    });
    const window = { page, server, folder, keys };
    const block = (text) => text.indexOf('<p>', text.indexOf('"text":', text.length >> 1)) + 3;
    const paragraph = markdown.indexOf('\n\n', markdown.length >> 1) + 2;
    writeArticle(lines);
    const inMany = await type({ ...window, file: ours, at: placeOf(lines, block(lines)) });
    writeArticle(oneLine);
    const inOne = await type({ ...window, file: ours, at: placeOf(oneLine, block(oneLine)) });
    const file = 'article.md';
    return {
      lines: inMany,
      oneLine: inOne,
      markdown: await type({ ...window, file, at: placeOf(markdown, paragraph) }),
    };
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    return undefined;
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const layoutLine = /^Layout: (\[.*\])$/mu;

function inLines(json) {
  return JSON.stringify(JSON.parse(json), undefined, 4);
}

/** The words of the article's blocks, as the headings and paragraphs that they are. */
function markdownOf(content) {
  const layout = JSON.parse(layoutLine.exec(content)[1]);
  const blocks = layout.flatMap(({ columns }) => columns.flatMap((column) => column.blocks));
  const words = (html) => String(html).replace(/<[^>]*>/gu, '');
  return blocks
    .flatMap(({ type, content: { text } }) =>
      text === undefined ? [] : [type === 'heading' ? `## ${words(text)}` : words(text)],
    )
    .join('\n\n');
}

/** Line and column, from 1, as _Go to Line_ takes them. */
function placeOf(text, offset) {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
}

async function type({ page, server, folder, file, keys, at }) {
  const { host } = new URL(server.origin);
  await page.goto(
    server.address({
      folder,
      payload: [
        ['skipWelcome', 'true'],
        ['openFile', `vscode-remote://${host}${join(folder, file)}`],
      ],
    }),
  );
  await page.locator('.editor-instance .monaco-editor').first().click();
  await page.locator('#status\\.editor\\.mode', { hasText: /Kirby|Markdown/u }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('v');
  const outer = await page.waitForSelector('iframe.webview', { timeout: 60_000 });
  const inner = await (await outer.contentFrame()).waitForSelector('#active-frame');
  const frame = await inner.contentFrame();
  await frame.locator('p').nth(20).waitFor({ state: 'attached', timeout: 60_000 });
  await page.locator('.editor-instance .monaco-editor').first().click();
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget input.input').fill(`:${at}`);
  await page.keyboard.press('Enter');
  const times = [];
  for (let key = 1; key <= keys + 5; key++) {
    await frame.evaluate((wanted) => {
      globalThis.__shownAt = undefined;
      const observer = new MutationObserver(() => {
        const now = performance.timeOrigin + performance.now();
        if (!document.body.textContent.includes(wanted)) return;
        globalThis.__shownAt = now;
        observer.disconnect();
      });
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    }, 'q'.repeat(key));
    await page.keyboard.press('q');
    let shown;
    for (const end = Date.now() + 10_000; shown === undefined && Date.now() < end;) {
      shown = await frame.evaluate(() => globalThis.__shownAt);
    }
    if (shown === undefined) throw new Error(`The preview of ${file} did not follow.`);
    const typed = await page.evaluate(() => globalThis.__keyAt);
    if (key > 5) times.push(shown - typed);
  }
  return figures(times);
}
