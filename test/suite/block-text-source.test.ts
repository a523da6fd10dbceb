import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  languageId,
  onDisk,
  openDocument,
  replaceIn,
  saysSoon,
  showContent,
  until,
  uriOf,
} from './editor.ts';
import { drafts, makeScratchPage, removeScratchPage } from './scratch-page.ts';

const scheme = 'kirby-author-block';
let pages = 0;
let page = '';

const layout =
  '[{"attrs":[],"columns":[{"blocks":[{"content":{"level":"h2","text":"Un 😀 sourire"},"id":"0b1c","isHidden":false,"type":"heading"}],"id":"0b1d","width":"1/1"}],"id":"0b1e"}]';
const heading = 'Un 😀 sourire';
const first = '-\n  key: Un\n  value: premier mot\n';
const second = '-\n  key: Deux\n  value: second mot\n';
const content = `Title: Essai\n\n----\n\nLayout: ${layout}\n\n----\n\nDictionnary:\n\n${first}${second}`;

suite('a text in a tab and its content file', () => {
  setup(() => {
    // What an author has chosen for a file is remembered.
    page = makeScratchPage(`essai-${String(++pages)}`, content);
  });

  teardown(() => removeScratchPage(page));

  test('rows that have changed places are two texts in two tabs', async () => {
    const tab = await open('premier mot');
    await replaceInSource(first + second, second + first);
    await type(tab, 'premier', 'tout ');
    const swapped = content.replace(first + second, second + first);
    await sourceIs(swapped.replace('premier', 'tout premier'));
    const other = await open('second mot');
    assert.notEqual(other.document.uri.toString(), tab.document.uri.toString());
    assert.equal(other.document.getText(), 'second mot');
    await type(other, 'second', 'le ');
    await sourceIs(swapped.replace('premier', 'tout premier').replace('second', 'le second'));
    assert.equal(tab.document.getText(), 'tout premier mot');
  });

  test('a text is opened where a tab has lost the one that stood there', async () => {
    const lost = await open('premier mot');
    const third = '-\n  key: Trois\n  value: autre mot\n';
    await replaceInSource(first, third + third.replace('autre', 'encore un'));
    await until('the message', () => (problems(lost).length > 0 ? true : undefined));
    const tab = await open('autre mot');
    await type(tab, 'autre', 'un ');
    await until('the source', () =>
      source()?.getText().includes('value: un autre mot') === true ? true : undefined,
    );
    assert.equal(lost.document.getText(), 'premier mot');
  });

  test('an emoji that is undone in the file is never half a one in the tab', async () => {
    const tab = await open(heading);
    const at = heading.indexOf('😀');
    tab.selection = new vscode.Selection(0, at, 0, at + 2);
    await vscode.commands.executeCommand('type', { text: '😃' });
    await sourceIs(content.replace('😀', '😃'));
    await vscode.window.showTextDocument(uriOf(page), { preview: false });
    await vscode.commands.executeCommand('undo');
    await sourceIs(content);
    await until('the tab to follow', () => (tab.document.getText() === heading ? true : undefined));
    await vscode.window.showTextDocument(tab.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(tab.document.getText(), heading.replace('😀', '😃'));
    await sourceIs(content.replace('😀', '😃'));
  });

  test('says that nothing can be saved where its file is read-only', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    const everybody = vscode.ConfigurationTarget.Global;
    await settings.update('readonlyInclude', { '**/essai-*/**': true }, everybody);
    try {
      const tab = await open(heading);
      await type(tab, 'sourire', 'grand ');
      const problem = await until('the message', () => problems(tab)[0]);
      assert.match(problem.message, /^article\.txt is read-only: /u);
      assert.equal(await tab.document.save(), false);
      assert.equal(onDisk(page), content);
    } finally {
      await settings.update('readonlyInclude', undefined, everybody);
    }
  });

  test('does not bring a file back that was never saved', async () => {
    const untitled = await vscode.workspace.openTextDocument({ content, language: languageId });
    const editor = await vscode.window.showTextDocument(untitled);
    const at = untitled.positionAt(content.indexOf('sourire'));
    editor.selection = new vscode.Selection(at, at);
    const tab = await until('the tab', async () => {
      await vscode.commands.executeCommand('kirbyAuthor.editBlock');
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === scheme ? active : undefined;
    });
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the message', () => (problems(tab).length > 0 ? true : undefined));
    const left = vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
    assert.deepEqual(left.map(String), []);
  });

  test('follows its file when the folder of the page has another name', async () => {
    const tab = await open(heading);
    await type(tab, 'sourire', 'grand ');
    const typed = content.replace('sourire', 'grand sourire');
    await sourceIs(typed);
    assert.equal(await tab.document.save(), true);
    const from = vscode.Uri.joinPath(uriOf(page), '..');
    page = `${drafts}/essai-renamed/article.txt`;
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, vscode.Uri.joinPath(uriOf(page), '..'));
    await vscode.workspace.applyEdit(edit);
    await until('the tab to follow', async () => {
      const editor = await vscode.window.showTextDocument(tab.document, { preview: false });
      const at = tab.document.positionAt(tab.document.getText().indexOf('sourire'));
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('type', { text: 'x' });
      return /grand x+sourire/u.test(source()?.getText() ?? '') ? true : undefined;
    });
    const [all = ''] = /grand x+sourire/u.exec(tab.document.getText()) ?? [];
    await until('all of it to be written', () =>
      all !== '' && source()?.getText().includes(all) === true ? true : undefined,
    );
    await until('no problem to be left', () => (problems(tab).length === 0 ? true : undefined));
    // While the tab comes together with its file, VS Code may take that for a change by somebody else.
    await until('it to be saved', async () => ((await tab.document.save()) ? true : undefined));
    assert.ok(onDisk(page).includes(all));
  });

  test('is not saved where nothing could be written', async () => {
    const tab = await open(heading);
    await setLanguage('plaintext');
    await type(tab, 'sourire', 'grand ');
    assert.equal(await tab.document.save(), false);
    assert.equal(tab.document.isDirty, true);
    assert.match(problems(tab)[0]?.message ?? '', /^This text is not written to article\.txt: /u);
    await setLanguage(languageId);
    await sourceIs(content.replace('sourire', 'grand sourire'));
    assert.deepEqual(problems(tab), []);
    assert.equal(await tab.document.save(), true);
    assert.equal(onDisk(page), content.replace('sourire', 'grand sourire'));
  });
});

/** Opens a text, as soon as the blueprint of the new page is known. */
async function open(text: string): Promise<vscode.TextEditor> {
  return until(`the tab of ${text}`, async () => {
    const editor = await showContent(page);
    const at = editor.document.positionAt(editor.document.getText().indexOf(text));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('kirbyAuthor.editBlock');
    const active = vscode.window.activeTextEditor;
    if (active?.document.getText() === text) return active;
    if (active?.document.uri.scheme === scheme)
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    return undefined;
  });
}

/** Types in front of some words. */
async function type({ document }: vscode.TextEditor, before: string, words: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const at = document.positionAt(document.getText().indexOf(before));
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('type', { text: words });
}

async function replaceInSource(from: string, to: string): Promise<void> {
  await replaceIn(page, from, to);
}

async function setLanguage(language: string): Promise<void> {
  const document = source();
  assert.ok(document);
  await vscode.languages.setTextDocumentLanguage(document, language);
}

async function sourceIs(wanted: string): Promise<void> {
  await saysSoon(page, wanted);
}

function source(): vscode.TextDocument | undefined {
  return openDocument(page);
}

function problems({ document }: vscode.TextEditor): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source: by }) => by === 'Kirby Author');
}
