import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionKeys, nameKey, uuidKey } from '../../../server/src/kirby/reference/mention-keys.ts';

/** The bytes of a text, each as one character, as the index reads files. */
function bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function json(text: string): string {
  return JSON.stringify(text).replace(/[\u0080-\uFFFF]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}

describe('a UUID is found in every form it is written in', () => {
  test.each([
    ['- file://UUID'],
    ['Cover: file://UUID'],
    [String.raw`["file:\/\/UUID"]`],
    [String.raw`"[\"file:\\\/\\\/UUID\"]"`],
    ['(image: file://UUID alt: x)'],
    ['(link: page://UUID#top)'],
    ['<a href="/@/page/UUID">'],
    [String.raw`<a href=\"\/@\/file\/UUID\">`],
    ['[x](/@/page/UUID)'],
  ])('%s', (form) => {
    const uuid = 'x0Eszp6nhmEIe0aI';
    expect(mentionKeys(form.replace('UUID', uuid))).toContain(uuidKey(uuid));
  });
});

/** Texts that name a file or a page, with `NAME` in the place of the name. */
const fileForms = [
  '- NAME',
  'Cover: NAME',
  '(image: NAME)',
  '(image: blog/NAME alt: x)',
  '(video: film.mp4 poster: NAME)',
  '["NAME"]',
  '{"image":["blog\\/NAME","b.jpg"]}',
  '(file: NAME text: x)',
  '{"image":"NAME"}',
];
const pageForms = [
  '(link: NAME)',
  '(link: /blog/NAME#top text: x)',
  '(image: a.jpg link: NAME)',
  '- NAME',
  'Related: - NAME',
  '<a href="/NAME">',
  '<a class=\\"x\\" href=\\"\\/blog\\/NAME\\">',
  '[x](/blog/NAME)',
  '["home","NAME"]',
  '["home", "NAME"]',
  '[\n  "home",\n  "NAME"\n]',
  'Related: NAME',
  'Related:\n\nblog/NAME',
  'Related: "NAME"',
  'Related: [home, NAME]',
  "Related: [ 'NAME', home ]",
  'Related: [q&a, about us, NAME]',
  '["q&a","about us","NAME"]',
  '{"link":"NAME"}',
  '{"link": "\\/NAME"}',
  '{"url":"/blog/NAME"}',
  'link: NAME',
  String.raw`{"rows":"- page: NAME\n  text: x\n"}`,
  String.raw`{"rows":"- page: blog\/NAME\r\n  text: x"}`,
  String.raw`{"rows":"- text: x\n  page: blog\/NAME"}`,
  String.raw`{"nest":"{\"rows\":\"- page: NAME\\n  text: x\"}"}`,
  String.raw`{"nest":"{\"rows\":\"{\\\"nest\\\":\\\"{\\\\\\\"link\\\\\\\":\\\\\\\"NAME\\\\\\\"}\\\"}\"}"}`,
  '(link:\nNAME\ntext: x)',
  '(link:\r\n    NAME text: x)',
  String.raw`{"text":"(link:\nNAME text: x)"}`,
  '(link: blog/NAME.rss text: x)',
  '<a href="/NAME.json?a=b">',
  'Related: NAME.rss',
  '{"page":"NAME"}',
  String.raw`{"rows":"[{\"page\":\"blog\\/NAME\"}]"}`,
  '{"id":"blog/NAME"}',
  String.raw`{"rows":"- page: \"NAME\"\n  text: x"}`,
  '- {page: NAME}',
  '- { page: NAME, text: x }',
];

const slug = fc.stringMatching(/^[a-zA-Zéü0-9][a-zA-Z0-9éü_-]{0,20}$/);
const fileName = fc
  .tuple(slug, fc.constantFrom('jpg', 'JPG', 'webp', 'pdf', 'mp4', 'h', 'geojson', 'webmanifest'))
  .map(([stem, extension]) => `${stem}.${extension}`);

/** Texts that name a user by the id or by the address. */
const userForms = ['- NAME', 'Author: - NAME', 'Author: NAME', '[x, NAME]', '["home","NAME"]'];
const userId = fc.stringMatching(/^[A-Za-z0-9]{8}$/);
const address = fc
  .tuple(fc.stringMatching(/^[a-z][a-z.]{0,8}[a-z]$/), fc.constantFrom('com', 'photography'))
  .map(([name, end]) => `${name}@my-site.${end}`);

describe('a name is found in every form it is written in', () => {
  test.each(fileForms)('of a file: %s', (form) => {
    fc.assert(
      fc.property(fileName, (name) => {
        expectKey(form, name);
      }),
    );
  });

  test.each(pageForms)('of a page: %s', (form) => {
    fc.assert(
      fc.property(slug, (name) => {
        expectKey(form, name);
      }),
    );
  });
});

describe('a user is found in every form one is written in', () => {
  test.each([...userForms, '- user://NAME', String.raw`["user:\/\/NAME"]`])('%s', (form) => {
    fc.assert(
      fc.property(userId, (id) => {
        expect(mentionKeys(form.replace('NAME', id))).toContain(nameKey(id));
      }),
    );
  });

  test.each(userForms)('by the address: %s', (form) => {
    fc.assert(
      fc.property(address, (name) => {
        expect(mentionKeys(form.replace('NAME', name))).toContain(nameKey(name));
      }),
    );
  });
});

function expectKey(form: string, name: string): void {
  const key = nameKey(name);
  for (const written of [name, json(name).slice(1, -1), encodeURIComponent(name)]) {
    const text = form.replace('NAME', written);
    expect(mentionKeys(bytes(text)), text).toContain(key);
    expect(mentionKeys(bytes(`Title: x\n\n----\n\nText: ${text}`)), text).toContain(key);
  }
}

test('what a file is called itself is not mentioned there', () => {
  expect(mentionKeys('Title: Blog\n\n----\n\nUuid: x0eszp6nhmeie0ai')).toEqual([]);
  expect(mentionKeys('Uuid: x0eszp6nhmeie0ai')).toEqual([]);
});

test('the ids of blocks are no mentions', () => {
  expect(mentionKeys('[{"id":"3f1c2a90-7a54-4c0e-9a53-0d6a1c1b2e4f"}]')).toEqual([]);
});

test('letter case does not count in names', () => {
  expect(mentionKeys('(image: Photo.JPG)')).toContain(nameKey('photo.jpg'));
});

test('prose has few keys, and each once', () => {
  const text = 'Once upon a time. There was a page, e.g. this one: (really) = true. '.repeat(50);
  expect(mentionKeys(text).length).toBeLessThan(5);
});

test.each(['=.=./', '.aa=', '- ./', '[a,'])('%s a hundred thousand times takes no time', (part) => {
  expect(mentionKeys(part.repeat(100_000)).length).toBeLessThan(5_000);
});

test('no two of many names have the same key', () => {
  const keys = Array.from({ length: 200_000 }, (_, index) => nameKey(`page-${String(index)}`));
  expect(new Set(keys).size).toBe(keys.length);
});

test('anything is taken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const key of mentionKeys(text)) expect(Number.isSafeInteger(key)).toBe(true);
    }),
  );
});
