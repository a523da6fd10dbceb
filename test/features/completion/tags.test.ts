import { describe, expect, test } from 'vitest';
import { completionIn, type Offered } from '../../support/completion.ts';

const files = {
  'site/blueprints/pages/article.yml':
    'fields:\n  text:\n    type: textarea\n  intro:\n    type: writer\n  layout:\n    type: layout\n',
  'content/site.txt': 'Title: Site',
  'content/1_article/sea.jpg': '',
  'content/1_article/plan.pdf': '',
  'content/2_blog/blog.txt': 'Title: Blog\n\n----\n\nUuid: blog123456789012',
};
const types = [
  'image',
  'link',
  'file',
  'video',
  'email',
  'tel',
  'youtube',
  'vimeo',
  'gist',
  'date',
];
const block = (text: string, type = 'markdown'): string =>
  `Layout: [{"columns":[{"blocks":[{"content":{"text":"${text}"},"type":"${type}"}]}]}]`;

function offered(marked: string): Promise<Offered> {
  return completionIn(marked, { files });
}

describe('names of tags', () => {
  test.each([
    ['at a parenthesis', 'Text: See ($0', types],
    ['at the beginning', 'Text: ($0)', types],
    ['that begin with what is typed', 'Text: See (i$0', ['image']],
    ['in any case', 'Text: See (VI$0)', ['video', 'vimeo']],
    ['in Markdown blocks', block('See ($0)'), types],
    ['in fields of nobody that hold prose', 'Note: Some words of prose ($0', types],
    ['not in fields of nobody that hold a word', 'Note: Word ($0', []],
    ['not in titles', 'Title: Some words of prose ($0', []],
    ['not in other fields', 'Intro: ($0', []],
    ['not in other blocks', block('($0)', 'text'), []],
    ['not in keys', 'Layout: [{"($0', ['attrs', 'columns', 'id']],
    ['not as the target of Markdown', 'Text: [a]($0)', []],
    ['not in code', 'Text: call($0)', []],
    ['not in other parentheses', 'Text: (see i$0', []],
    ['not in the text of a tag', 'Text: (link: blog text: a ($0', []],
  ])('%s', async (_, marked, expected) => {
    expect((await offered(marked)).labels).toEqual(expected);
  });

  test.each([
    ['Text: ($0', 'image', 'Text: (image: )', 'Text: (image: $1 alt: $2)$0'],
    ['Text: (i$0) b', 'image', 'Text: (image: ) b', 'Text: (image: $1 alt: $2$0) b'],
    ['Text: ($0 b', 'file', 'Text: (file: ) b', 'Text: (file: $1)$0 b'],
    ['Text: ($0word)', 'tel', 'Text: (tel: word)', 'Text: (tel: $1$0word)'],
    ['Text: (im$0: a.jpg)', 'image', 'Text: (image: a.jpg)', 'Text: (image: a.jpg)'],
    [block('\\n($0'), 'date', block('\\n(date: )'), block('\\n(date: $1)$0')],
  ])('%s → %s', async (marked, label, text, snippet) => {
    const list = await offered(marked);
    expect(list.accept(label)).toBe(text);
    expect(list.acceptSnippet(label)).toBe(snippet);
  });

  test('say what they do', async () => {
    const { items } = await offered('Text: ($0');
    expect(items[0]).toMatchObject({ detail: 'An image with its caption.', kind: 'block' });
    expect(items[0]?.documentation).toContain('`caption`');
  });
});

describe('attributes of tags', () => {
  test.each([
    [
      'that are not there yet',
      'Text: (link: blog text: a rel: b $0)',
      ['title', 'target', 'class', 'lang', 'role'],
    ],
    ['before others', 'Text: (email: a@b.c $0 text: a)', ['title', 'target', 'class', 'rel']],
    ['without a closing parenthesis', 'Text: (tel: 12 $0', ['text', 'title', 'class', 'rel']],
    ['that begin with what is typed', 'Text: (image: sea.jpg ca$0)', ['caption']],
    ['on a line of their own', 'Text: (image: sea.jpg\n  ca$0\n)', ['caption']],
    ['in prose once begun', 'Text: (image: sea.jpg alt: A sea ca$0)', ['caption']],
    ['in Markdown blocks', block('(image: sea.jpg\\nca$0)'), ['caption']],
    ['not at each blank of prose', 'Text: (image: sea.jpg alt: A $0)', []],
    ['not in place of the value', 'Text: (tel: $0)', []],
    ['not of aliases', 'Text: (youtube: https://a.org $0)', []],
    ['not outside', 'Text: (image: sea.jpg) ca$0', []],
    ['not in other fields', 'Intro: (tel: 12 $0', []],
  ])('%s', async (_, marked, expected) => {
    expect((await offered(marked)).labels).toEqual(expected);
  });

  test.each([
    ['Text: (tel: 12 ti$0)', 'title', 'Text: (tel: 12 title: )'],
    ['Text: (tel: 12 ti$0tle: a)', 'title', 'Text: (tel: 12 title: a)'],
    [block('(tel: 12\\nti$0)'), 'title', block('(tel: 12\\ntitle: )')],
  ])('%s → %s', async (marked, label, expected) => {
    expect((await offered(marked)).accept(label)).toBe(expected);
  });
});

describe('values of attributes', () => {
  test.each([
    ['a target', 'Text: (link: blog target: $0)', ['_blank']],
    ['a switch', 'Text: (video: a.mp4 autoplay: f$0)', ['false']],
    ['a download', 'Text: (file: plan.pdf download: $0 text: a)', ['false', 'true']],
    ['a date', 'Text: (date: $0)', ['year']],
    [
      'where an image leads',
      'Text: (image: sea.jpg link: $0)',
      ['self', 'article', 'Blog', 'plan.pdf', 'sea.jpg'],
    ],
    ['a poster', 'Text: (video: a.mp4 poster: $0)', ['sea.jpg']],
    ['a poster in a block', block('(video: a.mp4\\nposter: $0)'), ['sea.jpg']],
    ['nothing of a class', 'Text: (link: blog class: $0)', []],
    ['nothing for prose', 'Text: (link: blog text: $0)', []],
  ])('%s', async (_, marked, expected) => {
    expect((await offered(marked)).labels.toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    ['Text: (link: blog target:$0)', '_blank', 'Text: (link: blog target: _blank)'],
    ['Text: (link: blog target: _b$0lan)', '_blank', 'Text: (link: blog target: _blank)'],
    ['Text: (video: a poster: se$0a)', 'sea.jpg', 'Text: (video: a poster: sea.jpg)'],
    [
      'Text: (image: sea.jpg link: $0)',
      'Blog',
      'Text: (image: sea.jpg link: page://blog123456789012)',
    ],
    [block('a\\n(image:$0)'), 'sea.jpg', block('a\\n(image: sea.jpg)')],
    [
      block('<br\\/> (image: a link: $0)'),
      'Blog',
      block('<br\\/> (image: a link: page:\\/\\/blog123456789012)'),
    ],
  ])('%s → %s', async (marked, label, expected) => {
    expect((await offered(marked)).accept(label)).toBe(expected);
  });
});
