import { describe, expect, test } from 'vitest';
import {
  metadataAt,
  metadataOfFile,
} from '../../../server/src/features/insertion/create-metadata.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { insertionAt } from '../../support/insertion.ts';

const bare = { files: { 'content/1_blog/bare.jpg': '' } };

describe('metadata of a mentioned file', () => {
  test.each([
    ['Text: See (image: ba$0re.jpg)', 'Uuid: uuid1\n\n----\n\nTemplate: photo'],
    ['Cover: - ba$0re.jpg', 'Alt: \n\n----\n\nUuid: uuid1\n\n----\n\nTemplate: cover'],
    ['Gallery: - ba$0re.jpg', 'Uuid: uuid1'],
    [
      'Blocks: [{"content":{"location":"kirby","image":["ba$0re.jpg"]},"type":"image"}]',
      'Uuid: uuid1\n\n----\n\nTemplate: blocks/image',
    ],
  ])('%s', async (marked, text) => {
    const { context, span } = await insertionAt(marked, bare);
    expect(metadataAt(context, span.start)).toEqual({
      name: 'bare.jpg',
      path: 'content/1_blog/bare.jpg.txt',
      text,
    });
  });

  test('is not made twice', async () => {
    const { context, span } = await insertionAt('Text: (image: ow$0n.jpg)', bare);
    expect(metadataAt(context, span.start)).toEqual({
      name: 'own.jpg',
      path: 'content/1_blog/own.jpg.txt',
      text: undefined,
    });
  });

  test.each(['Text: (image: go$0ne.jpg)', 'Text: See t$0his'])('none: %s', async (marked) => {
    const { context, span } = await insertionAt(marked, bare);
    expect(metadataAt(context, span.start)).toBeUndefined();
  });
});

describe('metadata of a file', () => {
  test.each([
    ['content/1_blog/bare.jpg', 'content/1_blog/bare.jpg.txt', 'Uuid: uuid'],
    ['content/1_blog/own.jpg', 'content/1_blog/own.jpg.txt', undefined],
    // Just put there, and not read yet.
    ['content/1_blog/new.jpg', 'content/1_blog/new.jpg.txt', 'Uuid: uuid'],
  ])('%s', async (file, path, text) => {
    const { context } = await insertionAt('Text:', bare);
    const found = metadataOfFile(sitePath(file), context.site, () => 'uuid');
    expect(found).toMatchObject({ path, text });
  });

  test.each([
    'content/1_blog/article.txt',
    'content/1_blog/own.jpg.txt',
    'content/1_blog/index.php',
    'content/1_blog/.DS_Store',
    'content/nowhere/a.jpg',
    'site/a.jpg',
  ])('none: %s', async (file) => {
    const { context } = await insertionAt('Text:', bare);
    expect(metadataOfFile(sitePath(file), context.site, () => 'uuid')).toBeUndefined();
  });

  test.each([
    ['one section', 'sections:\n  a:\n    type: files\n    template: photo', 'photo'],
    [
      'a section in a column of a tab',
      'tabs:\n  t:\n    columns:\n      - sections:\n          files:\n            template: photo',
      'photo',
    ],
    [
      'two that differ',
      'sections:\n  a:\n    type: files\n    template: photo\n  b:\n    type: files\n    template: plan',
      undefined,
    ],
    ['a section for any', 'sections:\n  files: true', undefined],
    ['the template that is never written', 'sections:\n  files:\n    template: default', undefined],
    ['no section', 'fields:\n  text:\n    type: textarea', undefined],
  ])('has the template of its page’s section: %s', async (_, blueprint, template) => {
    const { context } = await insertionAt('Text:', {
      files: { ...bare.files, 'site/blueprints/pages/article.yml': blueprint },
    });
    const path = sitePath('content/1_blog/bare.jpg');
    const text = metadataOfFile(path, context.site, () => 'uuid')?.text;
    expect(/Template: (.*)/.exec(text ?? '')?.[1]).toBe(template);
  });

  test('belongs to the default language, and takes the extension of the site', async () => {
    const { context } = await insertionAt('Text:', {
      path: 'content/1_blog/article.de.md',
      files: {
        'content/1_blog/bare.jpg': '',
        'site/config/config.php': "<?php return ['content' => ['extension' => 'md']];",
        'site/languages/de.php': "<?php return ['code' => 'de', 'default' => true];",
      },
    });
    const found = metadataOfFile(sitePath('content/1_blog/bare.jpg'), context.site, () => 'uuid');
    expect(found?.path).toBe('content/1_blog/bare.jpg.de.md');
  });
});
