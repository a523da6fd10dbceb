import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const fields = 'fields:\n  to:\n    type: email\n  size:\n    type: number\n    max: 5\n';
const files = {
  'site/blueprints/pages/article.yml': fields,
  'site/blueprints/site.yml': fields,
  'site/blueprints/files/default.yml': fields,
  'content/1_article/photo.jpg': '',
};

describe('what the Panel does with a value that it refuses', () => {
  test.each([
    ['a page', 'content/1_article/article.txt', 'refuses to save the page'],
    ['a draft', 'content/_drafts/article/article.txt', 'does not publish the page'],
    ['a page of a draft', 'content/_drafts/a/1_b/article.txt', 'refuses to save the page'],
    ['the site', 'content/site.txt', 'refuses to save anything here'],
    ['a file', 'content/1_article/photo.jpg.txt', 'refuses to save anything here'],
  ])('in %s', (_name, path, refusal) =>
    checkDiagnostics(
      `
To: me
    ^^ invalid-email: "me" is no email address. The Panel ${refusal} until this is changed; write one address such as name@example.com.
----
Size: 9
      ^ number-range: 9 is out of range: the blueprint wants at most 5. The Panel ${refusal} until this is changed.
`,
      { files, path, only: ['invalid-email', 'number-range'] },
    ),
  );
});
