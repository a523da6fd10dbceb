import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allBlocks, onDisk, showContent, takeBack, until, uriOf } from './editor.ts';

const scheme = 'kirby-author-block';
const words = 'Réparer une lampe';

suite('a layout as a document', () => {
  let original = '';
  let tab: vscode.TextEditor;

  setup(async () => {
    original = onDisk(allBlocks);
    const editor = await showContent(allBlocks);
    select(editor, original.indexOf(words));
    tab = await until('the tab', async () => {
      await vscode.commands.executeCommand('kirbyAuthor.editLayout');
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === scheme ? active : undefined;
    });
  });

  teardown(async () => {
    const document = source();
    if (document !== undefined) await takeBack(document, original);
    await until('the tab to be saved', () => (tab.document.isDirty ? undefined : true));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(onDisk(allBlocks), original);
  });

  test('is decoded, in its own language', () => {
    const text = tab.document.getText();
    assert.equal(tab.document.languageId, 'kirby-layout');
    assert.match(text, /^<row [^]*\n {2}<column 1\/\d/u);
    assert.match(text, new RegExp(`\\n +<heading [^>]*>\\n +${words}[^<]*\\n +</heading>`, 'u'));
  });

  test('begins at the block that the cursor was in', async () => {
    await until('the cursor to be there', () => {
      const { active } = tab.selection;
      return tab.document.lineAt(active.line).text.slice(active.character).startsWith('<heading ')
        ? true
        : undefined;
    });
    const { line } = tab.selection.active;
    assert.ok(tab.document.lineAt(line + 1).text.includes(words));
  });

  test('shows the names of files behind their UUIDs', async () => {
    const hints = await until('the names', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        tab.document.uri,
        new vscode.Range(0, 0, tab.document.lineCount, 0),
      );
      return found.length > 0 ? found : undefined;
    });
    const [first] = hints;
    const [part] = Array.isArray(first?.label) ? first.label : [];
    const text = tab.document.getText();
    const before = text.slice(0, first && tab.document.offsetAt(first.position));
    assert.match(before, /file:\/\/\w{16}$/u);
    const target = part?.location?.uri;
    assert.ok(target?.path.endsWith(`/${part?.value}`));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      tab.document.uri,
    );
    const link = links.find(
      ({ range }) => first !== undefined && range.end.isEqual(first.position),
    );
    assert.equal(link?.target?.toString(), target?.toString());
  });

  test('writes what is typed into the source, and follows when that is undone there', async () => {
    const before = tab.document.getText();
    await type('mot "é" ');
    const written = JSON.stringify('mot "é" ').slice(1, -1);
    await sourceIs(original.replace(words, written + words));
    await vscode.window.showTextDocument(uriOf(allBlocks), { preview: false });
    await vscode.commands.executeCommand('undo');
    await sourceIs(original);
    await until('the tab to go back', () => (tab.document.getText() === before ? true : undefined));
  });

  test('marks the line that cannot be read, and writes nothing until it can', async () => {
    const start = tab.document.getText().indexOf('</heading>');
    const at = tab.document.positionAt(start);
    await replace(new vscode.Range(at, at.translate(0, 3)), '');
    const problem = await until('the mark', () => problems()[0]);
    assert.match(problem.message, /<\/heading> is missing/u);
    assert.equal(problem.range.start.line, at.line);
    assert.equal(source()?.getText(), original);
    await replace(new vscode.Range(at, at), '</h');
    await until('the mark to go', () => (problems().length === 0 ? true : undefined));
    assert.equal(source()?.getText(), original);
  });

  test('shows what changes in the source', async () => {
    const document = source();
    assert.ok(document);
    const at = document.positionAt(original.indexOf(words));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at, 'Hop, ');
    await vscode.workspace.applyEdit(edit);
    await until('the tab to follow', () =>
      tab.document.getText().includes(`Hop, ${words}`) ? true : undefined,
    );
  });

  async function type(text: string): Promise<void> {
    tab = await vscode.window.showTextDocument(tab.document, { preview: false });
    select(tab, tab.document.getText().indexOf(words));
    await vscode.commands.executeCommand('type', { text });
  }

  async function replace(range: vscode.Range, text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(tab.document.uri, range, text);
    await vscode.workspace.applyEdit(edit);
  }

  function problems(): readonly vscode.Diagnostic[] {
    return vscode.languages
      .getDiagnostics(tab.document.uri)
      .filter((problem) => problem.source === 'Kirby Author');
  }
});

function select(editor: vscode.TextEditor, offset: number): void {
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
}

function source(): vscode.TextDocument | undefined {
  const wanted = uriOf(allBlocks).toString();
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
}

async function sourceIs(wanted: string): Promise<void> {
  try {
    await until('the source', () => (source()?.getText() === wanted ? true : undefined));
  } catch {
    assert.equal(source()?.getText(), wanted);
  }
}
