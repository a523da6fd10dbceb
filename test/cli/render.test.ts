import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RenderedBlock, RenderedLayout } from '../../server/src/preview/render-blocks.ts';
import { withOurAddresses } from '../preview/oracle.ts';
import { vectors } from '../support/vectors.ts';
import { vectorFiles } from './vector-files.ts';
import { folderWith, kirbyAuthor, type Outcome, type Surroundings } from './command-line.ts';

const site = folderWith({
  'content/site.txt': 'Title: Site',
  'content/1_blog/blog.txt': 'Title: Blog',
  'content/1_blog/1_first/post.txt':
    'Title: First\n----\nText: A *word* (image: photo.jpg)\n----\nBlocks: [{"content":{"text":"<p>b</p>"},"id":"b1","isHidden":false,"type":"text"}]',
  'content/1_blog/1_first/photo.jpg': '',
  'content/1_blog/1_first/photo.jpg.txt': 'Alt: A photo',
  'content/cover.jpg': '',
  'site/blueprints/pages/post.yml':
    'fields:\n  text:\n    type: textarea\n  blocks:\n    type: blocks\n',
});

const render = (args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> =>
  kirbyAuthor(['render', ...args], { folder: site, ...surroundings });

const image = '[{"content":{"image":["photo.jpg"]},"id":"i1","isHidden":true,"type":"image"}]';
const heading =
  '[{"content":{"level":"h3","text":"Hello"},"id":"h1","isHidden":false,"type":"heading"}]';

describe('a content file', () => {
  const file = 'content/1_blog/1_first/post.txt';

  test('is printed as a whole page', async () => {
    const { code, output, errors } = await render([file]);
    expect([code, errors]).toEqual([0, '']);
    for (const part of ['First', '<em>word</em>', '<p>b</p>']) expect(output).toContain(part);
    expect(output).not.toContain('kirby-slot');
  });

  test('is printed field by field, whatever the letter case of the name', async () => {
    for (const name of ['text', 'Text']) {
      const { code, output } = await render([file, '--field', name]);
      expect(code).toBe(0);
      expect(output).toContain('<em>word</em>');
      expect(output).toContain('src="content/1_blog/1_first/photo.jpg"');
      expect(output).not.toContain('<p>b</p>');
    }
  });

  test('may lie in no site', async () => {
    const folder = folderWith({ 'loose.txt': 'Title: Loose\n----\nText: a' });
    const { code, output } = await render(['loose.txt'], { folder });
    expect(code).toBe(0);
    expect(output).toContain('Loose');
  });

  test.each<readonly [string, readonly string[], string]>([
    ['no file and no input', [], 'Name one content file.'],
    ['two files', [file, file], 'Name one content file.'],
    ['a file that is not there', ['none.txt'], 'The file none.txt cannot be read.'],
    ['a field that is not there', [file, '--field', 'none'], 'The file has no field "none".'],
    [
      'a page of its own',
      [file, '--page', 'blog'],
      '--site and --page go with --blocks or --layout.',
    ],
  ])('cannot be rendered with %s', async (_name, args, message) => {
    expect(await render(args)).toEqual({
      code: 2,
      output: '',
      errors: `kirby-author render: ${message}\n`,
    });
  });
});

describe('a value', () => {
  test('is rendered for a page: its files are found', async () => {
    const { code, output } = await render(['--blocks', '--site', '.', '--page', 'blog/first'], {
      input: image,
    });
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({
      blocks: [
        {
          id: 'i1',
          type: 'image',
          isHidden: true,
          html: expect.stringContaining('alt="A photo"') as unknown,
        },
      ],
    });
    expect(output).toContain('content/1_blog/1_first/photo.jpg');
  });

  test.each([[['--page', 'site']], [[]]])('is rendered for the site with %j', async (page) => {
    const input = image.replace('photo', 'cover');
    const { output } = await render(['--blocks', '--site', '.', ...page], { input });
    expect(output).toContain('content/cover.jpg');
  });

  test('needs no site', async () => {
    const { code, output } = await render(['--blocks'], { input: heading });
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({
      blocks: [{ id: 'h1', type: 'heading', isHidden: false, html: '<h3>Hello</h3>\n' }],
    });
  });

  test.each([
    ['a list', heading],
    ['a list with blanks around it', `\n ${heading}\r\n`],
    ['a JSON string that holds one', JSON.stringify(heading)],
  ])('may be %s', async (_name, input) => {
    const { output } = await render(['--blocks'], { input });
    expect(JSON.parse(output)).toMatchObject({ blocks: [{ id: 'h1' }] });
  });

  test('of a layout has rows, columns and blocks', async () => {
    const input = `[{"attrs":{},"columns":[{"blocks":${heading},"id":"c1","width":"1/3"}],"id":"r1"}]`;
    const { code, output } = await render(['--layout'], { input });
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({
      layouts: [
        {
          id: 'r1',
          columns: [
            {
              id: 'c1',
              width: '1/3',
              span: 4,
              blocks: [{ id: 'h1', type: 'heading', isHidden: false, html: '<h3>Hello</h3>\n' }],
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['https://example.org', 'https://example.org/blog'],
    ['https://example.org/', 'https://example.org/blog'],
    [undefined, '/blog'],
  ])('has page links that start with %s', async (url, href) => {
    const content = {
      location: 'web',
      src: 'https://example.org/a.jpg',
      link: 'page://blogUuid00000001',
    };
    const input = JSON.stringify([{ content, id: 'a', type: 'image' }]);
    const folder = folderWith({
      'content/site.txt': '',
      'content/1_blog/blog.txt': 'Title: Blog\n----\nUuid: blogUuid00000001',
    });
    const { output } = await render(
      ['--blocks', '--site', '.', ...(url === undefined ? [] : ['--url', url])],
      { input, folder },
    );
    expect(output).toContain(`href=\\"${href}\\"`);
  });

  test.each<readonly [string, readonly string[], string]>([
    ['two kinds at once', ['--blocks', '--layout'], 'Choose --blocks or --layout.'],
    [
      'a page of no site',
      ['--blocks', '--page', 'blog'],
      '--page needs --site, the folder of the site that has the page.',
    ],
    [
      'a page that is not there',
      ['--blocks', '--site', '.', '--page', 'none'],
      'The site has no page "none".',
    ],
    [
      'a folder without a site',
      ['--blocks', '--site', 'site'],
      `There is no Kirby site in ${path.join(site, 'site')}.`,
    ],
    [
      'a file',
      ['--blocks', 'content/site.txt'],
      'The value is read from the input; there is no file or field to name.',
    ],
  ])('cannot be rendered with %s', async (_name, args, message) => {
    expect(await render(args, { input: heading })).toEqual({
      code: 2,
      output: '',
      errors: `kirby-author render: ${message}\n`,
    });
  });
});

test('the folder of a site needs nothing but its content', async () => {
  const folder = folderWith({ 'content/a/article.txt': 'Title: A', 'content/a/photo.jpg': '' });
  const { code, output } = await render(['--blocks', '--site', '.', '--page', 'a'], {
    folder,
    input: image,
  });
  expect(code).toBe(0);
  expect(output).toContain('content/a/photo.jpg');
});

interface Recorded {
  readonly error?: unknown;
  readonly blocks?: readonly RenderedBlock[];
  readonly layouts?: readonly (Omit<RenderedLayout, 'columns'> & {
    readonly columns: readonly {
      readonly id: string;
      readonly width: string;
      readonly span: { readonly value?: number };
      readonly blocks: readonly RenderedBlock[];
    }[];
  })[];
}

describe('real Kirby’s answers', () => {
  const oracle = folderWith(vectorFiles());
  const cases = (['blocks', 'layout'] as const).flatMap((kind) =>
    vectors(kind)
      // A file as the model cannot be named on the command line.
      .filter(
        ({ request: { parent } }) => typeof parent !== 'string' || !parent.startsWith('file:'),
      )
      .map(({ name, request, result, ok }) => ({
        kind,
        name,
        request,
        ok,
        answer: result as Recorded,
      })),
  );

  test.each(cases)('$kind: $name', async ({ kind, request, ok, answer }) => {
    const { data, value = null, parent = 'article' } = request;
    const input = JSON.stringify(data ?? value);
    const page = typeof parent === 'string' ? parent : 'article';
    const { code, output } = await render([`--${kind}`, '--site', oracle, '--page', page], {
      input,
    });
    const printed = JSON.parse(output) as Recorded;
    if (!ok || answer.error !== undefined) {
      expect([code, printed]).toEqual([1, { error: expect.any(String) as unknown }]);
      return;
    }
    expect(code).toBe(0);
    const block = ({ id, type, isHidden, html }: RenderedBlock): object => ({
      id: anyId(id),
      type,
      isHidden,
      html: withOurAddresses(html),
    });
    expect(printed.blocks?.map(block)).toEqual(answer.blocks?.map(block));
    // Where the record was made with deprecations as errors, some widths have no span.
    const isStrict = request['errors'] === 'all';
    const rows = (layouts: Recorded['layouts'], spanOf: (span: never) => unknown): unknown =>
      layouts?.map(({ id, columns }) => [
        anyId(id),
        columns.map((column) => ({
          id: anyId(column.id),
          width: column.width,
          span: isStrict ? undefined : spanOf(column.span as never),
          blocks: column.blocks.map(block),
        })),
      ]);
    expect(rows(printed.layouts, (span) => span)).toEqual(
      rows(answer.layouts, (span: { readonly value?: number }) => span.value),
    );
  });
});

/** An id that was made up is as good as another. */
function anyId(id: string): string {
  return /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u.test(id)
    ? '{uuid}'
    : id;
}
