import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  date:
    type: date
  text:
    type: textarea
  people:
    type: structure
    fields:
      name:
        type: text
  layout:
    type: layout
`,
};
const options = { files };

const merged =
  'Title: A\n\n----\n\n<$0<<<<<< HEAD\nText: B\n=======\nText: C\n>>>>>>> other\n\n----\n\nUuid: d';

describe('merge-conflict', () => {
  test('finds the marks around fields, and tells nothing else of these', () =>
    checkDiagnostics(
      `
Title: A

----

<<<<<<< HEAD
^^^^^^^ error merge-conflict: A merge left its marks here: "<<<<<<<", "=======" and ">>>>>>>" stand between two versions. Kirby shows both with their marks, and a field behind a mark is lost; keep one of the versions.
Text: B

----

Date: someday
=======
Text: D

----

Date: soon
>>>>>>> other

----

Uuid: abcdefghijklmnop
`,
      options,
    ));

  test('finds them within a text, and each', () =>
    checkDiagnostics(
      `
Text:

Hello
<<<<<<< HEAD
^^^^^^^ merge-conflict: …
mine
=======
theirs
>>>>>>> topic/new
and
<<<<<<< HEAD
^^^^^^^ merge-conflict: …
||||||| base
=======
more
>>>>>>> topic/new
`,
      options,
    ));

  test('finds them in rows', () =>
    checkDiagnostics(
      `
People:

-
  name: Ada
<<<<<<< HEAD
^^^^^^^ merge-conflict: …
-
  name: Bob
=======
-
  name: Cy
>>>>>>> other
`,
      options,
    ));

  test('tells what is odd elsewhere', () =>
    checkDiagnostics(
      `
Date: soon
      ^^^^ invalid-date: …

----

Text:

<<<<<<< HEAD
^^^^^^^ merge-conflict: …
mine
=======
theirs
>>>>>>> other
`,
      options,
    ));

  test('leaves JSON to broken-json', () =>
    checkDiagnostics(
      `
<<<<<<< HEAD
^^^^^^^ broken-json: …
Layout: [{"id":"a","attrs":[],"columns":[]}]
=======
Layout: [{"id":"b","attrs":[],"columns":[]}]
>>>>>>> other
`,
      options,
    ));

  test.each([
    ['marks that are shown as code', '```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n```'],
    ['a heading with a line below', 'Hello\n=======\n\nText'],
    ['longer lines', '<<<<<<<<< a\n=========\n>>>>>>>>> b'],
    ['one mark', '<<<<<<< HEAD\nText'],
  ])('accepts %s', (_what, text) => checkDiagnostics(`Text:\n\n${text}\n`, options));

  test.each([
    ['Keep yours', 'B'],
    ['Keep theirs', 'C'],
  ])('%s', (title, kept) =>
    checkFix(merged, `Title: A\n\n----\n\nText: ${kept}\n\n----\n\nUuid: d`, { title }),
  );

  test('keeps a side within a text, with the line breaks of the file', () =>
    checkFix(
      'Text:\r\n\r\nOne\r\n<$0<<<<<< HEAD\r\ntwo\r\n=======\r\nzwei\r\n>>>>>>> de\r\nthree',
      'Text:\r\n\r\nOne\r\nzwei\r\nthree',
      { ...options, title: 'Keep theirs' },
    ));

  test('is nothing to settle unasked', () => {
    const text = merged.replace('$0', '');
    return checkFixAll(text, text);
  });
});
