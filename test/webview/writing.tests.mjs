// Texts that are written on the page.
import assert from 'node:assert/strict';
import { column, slot } from './fragments.mjs';

const article = (key, type, inner) =>
  `<article class="kirby-block kirby-block-${type}" data-key="${key}" data-type="${type}" role="article" aria-label="${type} block" tabindex="0">${inner}</article>`;

const blocks = {
  h: ['heading', '<h2>Rep&eacute;rer &amp; <em>r&#233;parer</em></h2>'],
  p: [
    'text',
    '<p>one</p><p>two <strong>bold</strong> <a href="https://x.org/?a=1&amp;b=2">link</a></p>',
  ],
  q: ['quote', '<blockquote>Words   <footer>Somebody  </footer></blockquote>'],
  i: ['image', '<figure><ul></ul><figcaption>Under it</figcaption></figure>'],
  m: ['markdown', '<p>not here</p>'],
};

const page = {
  '#head': `<header class="kirby-head" data-key="#head">${slot('title')}</header>`,
  title: '<h1 class="kirby-title" data-key="title" tabindex="0">A &lt; B</h1>',
  c: column(
    'c',
    Object.keys(blocks).map((name) => `c/${name}`),
  ),
  ...Object.fromEntries(
    Object.entries(blocks).map(([name, [type, inner]]) => [
      `c/${name}`,
      article(`c/${name}`, type, inner),
    ]),
  ),
};

const aside = ['reveal', 'scrolled', 'draft'];
const told = async (preview) =>
  (await preview.messages()).filter(({ kind }) => !aside.includes(kind));
const drafts = async (preview) => (await preview.messages()).filter(({ kind }) => kind === 'draft');
const focused = (preview) => preview.page.evaluate(() => document.activeElement.dataset.key);
const box = (preview) => preview.page.getByRole('textbox');

async function shown(preview) {
  await preview.send({ kind: 'editing', isAllowed: true });
  await preview.show(page, { roots: ['#head', 'c'] });
  await preview.messages();
}

/** Begins to write a text, as F2 does. */
async function begin(preview, key, part, text) {
  await preview.page.locator(`[data-key="${key}"]`).focus();
  await preview.page.keyboard.press('F2');
  assert.deepEqual(await told(preview), [{ kind: 'askText', key, part }]);
  await preview.send({ kind: 'sourceText', key, part, text });
}

const heading = 'Rep&eacute;rer &amp; <em>r&#233;parer</em>';

export const tests = {
  'what a heading says is written where it stands, and only that': {
    run: async (preview) => {
      await shown(preview);
      // A letter whose name is not known is none that is written here.
      await begin(preview, 'c/h', 'text', heading);
      assert.deepEqual(await told(preview), [{ kind: 'editText', key: 'c/h' }]);
      const text = heading.replace('&eacute;', 'é');
      await begin(preview, 'c/h', 'text', text);
      await box(preview).waitFor();
      assert.equal(await box(preview).innerText(), 'Repérer & réparer');
      await preview.page.keyboard.press('Home');
      await preview.page.keyboard.type('A & é <b> ');
      await preview.page.keyboard.press('Enter');
      assert.deepEqual(await told(preview), [
        {
          kind: 'writeText',
          key: 'c/h',
          part: 'text',
          before: text,
          after: `A &amp; é &lt;b&gt; ${text}`,
        },
      ]);
      assert.equal(await focused(preview), 'c/h');
    },
  },

  'marks stay what they are': {
    run: async (preview) => {
      await shown(preview);
      const text =
        '<p>one</p>\n<p>two <strong>bold</strong> <a href="https://x.org/?a=1&amp;b=2">link</a></p>';
      const { keyboard } = preview.page;
      await preview.page.getByText('bold').hover();
      await preview.page.getByRole('button', { name: 'Edit text' }).click();
      assert.deepEqual(await told(preview), [{ kind: 'askText', key: 'c/p', part: 'text' }]);
      await preview.send({ kind: 'sourceText', key: 'c/p', part: 'text', text });
      assert.equal(await box(preview).innerText(), 'two bold link', 'the paragraph pointed at');
      await keyboard.type('s');
      await keyboard.press('Home');
      for (let left = 'two bo'.length; left > 0; left--) await keyboard.press('ArrowRight');
      await keyboard.type('x');
      await keyboard.press('Enter');
      const [{ after }] = await told(preview);
      assert.equal(after, text.replace('bold', 'boxld').replace('link', 'links'));
    },
  },

  'Tab writes a text and goes on to the next one of its block, Shift+Tab to the one before': {
    run: async (preview) => {
      await shown(preview);
      const { keyboard } = preview.page;
      const text =
        '<p>one</p><p>two <strong>bold</strong> <a href="https://x.org/?a=1&amp;b=2">link</a></p>';
      await begin(preview, 'c/p', 'text', text);
      await keyboard.press('Tab');
      assert.deepEqual(await told(preview), [{ kind: 'askText', key: 'c/p', part: 'text' }]);
      await preview.send({ kind: 'sourceText', key: 'c/p', part: 'text', text });
      assert.equal(await box(preview).innerText(), 'two bold link');
      await keyboard.type('!');
      await keyboard.press('Shift+Tab');
      const [written, ...others] = await told(preview);
      assert.equal(written.after, text.replace('link', 'link!'));
      assert.deepEqual(others, [], 'it is not asked for before it is written');
      const shownText = blocks.p[1].replace('link', 'link!');
      await preview.update({ fragments: { 'c/p': article('c/p', 'text', shownText) } });
      await preview.send({ kind: 'written', key: 'c/p' });
      assert.deepEqual(await told(preview), [{ kind: 'askText', key: 'c/p', part: 'text' }]);
      await preview.send({ kind: 'sourceText', key: 'c/p', part: 'text', text: written.after });
      assert.equal(await box(preview).innerText(), 'one');
      await keyboard.press('Shift+Tab');
      assert.equal(await box(preview).count(), 0, 'before the first one it leads away');
      assert.deepEqual(await told(preview), []);
    },
  },

  'Escape leaves a text as it was': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'c/i', 'caption', 'Under it');
      await preview.page.keyboard.type(' all');
      await preview.page.keyboard.press('Escape');
      assert.equal(await preview.page.locator('figcaption').innerText(), 'Under it');
      assert.equal(await focused(preview), 'c/i');
      assert.deepEqual(await told(preview), [], 'the text does not get the keyboard');
      assert.equal(await box(preview).count(), 0);
    },
  },

  'what is typed is told at once, and that it does not count any more': {
    run: async (preview) => {
      await shown(preview);
      const draft = (text) => ({ kind: 'draft', key: 'c/i', part: 'caption', text });
      await begin(preview, 'c/i', 'caption', 'Under it');
      await preview.page.keyboard.type(' a');
      assert.deepEqual(await drafts(preview), [draft('Under it '), draft('Under it a')]);
      await preview.page.keyboard.press('Escape');
      assert.deepEqual(await drafts(preview), [draft('Under it')]);
    },
  },

  'leaving a text writes it': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'c/i', 'caption', 'Under it');
      await preview.page.keyboard.type(' all');
      await preview.page.getByText('not here').click();
      assert.deepEqual(await told(preview), [
        {
          kind: 'writeText',
          key: 'c/i',
          part: 'caption',
          before: 'Under it',
          after: 'Under it all',
        },
      ]);
      // Until it is written, the page shows what was typed.
      assert.equal(await preview.page.locator('figcaption').innerText(), 'Under it all');
      await preview.send({ kind: 'written', key: 'c/i' });
      assert.equal(await preview.page.locator('figcaption').innerText(), 'Under it');
    },
  },

  'nothing is told of a text that is the same': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'title', '', 'A < B');
      await preview.page.keyboard.type('x');
      await preview.page.keyboard.press('Backspace');
      await preview.page.keyboard.press('Enter');
      assert.deepEqual(await told(preview), []);
      assert.equal(await focused(preview), 'title');
    },
  },

  'the value of a field has no markup': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'title', '', 'A < B');
      await preview.page.keyboard.type(' & C');
      await preview.page.keyboard.press('Enter');
      assert.equal((await told(preview))[0].after, 'A < B & C');
    },
  },

  'a quote and who said it are two texts': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'c/q', 'text', 'Words');
      await preview.page.keyboard.type('!');
      await preview.page.keyboard.press('Enter');
      assert.equal((await told(preview))[0].after, 'Words!');
      await preview.send({ kind: 'written', key: 'c/q' });
      await preview.page.getByText('Somebody').hover();
      await preview.page.getByRole('button', { name: 'Edit text' }).click();
      assert.deepEqual(await told(preview), [{ kind: 'askText', key: 'c/q', part: 'citation' }]);
    },
  },

  'what has more than marks opens in a tab of its own': {
    run: async (preview) => {
      await shown(preview);
      await preview.page.locator('[data-key="c/m"]').focus();
      await preview.page.keyboard.press('F2');
      assert.deepEqual(await told(preview), [{ kind: 'editText', key: 'c/m' }]);
      for (const text of ['Under <img src=x>it', 'Under <b>it', 'Under <b onx="a>it</b>', 'Other'])
        for (const found of [await begin(preview, 'c/i', 'caption', text), await told(preview)])
          if (found !== undefined) assert.deepEqual(found, [{ kind: 'editText', key: 'c/i' }]);
      assert.equal(await box(preview).count(), 0);
    },
  },

  'an update does not touch what is being written': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'c/i', 'caption', 'Under it');
      await preview.page.keyboard.press('Home');
      await preview.page.keyboard.type('Not ');
      await preview.update({
        fragments: {
          c: column('c', ['c/i', 'c/p']).replace('kirby-span-12', 'kirby-span-6'),
          'c/i': article('c/i', 'image', '<figure><figcaption>From afar</figcaption></figure>'),
        },
        removed: ['c/h', 'c/q', 'c/m'],
      });
      await preview.page.keyboard.type('quite ');
      assert.equal(await box(preview).innerText(), 'Not quite Under it');
      assert.deepEqual(await told(preview), []);
      await preview.page.keyboard.press('Enter');
      assert.equal((await told(preview))[0].after, 'Not quite Under it');
      await preview.send({ kind: 'written', key: 'c/i' });
      assert.equal(await preview.page.locator('figcaption').innerText(), 'From afar');
      assert.equal(await focused(preview), 'c/i');
    },
  },

  'what is typed is not lost with its block': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'c/i', 'caption', 'Under it');
      await preview.page.keyboard.type('!');
      await preview.update({ fragments: { c: column('c', ['c/p']) }, removed: ['c/i'] });
      assert.equal((await told(preview))[0].after, 'Under it!');
    },
  },

  'there is no way to other marks or lines': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'c/i', 'caption', 'Under it');
      await preview.page.evaluate(() => {
        document.execCommand('selectAll');
        document.execCommand('bold');
        getSelection().collapseToEnd();
        document.execCommand('insertText', false, ' all\nand <b>more</b>');
      });
      await preview.page.keyboard.press('Enter');
      const [{ after }] = await told(preview);
      assert.equal(after, 'Under it all and &lt;b&gt;more&lt;/b&gt;');
    },
  },

  'a click in a text that is being written stays there': {
    run: async (preview) => {
      await shown(preview);
      await begin(preview, 'c/i', 'caption', 'Under it');
      await preview.messages();
      await box(preview).click();
      await box(preview).dblclick();
      assert.deepEqual(await preview.messages(), []);
    },
  },
};
