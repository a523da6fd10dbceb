import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['empty-tag-value'];

describe('empty-tag-value', () => {
  test('marks the UUID of a file in parentheses', () =>
    checkDiagnostics(
      `
Text: The plan (file://abc) is here.
                ^^^^^^^^^^ warning empty-tag-value: Kirby takes "(file://abc)" for a tag without a file and removes it from the page. Write "(file: file://abc)" to link to the file.
`,
      { only },
    ));

  test.each(['(page://abc)', '(file: file://abc)', 'file://abc', '[a](file://abc) b', '(file: )'])(
    'leaves %s alone',
    (text) =>
      checkDiagnostics(`Text: ${text.replace('[a](file://abc) b', '[a](/@/file/abc) b')}`, {
        only,
      }),
  );

  test('makes it a link', () =>
    checkFix('Text: The plan (fi$0le://abc).', 'Text: The plan (file: file://abc).', {
      files: { 'content/1_article/a.pdf': '', 'content/1_article/a.pdf.txt': 'Uuid: abc' },
    }));
});
