import { describe, expect, it } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import type { Preview } from '../../server/src/preview/model.ts';
import { speak } from '../../server/src/kirby/text/say.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';
import { textOf } from './exact-html.ts';

/** A content file of a site, rendered. */
async function rendered(files: Readonly<Record<string, string>>, path: string): Promise<Preview> {
  const site = await siteFrom(files);
  const file = site.contentFile(sitePath(path));
  const { language } = file ?? {};
  const context = renderContext({ site, model: file?.model, audience: 'editor', language });
  return renderPage(parseContent(files[path] ?? ''), context, file);
}

function fields(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n\n----\n\n');
}

function shown(preview: Preview, key: string): string {
  return textOf(preview.fragments.get(key)?.html ?? '');
}

describe('the form of a page', () => {
  const path = 'content/1_a/note.txt';
  const note = (blueprint: string, content: string): Promise<Preview> =>
    rendered({ 'site/blueprints/pages/note.yml': blueprint, [path]: content }, path);

  it('has the order of the blueprint, and then what it does not know', async () => {
    const { roots } = await note(
      'fields:\n  two:\n    type: text\n  body:\n    type: blocks\n  one:\n    type: text',
      fields({ Strange: 'x', One: '1', Body: '[{"type":"line","content":{}}]', Two: '2' }),
    );
    expect(roots).toEqual(['two', 'body', 'one', '#others']);
  });

  it('names what the blueprint does not know, unless a part of it cannot be read', async () => {
    const content = fields({ Strange: 'x', One: '1' });
    const known = await note('fields:\n  one:\n    type: text', content);
    expect(shown(known, '#others')).toBe('Not in the blueprint');
    const { roots } = await note(
      'fields:\n  one:\n    type: text\n  more:\n    extends: fields/gone',
      content,
    );
    expect(roots).toEqual(['one', 'strange']);
  });

  const tabs = `tabs:
  first:
    label:
      en: Words
      de: Wörter
    columns:
      - width: 2/3
        fields:
          one:
            type: text
            width: 1/2
          two:
            type: text
            width: 1/2
      - width: 1/3
        sections:
          meta:
            type: fields
            fields:
              three:
                type: text
  secondTab:
    fields:
      four:
        type: text
  empty:
    fields:
      five:
        type: text`;

  it('has its tabs and columns with their widths', async () => {
    const preview = await note(tabs, fields({ Four: '4', Three: '3', Two: '2', One: '1' }));
    expect(preview.roots).toEqual(['#tab-0', '#tab-1']);
    expect(shown(preview, '#tab-0')).toBe('Words');
    expect(shown(preview, '#tab-1')).toBe('Second tab');
    const html = preview.fragments.get('#tab-0')?.html ?? '';
    expect([...html.matchAll(/kirby-span-\d+|data-key="\w+"/g)].map(String)).toEqual([
      'kirby-span-8',
      'kirby-span-6',
      'data-key="one"',
      'kirby-span-6',
      'data-key="two"',
      'kirby-span-4',
      'data-key="three"',
    ]);
  });

  it('leaves out columns and tabs with nothing to show', async () => {
    const preview = await note(tabs, fields({ Three: '3' }));
    expect(preview.roots).toEqual(['three']);
  });

  it('keeps a field that cannot be read in its tab', async () => {
    const preview = await note(
      `tabs:\n  a:\n    fields:\n      body:\n        type: layout\n  b:\n    fields:\n      x:\n        type: text`,
      fields({ Body: '[{', X: 'x' }),
    );
    expect(preview.broken).toHaveLength(1);
    expect(preview.roots).toEqual(['#tab-0', '#tab-1']);
    expect(preview.fragments.get('#tab-0')?.html).toContain('data-key="body"');
  });
});

describe('a model', () => {
  it('may be the site', async () => {
    const preview = await rendered(
      { 'content/site.txt': 'Title: Home of all' },
      'content/site.txt',
    );
    expect(shown(preview, 'title')).toBe('Home of all');
  });

  it('may be a user', async () => {
    const path = 'site/accounts/abcd1234/user.txt';
    const preview = await rendered(
      {
        'content/': '',
        'site/blueprints/users/default.yml': 'fields:\n  bio:\n    type: textarea\n    label: Life',
        'site/accounts/abcd1234/index.php': "<?php return ['role' => 'default'];",
        [path]: 'Bio: *Long*',
      },
      path,
    );
    expect(preview.fragments.get('bio')?.html).toContain('<em>Long</em>');
  });

  it('says when it is a draft, in the language of the editor', async () => {
    const path = 'content/_drafts/a/note.txt';
    expect(shown(await rendered({ [path]: 'Title: T' }, path), '#head')).toBe('Draft');
    speak(new Map([['Draft', 'Entwurf']]));
    const inGerman = await rendered({ [path]: 'Title: T' }, path);
    speak(undefined);
    expect(shown(inGerman, '#head')).toBe('Entwurf');
  });

  it.each([
    ['30% 40%', ['30%', '40%']],
    ['0.25, 0.5', ['25%', '50%']],
    ['center', []],
  ])('may be a picture with its text and its focus point: %s', async (focus, sizes) => {
    const path = 'content/1_a/b.jpg.txt';
    const preview = await rendered(
      {
        'content/1_a/a.txt': '',
        'content/1_a/b.jpg': '',
        [path]: fields({ Alt: 'A "b"', Focus: focus }),
      },
      path,
    );
    const html = preview.fragments.get('#head')?.html ?? '';
    expect(html).toContain('<img src="content/1_a/b.jpg" alt="A &quot;b&quot;" />');
    expect([...html.matchAll(/(?:width|height)="(\d+%)"/g)].map(([, size]) => size)).toEqual(sizes);
  });
});

describe('a translation', () => {
  const files = {
    'site/languages/en.php':
      "<?php return ['code' => 'en', 'default' => true, 'name' => 'English'];",
    'site/languages/de.php': "<?php return ['code' => 'de', 'name' => 'Deutsch'];",
    'content/1_a/note.en.txt': fields({
      Title: 'English title',
      Place: 'Berlin',
      Prose: 'One line.\n\nAnother.',
      Hidden: 'English',
      Uuid: 'abc',
    }),
    'content/1_a/note.de.txt': fields({ Hidden: '', Mood: 'gut' }),
  };

  it('shows what it lacks as the default language has it, and says so', async () => {
    const preview = await rendered(files, 'content/1_a/note.de.txt');
    const why = 'Not in this translation, so Kirby shows the text in English.';
    expect(preview.roots).toEqual(['#head', 'mood', 'place', 'prose']);
    expect(shown(preview, 'place')).toBe(`Place Berlin${why}`);
    expect(shown(preview, 'prose')).toBe(`Prose ${why}`);
    // The sentence of the editor keeps its order in a page that is written from right to left.
    expect(preview.fragments.get('place')?.html).toContain(`<bdi>${why}</bdi>`);
    expect(preview.fragments.get('title')?.html).toContain(`kirby-fallback" data-key="title"`);
    expect(preview.fragments.get('title')?.html).toContain(`title="${why}">English title<`);
    expect(preview.fragments.get('mood')?.html).not.toContain('kirby-fallback');
  });

  it('is not what the default language is', async () => {
    const { roots } = await rendered(files, 'content/1_a/note.en.txt');
    expect(roots).toEqual(['#head', 'place', 'prose', 'hidden']);
  });
});
