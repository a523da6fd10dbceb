import { describe, expect, test } from 'vitest';
import { namesInText, type TextUse } from '../../../server/src/kirby/reference/names-in-text.ts';

/** The names in a text, each as `file photo.jpg` with what its span covers after it. */
function names(text: string, use: TextUse = 'text'): readonly string[] {
  return namesInText(text, use).map(({ wanted, name, span, context }) => {
    expect(text.slice(span.start, span.end)).toBe(name);
    return `${context}: ${wanted} ${name}`;
  });
}

test.each([
  ['See (image: photo.jpg alt: A photo).', ['tag: file photo.jpg']],
  ['(image: blog/photo.jpg)', ['tag: file blog/photo.jpg']],
  ['(file: plan.pdf text: The plan)', ['tag: file plan.pdf']],
  ['(video: film.mp4 poster: still.jpg)', ['tag: file film.mp4', 'tag: file still.jpg']],
  ['(image: a.jpg caption: The (file: plan.pdf))', ['tag: file a.jpg', 'tag: file plan.pdf']],
  ['(video: a.mp4 caption: The (file: plan.pdf))', ['tag: file a.mp4']],
  ['(image: a.jpg link: my plan.pdf)', ['tag: file a.jpg', 'tag: file my plan.pdf']],
  ['(image: a.jpg link: big/a.jpg)', ['tag: file a.jpg', 'tag: file big/a.jpg']],
  ['(image: a.jpg link: https://a.org/a.jpg)', ['tag: file a.jpg']],
  ['(image: a.jpg link: blog/post)', ['tag: file a.jpg', 'tag: page blog/post']],
  ['(link: blog/post text: More)', ['tag: page blog/post']],
  ['(link: /blog/post/?page=2#top)', ['tag: page blog/post']],
  ['<a class="x" href="/blog/post#top">', ['html: page blog/post']],
  ["<a href='/blog/'>", ['html: page blog']],
  ['[More](/blog/post "Title")', ['markdown: page blog/post']],
  ['<img src="/blog/photo.jpg">', []],
  ['(link: https://example.org/blog)', []],
  ['(link: #top)', []],
  ['(link: page://x0Eszp6nhmEIe0aI)', []],
  ['<a href="//example.org/blog">', []],
  ['<a href="/@/page/x0Eszp6nhmEIe0aI">', []],
  ['(image: https://example.org/a.jpg)', []],
  ['(image: file://x0Eszp6nhmEIe0aI)', []],
  ['photo.jpg', []],
  ['blog/post', []],
])('%s names %j', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

describe('the whole of a text counts where the field says so', () => {
  test.each<[TextUse, string, readonly string[]]>([
    ['files', 'photo.jpg', ['whole: file photo.jpg']],
    ['files', 'blog/my photo.jpg', ['whole: file blog/my photo.jpg']],
    ['files', '- a.jpg\n- "b.jpg"', ['whole: file a.jpg', 'whole: file b.jpg']],
    ['pages', 'blog', ['whole: page blog']],
    ['pages', '- blog\n- blog/post', ['whole: page blog', 'whole: page blog/post']],
    ['pages', 'page://x0Eszp6nhmEIe0aI', []],
    ['link', '/blog/post', ['whole: page blog/post']],
    ['link', 'mailto:ana@example.org', []],
    ['link', '#top', []],
    ['unknown', 'photo.jpg', ['whole: file photo.jpg']],
    ['unknown', 'blog/post', ['whole: page blog/post']],
    ['unknown', 'blog', []],
    ['unknown', 'See photo.jpg', []],
    ['unknown', 'https://example.org/a.jpg', []],
  ])('%s: %j', (use, text, expected) => {
    expect(names(text, use)).toEqual(expected);
  });
});
