import { beforeAll, describe, expect, test } from 'vitest';
import { editorFolder, loadTokenizer, type Token, type Tokenize } from './tokens.ts';

const name =
  editorFolder === undefined
    ? 'the grammar (skipped: the editor has not been obtained yet; `npm test` does)'
    : 'the grammar';

const divider = '\n\n----\n\n';

describe.skipIf(editorFolder === undefined)(name, () => {
  let tokenize: Tokenize;

  beforeAll(async () => {
    tokenize = await loadTokenizer(editorFolder ?? '');
  }, 60_000);

  /** The innermost scope of the only token with that text. */
  const scopeOf = (tokens: readonly Token[], text: string): string | undefined => {
    const found = tokens.filter((token) => token.text === text);
    expect(
      found,
      `one token “${text}” of ${JSON.stringify(tokens.map((token) => token.text))}`,
    ).toHaveLength(1);
    return found[0]?.scopes.at(-1);
  };

  const key = 'entity.name.tag.key.kirby-txt';
  const dash = 'comment.line.divider.kirby-txt';

  test.each([
    ['a key', 'Title: A', 'Title', key],
    ['a key with a hyphen', 'Visual-color: A', 'Visual-color', key],
    ['a key with a blank', 'My field: A', 'My field', key],
    ['a key after a byte order mark', '\ufeffTitle: A', 'Title', key],
    ['a colon', 'Title: A', ':', 'punctuation.separator.key-value.kirby-txt'],
    ['a plain value', 'Title: A _b_ *c*', 'A _b_ *c*', 'string.unquoted.value.kirby-txt'],
    ['a UUID', 'Uuid: KcNLzIciXnN1OUjT', 'KcNLzIciXnN1OUjT', 'string.unquoted.value.kirby-txt'],
    ['a date', 'Date: 2022-10-09', '2022-10-09', 'constant.numeric.date.kirby-txt'],
    ['a time', 'Date: 2022-10-09 12:30', '2022-10-09 12:30', 'constant.numeric.date.kirby-txt'],
    ['a number', 'Readingtime: 3', '3', 'constant.numeric.kirby-txt'],
    ['a truth value', 'Featured: true', 'true', 'constant.language.boolean.kirby-txt'],
    ['a colour', 'Visual-color: #ffffff26', '#ffffff26', 'constant.other.color.kirby-txt'],
    ['a divider', `Title: A${divider}`, '----', dash],
    ['a longer divider', 'Title: A\n------', '----', dash],
    ['an escaped divider', 'Text: a\n\\---- b', '\\', 'constant.character.escape.kirby-txt'],
    ['a heading', 'Text:\n\n# Big', 'Big', 'entity.name.section.markdown'],
    ['a heading beside its key', 'Text: # Big', 'Big', 'entity.name.section.markdown'],
    ['strong text', 'Text: a **b** c', 'b', 'markup.bold.markdown'],
    [
      'a link',
      'Text: [a](https://example.org)',
      'https://example.org',
      'markup.underline.link.markdown',
    ],
    ['a list', 'Text: a\n\n- b', '-', 'punctuation.definition.list.begin.markdown'],
    ['HTML in a text', 'Text: <p class="x">a</p>', 'class', 'entity.other.attribute-name.html'],
    ['a KirbyTag', 'Text: a (image: b.jpg)', 'image', 'entity.name.function.kirbytag.kirby-txt'],
    [
      'a KirbyTag of a plugin',
      'Text: a (note: b)',
      'note',
      'entity.name.function.kirbytag.kirby-txt',
    ],
    [
      'the value of a KirbyTag',
      'Text: (image: b.jpg alt: c)',
      'b.jpg',
      'string.unquoted.kirbytag.kirby-txt',
    ],
    [
      'an attribute of a KirbyTag',
      'Text: (image: b.jpg alt: c)',
      'alt',
      'entity.other.attribute-name.kirbytag.kirby-txt',
    ],
    [
      'a KirbyTag over two lines',
      'Text: (image: b.jpg\nalt: c)',
      'alt',
      'entity.other.attribute-name.kirbytag.kirby-txt',
    ],
    [
      'a KirbyTag in a heading',
      'Text: # A (link: b)',
      'link',
      'entity.name.function.kirbytag.kirby-txt',
    ],
    [
      'a reference in a list',
      'Cover: - file://9lEeva4nPLX7xM4q',
      'file://9lEeva4nPLX7xM4q',
      'markup.underline.link.kirby-txt',
    ],
    [
      'the dash of a list',
      'Cover: - file://9lEeva4nPLX7xM4q',
      '-',
      'punctuation.definition.block.sequence.item.yaml',
    ],
    ['a key in a structure', 'Team:\n\n- \n  name: Jo\n  age: 12', 'name', 'entity.name.tag.yaml'],
    ['a key beside its dash', 'Team:\n- name: Jo', 'name', 'entity.name.tag.yaml'],
    [
      'a number in a structure',
      'Team:\n\n- \n  name: Jo\n  age: 12',
      '12',
      'constant.numeric.yaml',
    ],
    ['a quoted text in a structure', 'Team:\n- name: "a: b"', 'a: b', 'string.quoted.double.yaml'],
    [
      'a KirbyTag in a structure',
      'Team:\n- text: (email: a@b.c)',
      'email',
      'entity.name.function.kirbytag.kirby-txt',
    ],
    ['a property', 'Layout: [{"attrs":[]}]', '"attrs"', 'support.type.property-name.json'],
    ['an id', 'Layout: [{"id":"dd0e"}]', '"dd0e"', 'comment.block.id.kirby-txt'],
    ['a block type', 'Layout: [{"type":"text"}]', '"text"', 'entity.name.type.block.kirby-txt'],
    ['a text in JSON', 'Layout: [{"a":"b c"}]', 'b c', 'string.quoted.double.json'],
    ['an escape', 'Layout: [{"a":"m\\u00e9d"}]', '\\u00e9', 'meta.character.escape.json'],
    [
      'a wrong escape',
      'Layout: [{"a":"m\\é"}]',
      '\\é',
      'invalid.illegal.unrecognized-string-escape.json',
    ],
    ['a tag in JSON', 'Layout: [{"a":"x<\\/em>"}]', 'em', 'entity.name.tag.html'],
    [
      'an attribute in JSON',
      'Layout: [{"a":"<a href=\\"b\\">"}]',
      'href',
      'entity.other.attribute-name.html',
    ],
    [
      'a KirbyTag in JSON',
      'Layout: [{"a":"x (link: y)"}]',
      'link',
      'entity.name.function.kirbytag.kirby-txt',
    ],
    [
      'a reference in JSON',
      'Layout: [{"a":["file:\\/\\/iaoY"]}]',
      'file:\\/\\/iaoY',
      'markup.underline.link.kirby-txt',
    ],
    ['a number in JSON', 'Layout: [{"a":-1.5e3}]', '-1.5e3', 'constant.numeric.json'],
    ['a word in JSON', 'Layout: [{"a":null}]', 'null', 'constant.language.json'],
    ['a word behind a blank', 'Layout: [{"a": null, "b": 1}]', 'null', 'constant.language.json'],
    [
      'a word that JSON lacks, behind a blank',
      'Layout: [{"a": None}]',
      'None',
      'invalid.illegal.json',
    ],
    ['a word that JSON lacks', 'Layout: [{"a":None}]', 'None', 'invalid.illegal.json'],
    [
      'JSON over several lines',
      'Layout: [\n    {\n        "a": 1\n    }\n]',
      '"a"',
      'support.type.property-name.json',
    ],
    ['JSON below its key', 'Layout:\n\n[{"a":1}]', '"a"', 'support.type.property-name.json'],
  ])('knows %s', (_, text, word, scope) => {
    expect(scopeOf(tokenize(text), word)).toBe(scope);
  });

  test.each([
    ['unclosed JSON', 'Layout: [{"a":"b'],
    ['an unclosed KirbyTag', 'Text: (image: a.jpg'],
    ['an unclosed code block', 'Text: ```js\nlet a'],
    ['an unclosed HTML comment', 'Text: <!-- a'],
    ['an unclosed script', 'Text: <script>\nlet a = `'],
    ['an unclosed quote in a structure', 'Team:\n- name: "a'],
    ['an unclosed tag in JSON', 'Layout: [{"a":"<p class=\\"x"}]'],
  ])('is itself again after %s', (_, broken) => {
    const tokens = tokenize(`${broken}${divider}Next: 2022-10-09`);
    expect(scopeOf(tokens, 'Next')).toBe(key);
    expect(scopeOf(tokens, '2022-10-09')).toBe('constant.numeric.date.kirby-txt');
  });

  test('a stray quote in JSON spoils no other line', () => {
    const tokens = tokenize('Layout: [\n {"a":"b"c"},\n {"d":1}\n]');
    expect(scopeOf(tokens, '"d"')).toBe('support.type.property-name.json');
  });

  test.each([
    ['a link at the beginning', 'Text: [a](b)', 'a', 'string.other.link.title.markdown'],
    ['a list of words with colons', 'Text: x\n\n- Note: y', 'Note: y', 'meta.paragraph.markdown'],
    ['a word and a colon in a text', 'Text: x\n\nNote: y', 'Note: y', 'meta.paragraph.markdown'],
    ['a bracket with words', 'Text: [note] y', 'y', 'meta.paragraph.markdown'],
    ['braces in a text', 'Text: {{ a }}', '{{ a }}', 'meta.paragraph.markdown'],
  ])('takes %s for text', (_, text, word, scope) => {
    expect(scopeOf(tokenize(text), word)).toBe(scope);
  });
});
