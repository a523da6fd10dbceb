import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': 'fields:\n  related:\n    type: pages\n',
  'content/2_blog/blog.txt': 'Title: Blog',
  'content/2_blog/1_first-post/post.txt': 'Title: First post',
  'content/2_blog/_drafts/next/post.txt': 'Title: Next',
};
const options = { only: ['missing-page'], files };

describe('missing-page', () => {
  test('marks ids of which there is no published page', () =>
    checkDiagnostics(
      `
Related:

- blog/first-post
- blog/frist-post
  ^^^^^^^^^^^^^^^ missing-page: There is no published page "blog/frist-post". Kirby leaves it out without a word; choose another page or remove it.
- 2_blog
  ^^^^^^ missing-page: …
- blog/next
  ^^^^^^^^^ missing-page: …
`,
      options,
    ));

  test.each(['Related: - Blog/First-Post', 'Related: - /blog/', 'Other: - blog/frist-post'])(
    'accepts %s',
    (text) => checkDiagnostics(text, options),
  );

  test('offers a page with nearly the same id', () =>
    checkFix('Related: - blog/frist$0-post', 'Related: - blog/first-post', options));

  test('removes the entry', () =>
    checkFix('Related:\n\n- blog\n- gone$0', 'Related:\n\n- blog', {
      ...options,
      title: 'Remove the reference',
    }));
});
