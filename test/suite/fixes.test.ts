import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, codesIn, onDisk, problemsIn, revert, showContent, until } from './editor.ts';
import { faults, pagePath } from './faults.ts';

suite('quick fixes', () => {
  for (const { page, mends, what } of faults().filter((fault) => fault.mends !== '-')) {
    test(`${page}: ${what}`, async () => {
      const editor = await showContent(pagePath(page));
      const { document } = editor;
      const offered = await fixesFor(document);
      const [first] = offered;
      assert.ok(first?.edit, 'a quick fix is offered');
      if (mends === 'choice') {
        assert.ok(offered.length >= 2, 'both readings are offered');
        assert.ok(!offered.some((fix) => fix.isPreferred), 'and none of them unasked');
      }
      assert.ok(await vscode.workspace.applyEdit(first.edit));
      const mended = document.getText();
      try {
        if (mends === 'yes') assert.equal(withoutNames(mended), withoutNames(intact()));
        await until('no problem to be left', () =>
          codesIn(document.uri).length === 0 ? true : undefined,
        );
      } finally {
        await revert(editor);
      }
    });
  }

  test('six faults of one field are six problems, mended one by one', async () => {
    const editor = await showContent(pagePath('20_avant-propos'));
    const { document } = editor;
    for (let left = 6; left > 0; left--) {
      const problem = await until(`${left} problems`, () => {
        const broken = brokenJsonIn(document);
        return broken.length === left ? broken[0] : undefined;
      });
      const [fix] = await fixesFor(document, problem);
      assert.ok(fix?.edit, 'a quick fix is offered');
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
    }
    await until('no problem', () => (brokenJsonIn(document).length === 0 ? true : undefined));
    await revert(editor);
  });

  test('the title says what the field holds afterwards', async () => {
    const { document } = await showContent(pagePath('01_unescaped-quote'));
    const [first] = await fixesFor(document);
    assert.match(first?.title ?? '', /2 rows/);
    assert.match(first?.title ?? '', /3 blocks/);
  });

  test('source.fixAll mends what is safe', async () => {
    const editor = await showContent(pagePath('03_trailing-comma'));
    const { document } = editor;
    await fixesFor(document);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const fix = await until('a fix for all', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        whole,
        vscode.CodeActionKind.SourceFixAll.value,
      );
      return actions.find((action) => action.edit !== undefined)?.edit;
    });
    assert.ok(await vscode.workspace.applyEdit(fix));
    assert.equal(withoutNames(document.getText()), withoutNames(intact()));
    await revert(editor);
  });
});

function brokenJsonIn(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return problemsIn(document.uri).filter((problem) => codeOf(problem) === 'broken-json');
}

/** The quick fixes for a problem of a file, by default for its first. */
async function fixesFor(
  document: vscode.TextDocument,
  given?: vscode.Diagnostic,
): Promise<readonly vscode.CodeAction[]> {
  const problem = given ?? (await until('the problem', () => problemsIn(document.uri)[0]));
  return until('a quick fix', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fixes = actions.filter((action) => action.edit !== undefined);
    return fixes.length > 0 ? fixes : undefined;
  });
}

function intact(): string {
  return onDisk(pagePath('0_intact'));
}

/** The pages differ in their titles and UUIDs. */
function withoutNames(text: string): string {
  return text.replace(/^Title: .*/, 'Title: ').replace(/Uuid: \w+$/, 'Uuid: ');
}
