// What is done to rows and blocks on the page: the toolbar, its keys, and dragging.
import assert from 'node:assert/strict';
import { column, slot } from './fragments.mjs';

const article = (key, inner, { type = 'text', more = '' } = {}) =>
  `<article class="kirby-block kirby-block-${type}${more}" data-key="${key}" data-type="${type}" role="article" aria-label="Text block" tabindex="0">${inner}</article>`;

/** A Layout field with a row of two columns, the second one empty, and a second row. */
const layout = {
  '#head': `<header class="kirby-head" data-key="#head">${slot('title')}</header>`,
  title: '<h1 class="kirby-title" data-key="title" tabindex="0">Title</h1>',
  f: `<section class="kirby-field kirby-layout" data-key="f" role="group">${slot('f/r')}${slot('f/s')}</section>`,
  'f/r': `<section class="kirby-row" data-key="f/r" role="group" tabindex="0"><p>row</p><div class="kirby-columns">${slot('f/r/c')}${slot('f/r/d')}</div></section>`,
  'f/r/c': column('f/r/c', ['f/r/c/one', 'f/r/c/two']).replace('span-12', 'span-6'),
  'f/r/c/one': article('f/r/c/one', '<p>first</p>'),
  'f/r/c/two': article('f/r/c/two', '<p>second</p>', { more: ' kirby-hidden' }),
  'f/r/d':
    '<div class="kirby-column kirby-span-6" data-key="f/r/d" role="group" tabindex="0"><p>Empty column</p></div>',
  'f/s': `<section class="kirby-row" data-key="f/s" role="group" tabindex="0"><p>other row</p><div class="kirby-columns">${slot('f/s/c')}</div></section>`,
  'f/s/c': column('f/s/c', ['f/s/c/three']),
  'f/s/c/three': article('f/s/c/three', '<p>third</p>'),
};

const bar = (preview) => preview.page.getByRole('toolbar', { name: 'Actions' });
const button = (preview, name) => bar(preview).getByRole('button', { name, exact: true });
const names = (preview) =>
  bar(preview)
    .getByRole('button')
    .evaluateAll((all) =>
      all.map((one) => one.ariaLabel + (one.ariaDisabled === 'true' ? ' (blocked)' : '')),
    );
const focused = (preview) =>
  preview.page.evaluate(
    () => document.activeElement.dataset.key ?? document.activeElement.dataset.action,
  );
const told = async (preview) =>
  (await preview.messages()).filter(({ kind }) => kind !== 'reveal' && kind !== 'scrolled');

async function shown(preview, { isAllowed = true } = {}) {
  await preview.send({ kind: 'editing', isAllowed });
  await preview.show(layout, { roots: ['#head', 'f'] });
  await preview.messages();
}

async function focus(preview, key) {
  await preview.page.locator(`[data-key="${key}"]`).focus();
}

async function drag(preview, from, { x = 0.5, y }, onto) {
  const { page } = preview;
  const words = page.getByText(from, { exact: true });
  await words.hover();
  const { y: top } = await words.boundingBox();
  await page.waitForFunction((top) => {
    const tools = document.getElementById('tools').getBoundingClientRect();
    return Math.abs(tools.bottom - top) < 20;
  }, top);
  await page.locator('#grip').hover();
  await page.mouse.down();
  const box = await page.locator(`[data-key="${onto}"]`).boundingBox();
  // Only what stays on something is told that it is dragged over it.
  for (const by of [0, 1, 2])
    await page.mouse.move(box.x + box.width * x + by, box.y + box.height * y);
  await page.locator('#gap').waitFor({ state: 'visible' });
  const line = await page.locator('#gap').boundingBox();
  await page.mouse.up();
  return line;
}

export const tests = {
  'a block that is pointed at has a toolbar, above its words': {
    run: async (preview) => {
      await shown(preview);
      assert.equal(await bar(preview).isVisible(), false);
      await preview.page.getByText('third').hover();
      await bar(preview).waitFor();
      assert.deepEqual(await names(preview), [
        'Move up',
        'Move down (blocked)',
        'Add behind…',
        'Duplicate',
        'Hide',
        'Delete',
        'Edit text',
      ]);
      const [tools, words] = await Promise.all([
        bar(preview).boundingBox(),
        preview.page.getByText('third').boundingBox(),
      ]);
      assert.ok(tools.y + tools.height < words.y + 12, 'only a corner is covered');
      assert.ok(tools.x > words.x + words.width / 2, 'it is at the right');
    },
  },

  'a hidden block is shown, the first one does not go up': {
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/r/c/one');
      assert.equal((await names(preview))[0], 'Move up (blocked)');
      await focus(preview, 'f/r/c/two');
      const all = await names(preview);
      assert.deepEqual(all.slice(0, 2), ['Move up', 'Move down']);
      assert.ok(all.includes('Show') && !all.includes('Hide'));
    },
  },

  'a row, an empty column and a text have what makes sense for them': {
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/r');
      assert.deepEqual(await names(preview), [
        'Move up (blocked)',
        'Move down',
        'Add behind…',
        'Duplicate',
        'Delete',
      ]);
      await focus(preview, 'f/r/d');
      assert.deepEqual(await names(preview), ['Add behind…']);
      assert.equal(await preview.page.locator('#grip').isVisible(), false);
      await focus(preview, 'title');
      assert.deepEqual(await names(preview), ['Edit text']);
    },
  },

  'a button says what is to be done to what': {
    run: async (preview) => {
      await shown(preview);
      for (const [name, action] of [
        ['Move up', 'up'],
        ['Add behind…', 'add'],
        ['Duplicate', 'duplicate'],
        ['Hide', 'hide'],
        ['Delete', 'delete'],
      ]) {
        await preview.page.getByText('third').hover();
        await button(preview, name).click();
        assert.deepEqual(await told(preview), [{ kind: 'act', action, key: 'f/s/c/three' }]);
      }
      await button(preview, 'Move down').click({ force: true });
      assert.deepEqual(await told(preview), []);
    },
  },

  'where nothing can be changed there is no toolbar and no key': {
    run: async (preview) => {
      await shown(preview, { isAllowed: false });
      await preview.page.getByText('first').hover();
      await focus(preview, 'f/r/c/one');
      await preview.page.keyboard.press('Delete');
      await preview.page.keyboard.press('Shift+F10');
      assert.equal(await bar(preview).isVisible(), false);
      assert.deepEqual(await told(preview), []);
      // The right may come later than the page.
      await preview.send({ kind: 'editing', isAllowed: true });
      assert.equal(await bar(preview).isVisible(), true);
    },
  },

  'the way to the toolbar leads over other blocks': {
    run: async (preview) => {
      await shown(preview);
      await preview.page.getByText('third').hover();
      await button(preview, 'Delete').waitFor();
      await preview.page.getByText('other row').hover();
      await button(preview, 'Delete').hover();
      await button(preview, 'Delete').click();
      assert.deepEqual(await told(preview), [
        { kind: 'act', action: 'delete', key: 'f/s/c/three' },
      ]);
    },
  },

  'whoever stays on another block gets its toolbar': {
    run: async (preview) => {
      await shown(preview);
      await preview.page.getByText('third').hover();
      await button(preview, 'Hide').waitFor();
      await preview.page.getByText('second').hover();
      await button(preview, 'Show').waitFor();
    },
  },

  'keys do the same for the block that has the keyboard': {
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/r/c/two');
      const { keyboard } = preview.page;
      for (const [key, action] of [
        ['Alt+ArrowUp', 'up'],
        ['Alt+ArrowDown', 'down'],
        ['Shift+Alt+ArrowDown', 'duplicate'],
        ['Control+Enter', 'add'],
        ['Delete', 'delete'],
      ]) {
        await keyboard.press(key);
        assert.deepEqual(await told(preview), [{ kind: 'act', action, key: 'f/r/c/two' }]);
      }
      assert.equal(await focused(preview), 'f/r/c/two');
      // Without Alt they lead about the page, as ever.
      await keyboard.press('ArrowUp');
      assert.equal(await focused(preview), 'f/r/c/one');
    },
  },

  'what was done is undone from here': {
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/r/c/two');
      await preview.page.keyboard.press('Control+z');
      await preview.page.keyboard.press('Control+y');
      await preview.page.keyboard.press('Control+Shift+z');
      assert.deepEqual(await told(preview), [
        { kind: 'undo', isRedo: false },
        { kind: 'undo', isRedo: true },
        { kind: 'undo', isRedo: true },
      ]);
    },
  },

  'the toolbar is used by keyboard, and Escape leads back': {
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/s/c/three');
      const { keyboard } = preview.page;
      await keyboard.press('Shift+F10');
      assert.equal(await focused(preview), 'up');
      await keyboard.press('ArrowRight');
      assert.equal(await focused(preview), 'down');
      await keyboard.press('Enter');
      assert.deepEqual(await told(preview), [], 'it cannot go down');
      await keyboard.press('End');
      assert.equal(await focused(preview), 'edit');
      await keyboard.press('ArrowRight');
      assert.equal(await focused(preview), 'up', 'the last one leads to the first one');
      await keyboard.press('Space');
      assert.deepEqual(await told(preview), [{ kind: 'act', action: 'up', key: 'f/s/c/three' }]);
      await keyboard.press('Escape');
      assert.equal(await focused(preview), 'f/s/c/three');
      assert.deepEqual(await told(preview), [], 'the text does not get the keyboard');
    },
  },

  'what was moved has the keyboard; in the toolbar it stays': {
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/s/c/three');
      await preview.send({ kind: 'focus', key: 'f/r/c/one' });
      assert.equal(await focused(preview), 'f/r/c/one');
      await preview.page.keyboard.press('Shift+F10');
      await preview.page.keyboard.press('ArrowRight');
      await preview.send({ kind: 'focus', key: 'f/s/c/three' });
      assert.equal(await focused(preview), 'down');
      await preview.page.keyboard.press('Escape');
      assert.equal(await focused(preview), 'f/s/c/three');
    },
  },

  'when a block is deleted by its button, the next one has the keyboard': {
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/r/c/one');
      await preview.page.keyboard.press('Shift+F10');
      await button(preview, 'Delete').press('Enter');
      assert.equal((await told(preview)).length, 1);
      await preview.update({
        fragments: { 'f/r/c': column('f/r/c', ['f/r/c/two']) },
        removed: ['f/r/c/one'],
      });
      assert.equal(await focused(preview), 'f/r/c/two');
      assert.ok((await names(preview)).includes('Show'), 'and the toolbar is its own');
    },
  },

  'after its button has hidden a block, the one that shows it has the keyboard': {
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/s/c/three');
      await preview.page.keyboard.press('Shift+F10');
      for (const [name, more, next] of [
        ['Hide', ' kirby-hidden', 'show'],
        ['Show', '', 'hide'],
      ]) {
        await button(preview, name).press('Enter');
        await preview.update({
          fragments: { 'f/s/c/three': article('f/s/c/three', '<p>third</p>', { more }) },
        });
        assert.equal(await focused(preview), next);
      }
    },
  },

  'the toolbar stands where lines end, also where they are written from the right': {
    run: async (preview) => {
      await preview.send({ kind: 'editing', isAllowed: true });
      const sideOf = async (key) => {
        await focus(preview, key);
        const own = await preview.page.locator(`[data-key="${key}"]`).boundingBox();
        const tools = await bar(preview).boundingBox();
        return Math.abs(tools.x - own.x) < 2 ? 'left' : 'right';
      };
      for (const [direction, block, row] of [
        ['ltr', 'right', 'left'],
        ['rtl', 'left', 'right'],
      ]) {
        await preview.show(layout, { roots: ['#head', 'f'], direction });
        assert.equal(await sideOf('f/s/c/three'), block);
        assert.equal(await sideOf('f/s'), row);
      }
    },
  },

  'a double click still opens the text': {
    run: async (preview) => {
      await shown(preview);
      await preview.page.getByText('third').hover();
      await bar(preview).waitFor();
      await preview.page.getByText('third').dblclick();
      assert.deepEqual(await told(preview), [{ kind: 'editText', key: 'f/s/c/three' }]);
    },
  },

  'of a long block the toolbar stays in view': {
    run: async (preview) => {
      await shown(preview);
      await preview.update({
        fragments: { 'f/s/c/three': article('f/s/c/three', '<p>third</p>'.repeat(80)) },
      });
      await focus(preview, 'f/s/c/three');
      await preview.page.mouse.move(400, 300);
      await preview.page.mouse.wheel(0, 900);
      await preview.page.waitForFunction(() => scrollY > 600);
      const { y } = await bar(preview).boundingBox();
      assert.ok(y >= 0 && y < 40, `${y}`);
    },
  },

  'a block is dragged before another one, a line shows where': {
    run: async (preview) => {
      await shown(preview);
      const line = await drag(preview, 'third', { y: 0.2 }, 'f/r/c/two');
      assert.deepEqual(await told(preview), [
        { kind: 'move', key: 'f/s/c/three', target: 'f/r/c/two', side: 'before' },
      ]);
      const box = await preview.page.locator('[data-key="f/r/c"]').boundingBox();
      assert.ok(Math.abs(line.width - box.width) < 2, 'it is as wide as the column');
      assert.equal(await preview.page.locator('#gap').isVisible(), false);
    },
  },

  'a block is dragged to the end of a column, and into an empty one': {
    run: async (preview) => {
      await shown(preview);
      await drag(preview, 'third', { y: 0.9 }, 'f/r/c/two');
      await drag(preview, 'first', { y: 0.5 }, 'f/r/d');
      assert.deepEqual(await told(preview), [
        { kind: 'move', key: 'f/s/c/three', target: 'f/r/c/two', side: 'after' },
        { kind: 'move', key: 'f/r/c/one', target: 'f/r/d', side: 'inside' },
      ]);
    },
  },

  'a row is dragged among the rows': {
    run: async (preview) => {
      await shown(preview);
      await drag(preview, 'other row', { y: 0.1 }, 'f/r');
      assert.deepEqual(await told(preview), [
        { kind: 'move', key: 'f/s', target: 'f/r', side: 'before' },
      ]);
    },
  },

  'beside itself nothing is put down': {
    run: async (preview) => {
      await shown(preview);
      const { page } = preview;
      await page.getByText('first').hover();
      await page.locator('#grip').hover();
      await page.mouse.down();
      for (const key of ['f/r/c/two', 'title', 'f/r/c/one']) {
        const box = await page.locator(`[data-key="${key}"]`).boundingBox();
        for (const by of [0, 1, 2]) await page.mouse.move(box.x + 20 + by, box.y + 4);
        assert.equal(await page.locator('#gap').isVisible(), false, key);
      }
      await page.mouse.up();
      assert.deepEqual(await told(preview), []);
    },
  },

  'content that looks like a block has no toolbar of its own': {
    run: async (preview) => {
      await shown(preview);
      const fake =
        '<div class="kirby-row" data-key="f/s"><div class="kirby-block" data-key="f/x">fake</div></div>';
      await preview.update({ fragments: { 'f/s/c/three': article('f/s/c/three', fake) } });
      await preview.page.getByText('fake').hover();
      await button(preview, 'Delete').click();
      assert.deepEqual(await told(preview), [
        { kind: 'act', action: 'delete', key: 'f/s/c/three' },
      ]);
    },
  },

  'contrast themes give the toolbar an edge': {
    options: { theme: 'vscode-high-contrast' },
    run: async (preview) => {
      await shown(preview);
      await focus(preview, 'f/r/c/one');
      const style = await bar(preview).evaluate((element) => getComputedStyle(element).borderStyle);
      assert.equal(style, 'solid');
      await preview.page.keyboard.press('Shift+F10');
      const { outlineStyle, opacity } = await button(preview, 'Move up').evaluate((element) => {
        const { outlineStyle, opacity } = getComputedStyle(element);
        return { outlineStyle, opacity };
      });
      assert.equal(outlineStyle, 'solid');
      assert.equal(opacity, '1', 'also where there is nothing to do');
    },
  },
};
