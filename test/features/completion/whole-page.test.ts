import { expect, test } from 'vitest';
import { completionIn } from '../../support/completion.ts';

const files = {
  'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
  'site/languages/de.php': "<?php return ['code' => 'de'];",
  'site/blueprints/pages/article.yml': `
fields:
  intro:
    type: text
    default: Hello {{ user.name }}
  state:
    type: select
    default: open
    options: [open, closed]
  note:
    type: info
  text:
    type: textarea
  topics:
    type: tags
    default: [a, b]
  wide:
    type: toggle
    default: true
    translate: false
`,
};
const path = 'content/1_article/article.en.txt';

test('an empty file is filled from its blueprint', async () => {
  const offered = await completionIn('$0', { files, path });
  expect(offered.accept('Fill from blueprint')).toBe(
    ['Title: ', 'Intro: ', 'State: open', 'Text:\n\n', 'Topics: a, b', 'Wide: true'].join(
      '\n\n----\n\n',
    ),
  );
});

test('the cursor goes from field to field', async () => {
  const offered = await completionIn('\n$0\n', { files, path });
  expect(offered.acceptSnippet('Fill from blueprint')).toBe(
    [
      'Title: $1',
      'Intro: $2',
      'State: ${3:open}',
      'Text:\n\n$4',
      'Topics: ${5:a, b}',
      'Wide: ${6:true}$0',
    ].join('\n\n----\n\n'),
  );
});

test('a translation has no fields that are not translated', async () => {
  const offered = await completionIn('$0', { files, path: 'content/1_article/article.de.txt' });
  expect(offered.accept('Fill from blueprint')).not.toContain('Wide');
});

test('a file with any text is left alone', async () => {
  const { labels } = await completionIn('Title: A\n\n----\n\n$0', { files, path });
  expect(labels).not.toContain('Fill from blueprint');
});
