import { describe, expect, it } from 'vitest';
import { remoteImage } from '../../server/src/preview/image.ts';
import { withoutRemoteImages } from '../../server/src/preview/local-html.ts';

const address = 'https://elsewhere.example/a.png';

describe('withoutRemoteImages', () => {
  it.each([
    ['<img src="ADDRESS">', ''],
    ["<IMG alt='A' SRC = 'ADDRESS' />", 'A'],
    ['<img src=ADDRESS alt=A>', 'A'],
    ['<img src="ADDRESS" alt="a > b">', 'a > b'],
    [`<img alt='"a" > b = c' src=ADDRESS>`, '"a" > b = c'],
    ['<img alt="a > b" src="ADDRESS">', 'a > b'],
    ["<img src=ADDRESS alt=don't>", "don't"],
  ])('has a box in place of %s', (image, alt) => {
    const html = `it's <b>a</b>${image.replace('ADDRESS', address)} it's > "b"`;
    expect(withoutRemoteImages(html)).toBe(
      `it's <b>a</b>${remoteImage(address, alt).html} it's > "b"`,
    );
  });

  it.each([
    '<img src="content/a.png" alt="https://a.example > b">',
    `<img src="${address}" alt="never closed`,
    `<img src="${address}"`,
    `<imgs src="${address}">`,
  ])('leaves %s as it is', (html) => {
    expect(withoutRemoteImages(html)).toBe(html);
  });

  it.each(['<img ', '<img src="//a ', '<img a="', '<img a=', '<img a=\'>\' b="c" '])(
    'looks once through many tags that nobody closes: %s',
    (start) => {
      const html = `//${start.repeat(20_000)}`;
      const before = performance.now();
      withoutRemoteImages(html);
      expect(performance.now() - before).toBeLessThan(2500);
    },
  );
});
