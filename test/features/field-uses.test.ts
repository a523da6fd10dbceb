import { expect, test } from 'vitest';
import { fieldUses } from '../../server/src/features/field-uses.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';

const files = {
  'content/site.txt': 'Title: Site\n----\nMeta: x',
  'content/1_a/article.txt': 'Title: A\n----\nCover: x\n----\nMeta: x',
  'content/1_a/article.de.txt': 'Cover: x',
  'content/1_a/_changes/article.txt': 'Cover: x',
  'content/1_a/photo.jpg': '',
  'content/1_a/photo.jpg.txt': 'Alt: x\n----\nCover: x',
  'content/2_b/article.txt': 'Title: B\n----\nMy-Text: x',
  'content/3_c/note.txt': 'Title: C\n----\nCover: x\n----\nMeta: x',
  'content/4_d/other.txt': 'Cover: x',
  'site/config/config.php': "<?php return ['languages' => true];",
  'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
  'site/languages/de.php': "<?php return ['code' => 'de'];",
  'site/blueprints/pages/article.yml':
    'title: Article\ntabs:\n  main:\n    fields:\n      cover:\n        type: files\n      my-text: { type: text }\n      list:\n        type: structure\n        fields:\n          Cover: { type: text }\n  seo: tabs/seo\n',
  'site/blueprints/pages/note.yml': 'fields:\n  cover: { type: text }\n  g: fields/group\n',
  'site/blueprints/fields/group.yml': 'type: group\nfields:\n  meta: { type: text }\n',
  'site/blueprints/tabs/seo.yml': 'fields:\n  meta: { type: text }\n',
  'site/blueprints/files/default.yml': 'fields:\n  alt: { type: text }\n',
};

/** The content files that use the field under `needle` in a blueprint. */
async function uses(blueprint: string, needle: string): Promise<readonly string[] | undefined> {
  const site = await siteFrom(files);
  const path = `site/blueprints/${blueprint}.yml`;
  const text = Object.entries(files).find(([name]) => name === path)?.[1] ?? '';
  return fieldUses(site, sitePath(path), text, text.indexOf(needle))?.paths;
}

test.each<[string, string, readonly string[] | undefined]>([
  ['pages/article', 'cover', ['content/1_a/article.de.txt', 'content/1_a/article.txt']],
  ['pages/article', 'my-text', ['content/2_b/article.txt']],
  ['pages/note', 'cover', ['content/3_c/note.txt']],
  ['tabs/seo', 'meta', ['content/1_a/article.txt']],
  ['fields/group', 'meta', ['content/3_c/note.txt']],
  ['files/default', 'alt', ['content/1_a/photo.jpg.txt']],
  // The field of a structure has the same name.
  ['pages/article', 'Cover', undefined],
  ['pages/article', 'title', undefined],
  ['pages/article', 'type: files', undefined],
  ['pages/article', 'main', undefined],
  ['pages/article', 'tabs/seo', undefined],
])('%s: %s', async (blueprint, needle, expected) => {
  expect(await uses(blueprint, needle)).toEqual(expected);
});
