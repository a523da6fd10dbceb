// The window of VS Code as a person meets it: what is on the screen, and the keyboard.

import path from 'node:path';

const mac = process.platform === 'darwin';

/** Control, or Command where a Mac asks for it. */
export const modifier = mac ? 'Meta' : 'Control';

export class Window {
  /**
   * @param page Playwright's page with the workbench in it
   * @param folder where the folders of the workspace are
   */
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
    /** Whether a step has failed, which may have left anything behind. */
    this.hasFailed = false;
  }

  /** The editor with the text; the preview is another one. */
  get editor() {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** What the webview of the preview shows. */
  get preview() {
    return this.page.frameLocator('iframe.webview').frameLocator('#active-frame');
  }

  /**
   * Waits until a webview has loaded its page. Now and then VS Code's own loader waits for its service
   * worker for ever; VS Code has a command for that.
   */
  async webviewLoads() {
    const page = this.page.frameLocator('iframe.webview').locator('#active-frame');
    for (let left = 3; left > 0; left--) {
      const isThere = await page.waitFor({ state: 'attached', timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await this.run('Developer: Reload Webviews');
    }
    await page.waitFor({ state: 'attached' });
  }

  /** The innermost thing of the preview that takes the keyboard and has the text. */
  block(text) {
    return this.preview.locator('[data-key][tabindex]', { hasText: text }).last();
  }

  get status() {
    return this.page.locator('.statusbar');
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key.replace('Mod', modifier));
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /**
   * Opens a file of the workspace, without the mouse, and waits for the name of its language.
   *
   * @param name path from the workspace's folder, with forward slashes
   */
  async open(name, language) {
    const [root, ...parts] = name.split('/');
    const base = parts.pop();
    const shown = `${base}${root} • ${parts.join('/')}`;
    // A list with nothing else in it cannot be one of before.
    const isOnly = (text) => {
      const rows = document.querySelectorAll('.quick-input-list .monaco-list-row');
      return rows.length === 1 && rows[0].matches('.focused') && rows[0].textContent.includes(text);
    };
    await this.pick(name, 'Mod+p', path.join(this.folder, ...name.split('/')), (timeout) =>
      this.page.waitForFunction(isOnly, shown, { timeout }),
    );
    const crumbs = new RegExp(
      [root, ...parts, base].map((part) => part.replace(/[.]/g, '\\.')).join('.*'),
    );
    await this.page.locator('.breadcrumbs-control', { hasText: crumbs }).first().waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await this.page.locator('#status\\.editor\\.mode', { hasText: language }).waitFor();
  }

  /**
   * Loads the window anew. The browser's VS Code writes down every few seconds what is open and which
   * tab is in front, and what it has not written yet is not so afterwards.
   *
   * @param name the file whose preview comes back, from the workspace's folder on
   */
  async reload(name) {
    await this.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    const isWritten = async () => {
      const states = await this.page.evaluate(writtenStates);
      return states.some((state) => state.includes(`/${name}"`));
    };
    await this.until('the preview to be written down', isWritten, 30_000);
    await this.page.reload();
  }

  /** Closes all editors. What is not saved is lost, and then somebody has forgotten to save it. */
  async closeEditors() {
    await this.run('View: Close All Editors');
    const question = this.page.locator('.monaco-dialog-box', { hasText: 'want to save' });
    const tabs = this.page.locator('.tab').first();
    let isSaved = true;
    await this.until('the editors to be closed', async () => {
      if (await question.isVisible()) {
        isSaved = false;
        await this.answer('want to save', "Don't Save");
      }
      return (await tabs.count()) === 0;
    });
    if (!isSaved && !this.hasFailed) throw new Error('Something was not saved.');
  }

  /** The rows of a view in the side bar. */
  rowsOf(view) {
    return this.page
      .locator('.pane', { has: this.page.locator('.pane-header', { hasText: view }) })
      .locator('.monaco-list-row');
  }

  /** Closes a view of the side bar, so that the others have its room. */
  async collapse(view) {
    const header = this.page.locator('.pane-header.expanded', { hasText: view }).first();
    if ((await header.count()) > 0) await header.locator('.title').click();
  }

  /** Answers the question of a dialogue. */
  async answer(question, button) {
    const box = this.page.locator('.monaco-dialog-box', { hasText: question });
    await box.getByRole('button', { name: button }).first().click();
    await box.waitFor({ state: 'detached' });
  }

  /** Presses a key, a few times at most, until something is there or gone. */
  async pressUntil(key, locator, state) {
    for (let left = 3; left > 0; left--) {
      await this.press(key);
      if (
        await locator.waitFor({ state, timeout: 5_000 }).then(
          () => true,
          () => false,
        )
      )
        return;
    }
    await this.press(key);
    await locator.waitFor({ state });
  }

  /** Runs a command by its title. */
  async run(title) {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
    await this.pick(title, 'F1', `>${title}`, (timeout) => row.first().waitFor({ timeout }));
  }

  /**
   * Opens a list by a key, types into it, and takes what it finds.
   *
   * @param found is fulfilled when the list has found it, and rejected after a time
   */
  async pick(what, key, text, found) {
    const input = this.page.locator('.quick-input-widget input.input');
    // Whatever takes the keyboard a moment later closes the list again, and a list that is open does not
    // learn of what comes later.
    await this.until(
      what,
      async () => {
        if (await input.isVisible()) await this.pressUntil('Escape', input, 'hidden');
        await this.pressUntil(key, input, 'visible');
        try {
          await input.fill(text, { timeout: 2_000 });
          await found(3_000);
          return true;
        } catch {
          return false;
        }
      },
      30_000,
    );
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Gives the keyboard to the text, wherever it is. */
  async focusText() {
    const focused = this.page.locator('.editor-instance .monaco-editor.focused').first();
    // A list that has just closed gives the keyboard back a moment later.
    await this.pressUntil('Mod+1', focused, 'visible');
  }

  /** Gives the keyboard to the preview, which takes it a moment after its frame has it. */
  async focusPreview() {
    const hasFocus = () =>
      this.preview.locator('body').evaluate(
        () =>
          new Promise((resolve) => {
            const end = performance.now() + 5_000;
            const look = () => {
              if (document.hasFocus() || performance.now() > end) resolve(document.hasFocus());
              else requestAnimationFrame(look);
            };
            look();
          }),
      );
    for (let left = 3; left > 0; left--) {
      await this.press('Mod+2');
      if (await hasFocus()) return;
    }
    throw new Error('The preview does not take the keyboard.');
  }

  /** Waits until the preview has come to its place: half a second without scrolling. */
  async atRest() {
    await this.preview.locator('html').evaluate(
      () =>
        new Promise((resolve) => {
          let timer = setTimeout(resolve, 500);
          addEventListener('scroll', () => {
            clearTimeout(timer);
            timer = setTimeout(resolve, 500);
          });
        }),
    );
  }

  /** Puts the cursor at the start or the end of the text. */
  async go(where) {
    await this.focusText();
    const [start, end] = mac ? ['Meta+ArrowUp', 'Meta+ArrowDown'] : ['Control+Home', 'Control+End'];
    await this.press(where === 'start' ? start : end);
  }

  /** Selects the only place where the text stands, by searching for it. */
  async find(text) {
    await this.go('start');
    await this.press('Mod+f');
    const widget = this.page.locator('.find-widget.visible').first();
    const input = widget.locator('.find-part textarea');
    await input.and(this.page.locator(':focus')).waitFor();
    await input.fill(text);
    await widget.locator('.matchesCount', { hasText: '1 of 1' }).waitFor();
    // A message or a list that is open takes the first.
    await this.pressUntil('Escape', widget, 'hidden');
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Drops a file at the end of what is selected, with Shift, so that it is not opened instead. */
  async drop(name, bytes) {
    await this.editor.locator('.selected-text').first().waitFor();
    await this.page.evaluate(
      ({ name, bytes }) => {
        const { right, top, height } = document
          .querySelector('.editor-instance .selected-text')
          .getBoundingClientRect();
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
        const [clientX, clientY] = [right - 1, top + height / 2];
        const target = document.elementFromPoint(clientX, clientY);
        const init = { bubbles: true, cancelable: true, composed: true, shiftKey: true };
        for (const type of ['dragenter', 'dragover', 'drop']) {
          target.dispatchEvent(new DragEvent(type, { ...init, clientX, clientY, dataTransfer }));
        }
      },
      { name, bytes: [...bytes] },
    );
  }

  /** Waits for something that is not on the screen. */
  async until(what, holds, limit = 10_000) {
    for (const end = Date.now() + limit; Date.now() < end;) {
      if (await holds()) return;
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    throw new Error(`Waited in vain for ${what}.`);
  }

  /** Underlined places that can be seen now. */
  squiggles(severity = 'error') {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /**
   * Waits until the text from the place on where a decoration of the editor begins matches; an editor
   * that scrolls moves its decorations. Lines that are wrapped on the screen are one.
   */
  async hasTextAt(decoration, pattern) {
    let last = '';
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      last = await this.textAt(decoration, 200);
      if (pattern.test(last)) return;
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    throw new Error(`Expected ${pattern} there, found ${last}`);
  }

  /** What stands there at this moment; of several decorations the uppermost counts. */
  async textAt(decoration, length = 40) {
    return decoration.evaluateAll((elements, length) => {
      const boxes = elements.map((element) => element.getBoundingClientRect());
      const [box] = boxes.sort((a, b) => a.top - b.top || a.left - b.left);
      if (!box) return '';
      const range = document.caretRangeFromPoint(box.left + 1, box.top + box.height / 2);
      const line = range?.startContainer.parentElement?.closest('.view-line');
      if (!range || !line) return '';
      const before = document.createRange();
      before.setStart(line, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const below = [...line.parentElement.querySelectorAll('.view-line')]
        .filter((other) => other.offsetTop >= line.offsetTop)
        .sort((a, b) => a.offsetTop - b.offsetTop)
        .map((other) => other.textContent)
        .join('');
      const start = before.toString().length;
      return below.replaceAll('\u00a0', ' ').slice(start, start + length);
    }, length);
  }
}

/** What webviews in front keep over a reload, as far as VS Code has written it down; runs in the page. */
async function writtenStates() {
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // The editors of a group stand as their tabs do; the first one by use is in front.
  const frontsIn = (node) =>
    node.type === 'leaf'
      ? node.data.editors.filter((_, at) => at === node.data.mru[0])
      : (node.data ?? []).flatMap(frontsIn);
  const states = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue;
    const database = await answer(indexedDB.open(name));
    const items = database.transaction('ItemTable').objectStore('ItemTable');
    const text = await answer(items.get('memento/workbench.parts.editor'));
    database.close();
    const grid = JSON.parse(text ?? '{}')['editorpart.state']?.serializedGrid;
    for (const { id, value } of grid === undefined ? [] : frontsIn(grid.root)) {
      if (id === 'workbench.editors.webviewInput') states.push(JSON.parse(value).state ?? '');
    }
  }
  return states;
}
