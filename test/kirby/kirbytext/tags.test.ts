import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, type KirbyTag, parseTags } from '../../../server/src/kirby/kirbytext/tags.ts';
import { slice } from '../../../server/src/kirby/text/span.ts';

/** `type=value`, then each attribute as `name=value`. */
function shape(tag: KirbyTag): string {
  const attributes = tag.attributes.map(({ name, value }) => `${name}=${value}`);
  return [`${tag.type}=${tag.value.text}`, ...attributes].join(' | ');
}

describe('parseTags', () => {
  it.each([
    ['no tag', 'Bread (and butter)', []],
    ['a blank before the type', '( link: x)', []],
    ['a blank before the colon', '(link : x)', []],
    ['capitals', '(Link: a TEXT: Up)', ['link=a | text=Up']],
    ['no blanks', '(link:a text:b)', ['link=a | text=b']],
    ['parentheses in pairs', '(link: a text: (b) c)', ['link=a | text=(b) c']],
    ['an open parenthesis too many', '(link: a text: b ( c)', []],
    ['a closed parenthesis too many', '(link: a text: b) c)', ['link=a | text=b']],
    ['a tag after one that is never closed', '(link: a (file: b)', ['file=b']],
    ['a tag inside of a tag', '(link: a text: (email: b))', ['link=a | text=(email: b)']],
    ['an attribute that nobody knows', '(link: a foo: b)', ['link=a foo: b']],
    ['an attribute in the middle of a word', '(link: b subtitle: x)', ['link=b sub | title=x']],
    [
      'an attribute in an address',
      '(link: https://a.example/?text:b)',
      ['link=https://a.example/? | text=b'],
    ],
    [
      'a longer name of an attribute',
      '(image: a linkclass: b link: c)',
      ['image=a | linkclass=b | link=c'],
    ],
    ['nothing between type and attribute', '(link:text: foo)', ['link=text']],
    ['a blank between type and attribute', '(link: text: foo)', ['link= | text=foo']],
    ['no value', '(link:)', ['link=']],
    ['an empty attribute at the end', '(link: a text:)', ['link=a | text=']],
    ['the type once more', '(link: a link: b)', ['link=b']],
    ['a UUID as the value', '(file: file://abc text: b)', ['file=file://abc | text=b']],
    ['a UUID in parentheses', 'See (file://abc).', ['file=']],
    ['a UUID of a page in parentheses', 'See (page://abc).', ['page=//abc']],
    ['an alias, which takes no attributes', '(youtube: a width: 3)', ['youtube=a width: 3']],
    ['a type that nobody knows', '(my-tag_2: a text: b)', ['my-tag_2=a text: b']],
    ['several lines', '(image: a\n\n  alt: b\n)', ['image=a | alt=b']],
    ['two tags', '(tel: 1)(tel: 2)', ['tel=1', 'tel=2']],
    ['a no-break space, which is no blank', '(tel:\u00a01)', ['tel=\u00a01']],
  ])('%s', (_name, text, expected) => {
    expect(parseTags(text).map(shape)).toEqual(expected);
  });

  it('says where everything stands', () => {
    const text = 'A (Image: a.jpg Alt: b ) c';
    const [tag] = parseTags(text);
    const at = (span: { readonly start: number; readonly end: number } | undefined): string =>
      span === undefined ? '' : slice(text, span);
    expect(at(tag?.span)).toBe('(Image: a.jpg Alt: b )');
    expect(at(tag?.value.span)).toBe('a.jpg');
    expect(at(tag?.attributes[0]?.nameSpan)).toBe('Alt');
    expect(at(tag?.attributes[0]?.valueSpan)).toBe('b');
  });

  it('gives the place of a value that is not there', () => {
    expect(parseTags('(link:)')[0]?.value.span).toEqual({ start: 6, end: 6 });
  });

  it('keeps every span inside of the tag and true to its text', () => {
    const piece = fc.constantFrom(
      ...[
        '(link:',
        '(image:',
        '(gist:',
        '(x:',
        ')',
        '(',
        ' ',
        'text:',
        'alt:',
        'file:',
        '//',
        'a',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let after = 0;
        for (const { span, value, attributes } of parseTags(text)) {
          expect(span.start).toBeGreaterThanOrEqual(after);
          after = span.end;
          expect(slice(text, value.span)).toBe(value.text);
          for (const attribute of attributes) {
            expect(slice(text, attribute.valueSpan)).toBe(attribute.value);
            expect(slice(text, attribute.nameSpan).toLowerCase()).toBe(attribute.name);
            expect(attribute.valueSpan.end).toBeLessThan(span.end);
          }
        }
      }),
    );
  });

  it.each(['(', '(a:', '(link: ', '(image: a ', '(link: x)'])(
    'takes no time over 100,000 characters of %s',
    (text) => {
      const start = process.cpuUsage();
      parseTags(text.repeat(100_000 / text.length));
      expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
    },
  );
});

describe('attributeOf', () => {
  it('takes the last of a name', () => {
    const [tag] = parseTags('(link: a text: b TEXT: c)');
    expect(tag && [attributeOf(tag, 'text'), attributeOf(tag, 'rel')]).toEqual(['c', undefined]);
  });
});
