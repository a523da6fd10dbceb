import { describe, expect, test } from 'vitest';
import { inserted, type InsertionOptions } from '../../support/insertion.ts';

type Case = readonly [
  what: string,
  before: string,
  files: readonly string[],
  after: string | undefined,
  options?: InsertionOptions,
];

const image = '{"content":{"location":"kirby","image":$},"id":"1","isHidden":false,"type":"image"}';
const withImage = (value: string): string => `Blocks: [${image.replace('$', () => value)}]`;

const cases: readonly Case[] = [
  ['a textarea', 'Text: See $0 here', ['A B.JPG'], 'Text: See (image: a-b.jpg) here'],
  ['an empty textarea', 'Text: $0', ['a.jpg'], 'Text: (image: a.jpg)'],
  ['a textarea without a blank', 'Text:$0', ['a.jpg'], 'Text: (image: a.jpg)'],
  [
    'the blank line behind a text',
    'Text:\n\nOne\n\n$0\n----\n\nHat: x',
    ['a.jpg'],
    'Text:\n\nOne\n\n(image: a.jpg)\n\n\n----\n\nHat: x',
  ],
  [
    'a text of Windows',
    'Text:\r\n\r\nOne\r\n\r\n$0',
    ['a.jpg', 'b.pdf'],
    'Text:\r\n\r\nOne\r\n\r\n(image: a.jpg)\r\n(file: b.pdf)\r\n\r\n',
  ],
  ['a selection', 'Text: See $0this$0 here', ['a.jpg'], 'Text: See (image: a.jpg) here'],
  [
    'a document and a video',
    'Text: $0',
    ['a.pdf', 'b.mp4'],
    'Text:\n\n(file: a.pdf)\n(video: b.mp4)',
  ],
  [
    'several files within a line',
    'Text: x $0 y',
    ['a.jpg', 'b.jpg'],
    'Text: x (image: a.jpg) (image: b.jpg) y',
  ],
  ['a tag without a value', 'Text: (image: $0)', ['a.jpg'], 'Text: (image: a.jpg)'],
  ['a tag without a blank', 'Text: (file:$0)', ['a.jpg'], 'Text: (file: a.jpg)'],
  ['a tag of another type', 'Text: (image: $0)', ['a.pdf'], undefined],
  ['a tag that has a value', 'Text: (image: b$0.jpg)', ['a.jpg'], undefined],
  ['code', 'Text: Write `$0` so', ['a.jpg'], undefined],
  ['a tag of HTML', 'Text: <img src="$0">', ['a.jpg'], undefined],
  [
    'a field that no blueprint knows',
    'Other: Several words that are prose$0',
    ['a.jpg'],
    'Other: Several words that are prose(image: a.jpg)',
  ],
  ['a field that is no prose', 'Other: word$0', ['a.jpg'], undefined],
  ['a line of text', 'Hat: Hello $0', ['a.jpg'], undefined],
  ['a key', 'Te$0xt: Hello', ['a.jpg'], undefined],
  ['a divider', 'Text: a\n\n--$0--\n\nHat: b', ['a.jpg'], undefined],
  ['a writer', 'Writer: <p>He$0llo</p>', ['a.jpg'], undefined],

  ['a file of the page', 'Text: $0', ['content/1_blog/own.jpg'], 'Text: (image: own.jpg)'],
  [
    'a file of another page',
    'Text: $0',
    ['content/2_about/team.jpg'],
    'Text: (image: file://teamteamteamteam)',
  ],
  [
    'a file of another page without a UUID',
    'Text: $0',
    ['content/2_about/plain.jpg'],
    'Text: (image: about/plain.jpg)',
  ],
  ['a file whose name would end the tag', 'Text: $0', ['content/1_blog/a (b.jpg'], undefined],
  ['a content file', 'Text: $0', ['content/2_about/default.txt'], undefined],

  ['an empty files field', 'Gallery: $0', ['a.jpg'], 'Gallery: - file://uuid1'],
  [
    'an empty files field, several',
    'Gallery: $0',
    ['a.jpg', 'b.jpg'],
    'Gallery:\n\n- file://uuid1\n- file://uuid2',
  ],
  [
    'a list, between two items',
    'Gallery:\n\n- file://ownownownownown1\n$0- file://logologologologo',
    ['a.jpg'],
    'Gallery:\n\n- file://ownownownownown1\n- file://uuid1\n- file://logologologologo',
  ],
  [
    'a list, behind its last item, several',
    'Gallery:\n\n- file://ownownownownown1\n$0\n\n----\n\nHat: x',
    ['a.jpg', 'b.jpg'],
    'Gallery:\n\n- file://ownownownownown1\n- file://uuid1\n- file://uuid2\n\n\n----\n\nHat: x',
  ],
  [
    'a list of Windows',
    'Gallery:\r\n\r\n- file://ownownownownown1$0\r\n',
    ['a.jpg'],
    'Gallery:\r\n\r\n- file://ownownownownown1\r\n- file://uuid1\r\n',
  ],
  ['a list of names', 'Gallery: - own.jpg$0', ['a.jpg'], 'Gallery:\n\n- own.jpg\n- a.jpg'],
  ['an item without a dash', 'Gallery: own.jpg$0', ['a.jpg'], 'Gallery:\n\n- own.jpg\n- a.jpg'],
  ['a field that stores names', 'Downloads: $0', ['a.pdf'], 'Downloads: - a.pdf'],
  [
    'a field that stores names, another page',
    'Downloads: $0',
    ['content/2_about/team.jpg'],
    'Downloads: - about/team.jpg',
  ],
  ['a field of images', 'Gallery: $0', ['a.pdf'], undefined],
  ['a single file', 'Cover: - file://ownownownownown1$0', ['a.jpg'], 'Cover: - file://uuid1'],
  ['a single file, several', 'Cover: $0', ['a.jpg', 'b.jpg'], undefined],
  ['a link field', 'Button: $0', ['a.pdf'], 'Button: file://uuid1'],
  ['a link field that has a link', 'Button: https://a.b$0', ['a.pdf'], undefined],

  ['an image block', withImage('[$0]'), ['a.jpg'], withImage('["file://uuid1"]')],
  ['an image block, from Kirby 3.5', withImage('"$0"'), ['a.jpg'], withImage('["file://uuid1"]')],
  [
    'an image block that has an image',
    withImage('["file:\\/\\/x$0"]'),
    ['a.jpg'],
    withImage('["file:\\/\\/uuid1"]'),
  ],
  [
    'the frame of an image block',
    'Blocks: [{"content":{"location":"kirby"},"id":"1","type":"im$0age"}]',
    ['a.jpg'],
    'Blocks: [{"content":{"image":["file://uuid1"],"location":"kirby"},"id":"1","type":"image"}]',
  ],
  [
    'a gallery of old style',
    'Blocks: [{"content":{"images":["file:\\/\\/b"$0],"caption":"\\u00e9"},"type":"gallery"}]',
    ['a.jpg', 'c.jpg'],
    'Blocks: [{"content":{"images":["file:\\/\\/b","file:\\/\\/uuid1","file:\\/\\/uuid2"],"caption":"\\u00e9"},"type":"gallery"}]',
  ],
  [
    'a text in JSON',
    'Blocks: [{"content":{"text":"\\u00e9 $0\\n\\"b\\" \\/"},"type":"markdown"}]',
    ['a.jpg', 'content/2_about/team.jpg'],
    'Blocks: [{"content":{"text":"\\u00e9 (image: a.jpg) (image: file:\\/\\/teamteamteamteam)\\n\\"b\\" \\/"},"type":"markdown"}]',
  ],
  [
    'a text block',
    'Blocks: [{"content":{"text":"<p>He$0llo</p>"},"id":"1","isHidden":false,"type":"text"}]',
    ['a.jpg'],
    'Blocks: [{"content":{"text":"<p>Hello</p>"},"id":"1","isHidden":false,"type":"text"},{"content":{"location":"kirby","image":["file://uuid1"],"src":"","alt":"","caption":"","link":"","ratio":"","crop":"false"},"id":"block","isHidden":false,"type":"image"}]',
  ],
  [
    'a column of a layout, several',
    'Layout: [{"attrs":[],"columns":[{"blocks":[$0],"id":"c","width":"1/1"}],"id":"r"}]',
    ['a.jpg', 'b.jpg'],
    'Layout: [{"attrs":[],"columns":[{"blocks":[{"content":{"images":["file://uuid1","file://uuid2"],"caption":"","ratio":"","crop":"false"},"id":"block","isHidden":false,"type":"gallery"}],"id":"c","width":"1/1"}],"id":"r"}]',
  ],
  [
    'a layout outside of its columns',
    'Layout: [{"attrs":[],"columns":[],"id":"$0r"}]',
    ['a.jpg'],
    undefined,
  ],
  ['a document among blocks', 'Blocks: [$0]', ['a.pdf'], undefined],
  ['broken JSON', 'Blocks: [{"content":{"image":[$0}]', ['a.jpg'], undefined],
  [
    'rows of a structure',
    'Rows:\n\n- note: Hello$0\n  pictures:\n    - file://x',
    ['a.jpg'],
    "Rows:\n\n- note: 'Hello(image: a.jpg)'\n  pictures:\n    - file://x",
  ],
  [
    'a list in a row of a structure',
    'Rows:\n\n- note: Hello\n  pictures:\n    - file://x$0',
    ['a.jpg', 'b.jpg'],
    'Rows:\n\n- note: Hello\n  pictures:\n    - file://x\n    - file://uuid1\n    - file://uuid2',
  ],
  ['a field without uploads', 'Closed: $0', ['a.jpg'], undefined],
  [
    'a field without uploads, a file of the site',
    'Closed: $0',
    ['content/2_about/team.jpg'],
    'Closed: (image: file://teamteamteamteam)',
  ],
  [
    'a field that uploads elsewhere',
    'Elsewhere: $0',
    ['a.jpg'],
    'Elsewhere: (image: file://uuid1)',
  ],
  [
    'a site without UUIDs',
    'Gallery: $0',
    ['a.jpg', 'content/2_about/team.jpg'],
    'Gallery:\n\n- a.jpg\n- about/team.jpg',
    { files: { 'site/config/config.php': "<?php return ['content' => ['uuid' => false]];" } },
  ],
  ['what Kirby refuses', 'Text: $0', ['a.php'], undefined],
  ['what Kirby takes for content', 'Text: $0', ['notes.txt'], undefined],
  ['a file without an extension', 'Text: $0', ['LICENSE'], undefined],
  ['a hidden file', 'Text: $0', ['.htaccess'], undefined],
  ['no file', 'Text: $0', [], undefined],
];

describe('files are inserted', () => {
  for (const [what, before, files, after, options] of cases) {
    test(`at ${what}`, async () => {
      expect((await inserted(before, files, options))?.text).toBe(after);
    });
  }
});

describe('new files', () => {
  test('get names as Kirby gives them, and metadata as for an upload', async () => {
    const found = await inserted('Cover: $0', ['Über uns (2).JPG']);
    expect(found?.title).toBe('Add "uber-uns-2.jpg" to the page');
    expect(found?.copies).toEqual([{ index: 0, path: 'content/1_blog/uber-uns-2.jpg' }]);
    expect(found?.metadata).toEqual([
      {
        path: 'content/1_blog/uber-uns-2.jpg.txt',
        text: 'Alt: \n\n----\n\nUuid: uuid1\n\n----\n\nTemplate: cover',
      },
    ]);
  });

  test('get a number where their name is taken', async () => {
    const names = ['own.jpg', 'OWN.JPG', 'content/1_blog/own.jpg', '写真.jpg'];
    const found = await inserted('Text: $0', names);
    expect(found?.copies).toEqual([
      { index: 0, path: 'content/1_blog/own-1.jpg' },
      { index: 1, path: 'content/1_blog/own-2.jpg' },
      { index: 3, path: 'content/1_blog/file.jpg' },
    ]);
    expect(found?.metadata.map(({ text }) => text)).toEqual([
      'Uuid: uuid1\n\n----\n\nTemplate: photo',
      'Uuid: uuid2\n\n----\n\nTemplate: photo',
      'Uuid: uuid3\n\n----\n\nTemplate: photo',
    ]);
    expect(found?.text).toContain('(image: own-2.jpg)\n(image: own.jpg)\n(image: file.jpg)');
  });

  test('go where the field uploads to', async () => {
    const found = await inserted('Elsewhere: $0', ['logo.png']);
    expect(found?.title).toBe('Add "logo-1.png" to the site');
    expect(found?.copies).toEqual([{ index: 0, path: 'content/logo-1.png' }]);
    expect(found?.metadata[0]?.path).toBe('content/logo-1.png.txt');
  });

  test('have the template of the block’s field', async () => {
    const found = await inserted(withImage('[$0]'), ['a.jpg']);
    expect(found?.metadata[0]?.text).toBe('Uuid: uuid1\n\n----\n\nTemplate: blocks/image');
  });

  test('have their metadata in the default language', async () => {
    const found = await inserted('Text: $0', ['Ärger.jpg'], {
      path: 'content/1_blog/article.en.txt',
      files: {
        'site/languages/de.php':
          "<?php return ['code' => 'de', 'default' => true, 'slugs' => ['ä' => 'ae']];",
        'site/languages/en.php': "<?php return ['code' => 'en'];",
      },
    });
    expect(found?.metadata[0]?.path).toBe('content/1_blog/aerger.jpg.de.txt');
  });

  test('have no metadata where there is nothing to say', async () => {
    const found = await inserted('Gallery: $0', ['a.jpg'], {
      files: { 'site/config/config.php': "<?php return ['content.uuid' => false];" },
    });
    expect(found?.copies).toHaveLength(1);
    expect(found?.metadata).toEqual([]);
  });

  test('that stand in the site are not copied', async () => {
    const found = await inserted('Text: $0', ['content/1_blog/own.jpg', 'content/1_blog/new.jpg']);
    expect(found?.title).toBe('Insert 2 files');
    expect([found?.copies, found?.metadata]).toEqual([[], []]);
  });
});
