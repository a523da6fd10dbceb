import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['disallowed-html'];
const files = {
  'site/blueprints/pages/article.yml':
    'fields:\n  intro:\n    type: writer\n  points:\n    type: list\n  text:\n    type: textarea\n  blocks:\n    type: blocks\n',
};

describe('disallowed-html', () => {
  test('marks the names of elements that the sanitiser takes out', () =>
    checkDiagnostics(
      `
Intro: <p>Press <kbd>Esc</kbd><BR><img src="a.jpg"> a < b</p>
                 ^^^ warning disallowed-html: <kbd> is not allowed in this field. The Panel removes it, and the text in it at the next save; move it to a block or field of its own.
                                   ^^^ warning disallowed-html: <img> is not allowed in this field. The Panel removes it at the next save; …
----
Points: <ul><li><q>a</q></li></ul>
                 ^ warning disallowed-html: …
----
Blocks: [{"type":"text","content":{"text":"<p>\\u00e9 <mark class=\\"a\\">b<\\/mark><\\/p>"}},{"type":"image","content":{"caption":"<script>if (a<b) {}<\\/script>"}}]
                                                      ^^^^ warning disallowed-html: …
                                                                                                                                ^^^^^^ warning disallowed-html: <script> is not allowed in this field. The Panel removes it with all that is in it at the next save; …
`,
      { only, files },
    ));

  test.each([
    [
      'what is allowed',
      'Intro: <h2 id="a">b</h2><p><strong>a</strong><em>b</em><a href="/c">c</a><code>d</code></p><hr/><!-- <img> -->',
    ],
    ['KirbyText', 'Text: <table></table><img src="a.jpg">'],
    [
      'blocks without such a field',
      'Blocks: [{"type":"code","content":{"code":"<img>"}},{"type":"markdown","content":{"text":"<q>a</q>"}},{"type":"html","content":{"text":"<img>"}}]',
    ],
  ])('leaves %s alone', (_, text) => checkDiagnostics(text, { only, files }));

  test('tells only what no mark is made of where plugins may allow more', () =>
    checkDiagnostics(
      `
Intro: <mark>a</mark><script>b</script>
                      ^^^^^^ warning disallowed-html: …
`,
      { only, files: { ...files, 'site/plugins/marks/index.php': '<?php' } },
    ));
});
