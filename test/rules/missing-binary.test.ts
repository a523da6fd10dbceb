import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['missing-binary'];
const files = { 'content/1_article/photo.jpg.txt': 'Uuid: photoPhotoPhoto1' };
const options = { only, files };

describe('missing-binary', () => {
  test('marks a file of which only the metadata is there', () =>
    checkDiagnostics(
      `
Cover: - file://photoPhotoPhoto1
         ^^^^^^^^^^^^^^^^^^^^^^^ information missing-binary: Of the file "photo.jpg" only the metadata is here, not the file itself. As long as it is missing, Kirby leaves it out.
----
Text: (image: photo.jpg)
              ^^^^^^^^^ information missing-binary: …
`,
      options,
    ));

  test('is silent when most media of the site are absent', () =>
    checkDiagnostics('Cover: - file://photoPhotoPhoto1', {
      only,
      files: {
        ...files,
        ...Object.fromEntries(
          [1, 2, 3].map((number) => [`content/1_article/${number}.jpg.txt`, '']),
        ),
      },
    }));

  test('accepts a file that is there', () =>
    checkDiagnostics('Cover: - file://photoPhotoPhoto1', {
      only,
      files: { ...files, 'content/1_article/photo.jpg': '' },
    }));
});
