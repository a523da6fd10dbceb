import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  blocks:
    type: blocks
    fieldsets: [outer, markdown, note]
  people:
    type: structure
    fields:
      about:
        type: textarea
      parts:
        type: blocks
        fieldsets: [markdown, note]
`,
  'site/blueprints/blocks/outer.yml': `
fields:
  inner:
    type: blocks
    fieldsets: [markdown, note, image, outer]
  rows:
    type: structure
    fields:
      text:
        type: textarea
`,
  'site/blueprints/blocks/note.yml': 'fields:\n  text:\n    type: textarea\n',
  'content/1_article/photo.jpg': '',
  'content/1_article/it is.jpg': '',
};
const only = ['missing-file', 'missing-link-target', 'unknown-tag', 'unclosed-tag'];
const options = { only, files };

describe('KirbyTags at any depth', () => {
  test('in blocks of blocks', () =>
    checkDiagnostics(
      `
Blocks: [{"content":{"inner":"[{\\"content\\":{\\"text\\":\\"\\\\u00e9 (image: gone.jpg) (imge: photo.jpg)\\"},\\"type\\":\\"markdown\\"}]"},"type":"outer"}]
                                                                        ^^^^^^^^ missing-file: …
                                                                                   ^^^^ unknown-tag: …
`,
      options,
    ));

  test('in arrays of blocks in blocks', () =>
    checkDiagnostics(
      `
Blocks: [{"content":{"inner":[{"content":{"text":"(image: gone.jpg)"},"type":"note"}]},"type":"outer"}]
                                                          ^^^^^^^^ missing-file: …
`,
      options,
    ));

  test('in rows, in YAML and in JSON', async () => {
    await checkDiagnostics(
      `
People:

- 
  about: 'It''s (image: gone.jpg)'
                        ^^^^^^^^ missing-file: …
  parts: '[{"content":{"text":"it''s (image: gone.jpg)"},"type":"markdown"}]'
                                             ^^^^^^^^ missing-file: …
`,
      options,
    );
    await checkDiagnostics(
      `
Blocks: [{"content":{"rows":[{"text":"(image: gone.jpg)"}]},"type":"outer"},{"content":{"rows":"- text: '(image: gone.jpg)'"},"type":"outer"}]
                                              ^^^^^^^^ missing-file: …
                                                                                                                 ^^^^^^^^ missing-file: …
`,
      options,
    );
  });

  test('names and links of images in blocks of blocks', () =>
    checkDiagnostics(
      `
Blocks: [{"content":{"inner":"[{\\"content\\":{\\"image\\":[\\"gone.jpg\\"],\\"link\\":\\"page://Gone\\"},\\"type\\":\\"image\\"}]"},"type":"outer"}]
                                                          ^^^^^^^^ missing-file: …
                                                                                 ^^^^^^^^^^^ missing-link-target: …
`,
      options,
    ));

  const inner = (content: string, type = 'markdown'): string =>
    `Blocks: [{"content":{"inner":"[{\\"content\\":{${content}},\\"type\\":\\"${type}\\"}]"},"type":"outer"}]`;
  test.each([
    [
      'Use "photo.jpg" instead',
      inner('\\"text\\":\\"\\\\u00e9 (image: ph$0oto.jpeg)\\"'),
      inner('\\"text\\":\\"\\\\u00e9 (image: photo.jpg)\\"'),
    ],
    [
      'Remove the tag',
      inner('\\"text\\":\\"See (image: go$0ne.jpg alt: \\\\\\"x\\\\\\") this\\"'),
      inner('\\"text\\":\\"See  this\\"'),
    ],
    [
      'Remove the reference',
      inner('\\"image\\":[\\"photo.jpg\\",\\"go$0ne.jpg\\"]', 'image'),
      inner('\\"image\\":[\\"photo.jpg\\"]', 'image'),
    ],
    [
      'Remove the link',
      inner('\\"link\\":\\"page://Go$0ne\\"', 'image'),
      inner('\\"link\\":\\"\\"', 'image'),
    ],
    [
      'Use "photo.jpg" instead',
      "People:\n\n- \n  about: 'It''s (image: ph$0oto.jpeg)'",
      "People:\n\n- \n  about: 'It''s (image: photo.jpg)'",
    ],
  ])('are mended: %s', (title, before, after) => checkFix(before, after, { ...options, title }));

  test('are nothing to complain of where no blueprint has a textarea', () =>
    checkDiagnostics(inner('\\"title\\":\\"(image: gone.jpg)\\"', 'note'), options));
});
