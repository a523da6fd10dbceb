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
      'Intro: <h2 id="a">b</h2><p><strong>a</strong><em>b</em><a href="/c">c</a><code>d</code></p><!-- <img><hr> -->',
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

  const fields = (...lines: readonly string[]): Record<string, string> => ({
    'site/blueprints/pages/article.yml': `fields:\n${lines.map((line) => `  ${line}\n`).join('')}`,
  });

  test('finds what the editor does not know by the blueprint', () =>
    checkDiagnostics(
      `
Intro: <h2>a</h2><h3>b</h3><p><strong>c</strong> <em>d</em> <em>e</em></p><hr>
        ^^ information disallowed-html: The blueprint does not allow <h2> in this field. The website shows it, but the first change of the text in the Panel takes it away; allow it in the blueprint, or do without it.
                                                  ^^ information disallowed-html: The blueprint does not allow <em> in this field. …
                                                                           ^^ information disallowed-html: …
----
Line: <ul><li>a</li></ul>
       ^^ information disallowed-html: …
----
Blocks: [{"type":"text","content":{"text":"<ul><li>a</li></ul>"}},{"type":"list","content":{"text":"<ul><li>a</li></ul>"}}]
                                            ^^ information disallowed-html: …
`,
      {
        only,
        files: fields(
          'intro: { type: writer, marks: [bold, link], headings: [3] }',
          'line: { type: writer, inline: true }',
          'blocks: { type: blocks }',
        ),
      },
    ));

  test.each([
    'intro: { type: writer, nodes: true, marks: true }',
    'intro: { type: writer, nodes: { heading: true } }',
    'intro: { type: writer, nodes: [heading, quote, horizontalRule, bulletList], marks: [bold, hardBreak] }',
    'intro: { type: writer, nodes: [mine], marks: [mine] }',
    'intro: { type: textarea, nodes: false }',
  ])('is content with %s', (field) =>
    checkDiagnostics(
      'Intro: <h2>a</h2><blockquote>b <strong>c</strong></blockquote><hr><ul><li>d</li></ul>',
      { only, files: fields(field) },
    ),
  );

  test.each([
    ['a field that no blueprint knows', fields('text: { type: textarea }')],
    ['a site without blueprints', {}],
    [
      'a plugin that may know more',
      { ...fields('blocks: { type: blocks }'), 'site/plugins/a/index.php': '<?php' },
    ],
  ])('supposes nothing of %s', (_name, other) =>
    checkDiagnostics('Blocks: [{"type":"text","content":{"text":"<ul><li>a</li></ul>"}}]', {
      only,
      files: { 'site/blueprints/pages/article.yml': 'title: Article', ...other },
    }),
  );
});
