import { describe, expect, test } from 'vitest';
import { completionIn, type Offered } from '../../support/completion.ts';

const blueprint = `
fields:
  cover:
    type: files
    query: page.images
  downloads:
    type: files
    store: id
  related:
    type: pages
  target:
    type: link
  text:
    type: textarea
  layout:
    type: layout
`;
const files = {
  'site/blueprints/pages/article.yml': blueprint,
  'content/site.txt': 'Title: Site',
  'content/logo.svg': '',
  'content/logo.svg.txt': 'Uuid: LogoLogoLogo0001',
  'content/1_article/sea.jpg': '',
  'content/1_article/sea.jpg.txt': 'Alt: The sea\n\n----\n\nUuid: SeaSeaSeaSea0001',
  'content/1_article/plain.png': '',
  'content/1_article/plan.pdf': '',
  'content/1_article/plan.pdf.txt': 'Uuid: PlanPlanPlan0001',
  'content/2_blog/blog.txt': 'Title: Blog of ours\n\n----\n\nUuid: BlogBlogBlog0001',
  'content/2_blog/1_post/post.txt': 'Title: First post',
  'content/2_blog/1_post/hill.jpg': '',
  'content/2_blog/1_post/hill.jpg.txt': 'Uuid: HillHillHill0001',
};

function offered(marked: string): Promise<Offered> {
  return completionIn(marked, { files });
}

describe('files', () => {
  test.each([
    [
      'of the page first, then of the site and of other pages',
      'Text: (link: file://$0)',
      ['plan.pdf', 'sea.jpg', 'logo.svg', 'hill.jpg'],
    ],
    ['whose id holds what is typed', 'Text: file://post$0', ['hill.jpg']],
    [
      'all where one is named already',
      'Text: file://SeaSeaSeaSea0001$0',
      ['plan.pdf', 'sea.jpg', 'logo.svg', 'hill.jpg'],
    ],
    [
      'images where the field asks for them',
      'Cover: $0',
      ['plain.png', 'sea.jpg', 'logo.svg', 'hill.jpg'],
    ],
    [
      'of any kind where it does not',
      'Downloads: - $0',
      ['plain.png', 'plan.pdf', 'sea.jpg', 'logo.svg', 'hill.jpg'],
    ],
    ['by name in a KirbyTag', 'Text: (image: se$0)', ['sea.jpg']],
    [
      'and pages in a link of HTML',
      'Text: <a class="x" href="$0">',
      ['Blog of ours', 'plan.pdf', 'sea.jpg', 'logo.svg', 'hill.jpg'],
    ],
    [
      'and pages by what is typed of a link',
      "Text: <a href='/@/page/blog$0'>",
      ['Blog of ours', 'hill.jpg'],
    ],
    ['none in other attributes', 'Text: <a href="x" title="$0">', []],
    ['none in a link to the web', 'Text: <a href="https://exa$0mple.com">', []],
    ['none behind a link', 'Text: <a href="x">se$0', []],
    ['none in plain text', 'Text: some $0', []],
    ['none after an address', 'Text: https://$0', []],
  ])('%s', async (_, marked, expected) => {
    expect((await offered(marked)).labels).toEqual(expected);
  });

  test('say whose they are and what they show', async () => {
    const { items, isIncomplete } = await offered('Cover: - $0');
    expect(items.find(({ label }) => label === 'sea.jpg')).toMatchObject({
      detail: 'This page',
      documentation: 'The sea',
      kind: 'file',
    });
    expect(items.find(({ label }) => label === 'hill.jpg')?.detail).toBe('blog/post');
    expect(isIncomplete).toBe(true);
  });

  test.each([
    ['with the dash of the list', 'Cover:$0', 'sea.jpg', 'Cover: - file://SeaSeaSeaSea0001'],
    ['with the dash after a blank', 'Cover: $0', 'sea.jpg', 'Cover: - file://SeaSeaSeaSea0001'],
    ['after a dash', 'Cover: - $0', 'sea.jpg', 'Cover: - file://SeaSeaSeaSea0001'],
    [
      'after a dash without a blank',
      'Cover:\n\n-$0',
      'sea.jpg',
      'Cover:\n\n- file://SeaSeaSeaSea0001',
    ],
    [
      'on a line of its own',
      'Cover:\n\n- file://HillHillHill0001\n$0',
      'sea.jpg',
      'Cover:\n\n- file://HillHillHill0001\n- file://SeaSeaSeaSea0001',
    ],
    [
      'over another one',
      'Cover: - file://HillHi$0llHill0001',
      'sea.jpg',
      'Cover: - file://SeaSeaSeaSea0001',
    ],
    ['over a begun scheme', 'Cover: - file:$0', 'sea.jpg', 'Cover: - file://SeaSeaSeaSea0001'],
    ['over a begun name', 'Cover: - se$0', 'sea.jpg', 'Cover: - file://SeaSeaSeaSea0001'],
    ['by name where there is no UUID', 'Cover: - pla$0', 'plain.png', 'Cover: - plain.png'],
    [
      'by name where the field stores names',
      'Downloads: - $0',
      'plan.pdf',
      'Downloads: - plan.pdf',
    ],
    [
      'by id where the field stores names and the file is another page’s',
      'Downloads: - $0',
      'hill.jpg',
      'Downloads: - blog/post/hill.jpg',
    ],
    [
      'in a link',
      'Text: (link: file://$0 text: Plan)',
      'plan.pdf',
      'Text: (link: file://PlanPlanPlan0001 text: Plan)',
    ],
    ['in a KirbyTag', 'Text: (image: se$0 alt: x)', 'sea.jpg', 'Text: (image: sea.jpg alt: x)'],
    ['over a name in a KirbyTag', 'Text: (image: se$0e.jpg)', 'sea.jpg', 'Text: (image: sea.jpg)'],
    [
      'of another page in a KirbyTag',
      'Text: (image: hi$0)',
      'hill.jpg',
      'Text: (image: blog/post/hill.jpg)',
    ],
  ])('are written %s', async (_, marked, label, expected) => {
    expect((await offered(marked)).accept(label)).toBe(expected);
  });
});

describe('pages', () => {
  test.each([
    ['by UUID', 'Related: - $0', 'Blog of ours', 'Related: - page://BlogBlogBlog0001'],
    ['by id without a UUID', 'Related: - fir$0', 'First post', 'Related: - blog/post'],
    ['in brackets', 'Related: [$0]', 'Blog of ours', 'Related: [page://BlogBlogBlog0001]'],
    ['by id in brackets', 'Related: [a,fir$0]', 'First post', 'Related: [a,blog/post]'],
    [
      'in brackets and quotation marks',
      'Related:\n\n["page://b$0", c]',
      'Blog of ours',
      'Related:\n\n["page://BlogBlogBlog0001", c]',
    ],
    ['in a link field', 'Target: $0', 'Blog of ours', 'Target: page://BlogBlogBlog0001'],
    [
      'after the scheme',
      'Text: (link: page://b$0 text: x)',
      'Blog of ours',
      'Text: (link: page://BlogBlogBlog0001 text: x)',
    ],
    ['in a KirbyTag', 'Text: (link: po$0)', 'First post', 'Text: (link: blog/post)'],
  ])('are written %s', async (_, marked, label, expected) => {
    expect((await offered(marked)).accept(label)).toBe(expected);
  });
});

describe('in layouts', () => {
  const image = (inside: string, before = ''): string =>
    `Layout: [{"columns":[{"blocks":[${before}{"content":{"image":[${inside}]},"type":"image"}]}]}]`;
  test.each([
    ['into an empty list', '$0', '"file://SeaSeaSeaSea0001"'],
    ['into a string', '"$0"', '"file://SeaSeaSeaSea0001"'],
    ['over a begun string', '"fi$0"', '"file://SeaSeaSeaSea0001"'],
    ['after the scheme', '"file://$0"', '"file://SeaSeaSeaSea0001"'],
    ['over another one', '"file://Hill$0HillHill0001"', '"file://SeaSeaSeaSea0001"'],
    ['into a string that is not closed', '"$0', '"file://SeaSeaSeaSea0001"'],
    ['before another one', '$0"file://x"', '"file://SeaSeaSeaSea0001","file://x"'],
    ['behind another one', '"file://x"$0', '"file://x","file://SeaSeaSeaSea0001"'],
    ['behind another one and a comma', '"file://x",$0', '"file://x","file://SeaSeaSeaSea0001"'],
  ])('%s', async (_, inside, expected) => {
    expect((await offered(image(inside))).accept('sea.jpg')).toBe(image(expected));
  });

  test.each(['"$0"', '"file:\\/\\/$0"', '"file:$0"'])(
    'with the field’s slashes: %s',
    async (inside) => {
      const legacy = '{"content":{"src":"https:\\/\\/x.org"},"type":"image"},';
      expect((await offered(image(inside, legacy))).accept('sea.jpg')).toBe(
        image('"file:\\/\\/SeaSeaSeaSea0001"', legacy),
      );
    },
  );

  test('only images for an image', async () => {
    expect((await offered(image('"$0"'))).labels).not.toContain('plan.pdf');
    expect((await offered(image('"file://$0"'))).labels).not.toContain('plan.pdf');
  });

  test('links in a text', async () => {
    const text = (href: string): string =>
      `Layout: [{"columns":[{"blocks":[{"content":{"text":"<a href=\\"${href}\\">x</a>"},"type":"text"}]}]}]`;
    for (const typed of ['$0', 'page://$0', '/@/page/Bl$0', '$0/@/page/HillHillHill0001']) {
      expect((await offered(text(typed))).accept('Blog of ours')).toBe(
        text('/@/page/BlogBlogBlog0001'),
      );
    }
    const plan = text('/@/file/PlanPlanPlan0001');
    expect((await offered(text('pla$0n'))).accept('plan.pdf')).toBe(plan);
    const legacy = (href: string): string => text(href).replace('</a>', '<\\/a>');
    expect((await offered(legacy('\\/@\\/$0'))).accept('plan.pdf')).toBe(
      legacy('\\/@\\/file\\/PlanPlanPlan0001'),
    );
  });
});

describe('what the field’s query offers comes first', () => {
  const queried = {
    ...files,
    'site/blueprints/pages/article.yml': `
fields:
  hill:
    type: files
    query: site.find("blog/post").files
  posts:
    type: pages
    query: site.find("blog").children
  odd:
    type: pages
    query: kirby.collection("posts")
  rows:
    type: structure
    fields:
      hill:
        type: files
        query: site.find("blog/post").images
  blocks:
    type: blocks
    fieldsets:
      teaser:
        fields:
          posts:
            type: pages
            query: site.find("blog").children
`,
  };
  const all = ['plain.png', 'plan.pdf', 'sea.jpg', 'logo.svg'];
  const others = ['article', 'Blog of ours'];
  test.each([
    ['files', 'Hill: - $0', ['hill.jpg', ...all]],
    ['files with a scheme', 'Hill: - file://$0', ['hill.jpg', 'plan.pdf', 'sea.jpg', 'logo.svg']],
    ['pages', 'Posts: - $0', ['First post', ...others]],
    ['no more than what is typed', 'Posts: - blog$0', ['First post', 'Blog of ours']],
    ['not where only PHP can tell', 'Odd: - $0', [...others, 'First post']],
    ['in rows', 'Rows:\n\n- hill:\n    - $0', ['hill.jpg', 'plain.png', 'sea.jpg', 'logo.svg']],
    [
      'in blocks',
      'Blocks: [{"content":{"posts":["$0"]},"type":"teaser"}]',
      ['First post', ...others],
    ],
  ])('%s', async (_, marked, expected) => {
    const { items } = await completionIn(marked, { files: queried });
    expect(items.map(({ label }) => label)).toEqual(expected);
    expect(items.map(({ sortText }) => sortText)).toEqual(
      items.map((_item, index) => String(index).padStart(3, '0')),
    );
  });
});

test('no more than two hundred at once', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`content/1_article/n${index}.jpg`, '']),
  );
  const { labels, isIncomplete } = await completionIn('Cover: - $0', {
    files: { ...files, ...many },
  });
  expect(labels).toHaveLength(200);
  expect(isIncomplete).toBe(true);
});
