import assert from 'node:assert/strict';
import {
  allBlocks,
  codeOf,
  codesIn,
  mainArticle,
  prettyArticle,
  problemsIn,
  revert,
  shortArticle,
  showContent,
  until,
} from './editor.ts';
import { faults, pagePath } from './faults.ts';

suite('problems', () => {
  // Only in a site that has been read is anything missing: the other tests start from there.
  suiteSetup(async () => {
    const { document } = await showContent(pagePath('19_meaning'));
    await until('the broken site to be read', () =>
      codesIn(document.uri).includes('missing-uuid') ? true : undefined,
    );
    const editor = await showContent(shortArticle);
    const end = editor.document.positionAt(editor.document.getText().indexOf('file://') + 7);
    await editor.edit((edit) => {
      edit.insert(end, 'x');
    });
    await until('the example site to be read', () =>
      codesIn(editor.document.uri).includes('missing-uuid') ? true : undefined,
    );
    await revert(editor);
  });

  for (const name of [mainArticle, shortArticle, prettyArticle, allBlocks, pagePath('0_intact')]) {
    test(`none in ${name}`, async () => {
      const { document } = await showContent(name);
      // Problems come in the order in which files are shown: what is looked at next has some.
      const broken = await showContent(pagePath('01_unescaped-quote'));
      await until('the next file to be looked at', () =>
        codesIn(broken.document.uri).length > 0 ? true : undefined,
      );
      const found = problemsIn(document.uri).map(
        (problem) => `${codeOf(problem)}: ${problem.message}`,
      );
      assert.deepEqual(found, []);
    });
  }

  for (const { page, code, what } of faults()) {
    test(`${code} in ${page}: ${what}`, async () => {
      const { document } = await showContent(pagePath(page));
      await until(
        `${code}; there is ${codesIn(document.uri).join(', ') || 'nothing'}`,
        () => (codesIn(document.uri).includes(code) ? true : undefined),
        5000,
      );
    });
  }

  test('with links to the pages of their rules', async () => {
    const { document } = await showContent(pagePath('01_unescaped-quote'));
    const [code] = await until('the problem', () => {
      const codes = problemsIn(document.uri).map((problem) => problem.code);
      return codes.length > 0 ? codes : undefined;
    });
    assert.ok(typeof code === 'object');
    assert.match(code.target.path, /docs\/rules\/broken-json\.md$/u);
  });

  for (const { page } of faults().filter(({ mends }) => mends !== '-')) {
    test(`one cause gives one problem in ${page}`, async () => {
      const { document } = await showContent(pagePath(page));
      await until('the problem', () => (codesIn(document.uri).length > 0 ? true : undefined));
      assert.deepEqual(codesIn(document.uri), ['broken-json']);
      const [problem] = problemsIn(document.uri);
      const text = problem === undefined ? '' : document.getText(problem.range);
      assert.ok(text.length < 40, `on the wrong token, not on ${text.length} characters`);
    });
  }

  test('the unescaped quote is underlined, and nothing else', async () => {
    const { document } = await showContent(pagePath('01_unescaped-quote'));
    const [problem] = await until('the problem', () => {
      const found = problemsIn(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(problem);
    assert.equal(document.getText(problem.range), '"');
    assert.equal(document.offsetAt(problem.range.start), document.getText().indexOf('class="') + 6);
  });
});
