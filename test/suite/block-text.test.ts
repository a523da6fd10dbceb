import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  allBlocks,
  onDisk,
  openDocument,
  replaceIn,
  saysSoon,
  showContent,
  takeBack,
  until,
  uriOf,
} from './editor.ts';

const scheme = 'kirby-author-block';
const text = 'pas à pas';
const codeText = 'const minutes';
const heading = `Réparer une lampe, ${text}`;

let opened: vscode.TextDocument | undefined;

suite('a text in a tab of its own', () => {
  let original = '';

  setup(() => {
    original = onDisk(allBlocks);
  });

  teardown(async () => {
    const document = source();
    if (document !== undefined && onDisk(allBlocks) === original) {
      await takeBack(document, original);
    } else if (document !== undefined) {
      await replaceInSource(document.getText(), original);
      // VS Code may be about to read what the disk had.
      await until('the source to be saved', async () =>
        (await document.save()) ? true : undefined,
      );
    }
    // A tab that is closed is known for a while.
    await until('the tabs to follow', () => (tabs().some(isChanged) ? undefined : true));
    assert.deepEqual(dirty(), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(onDisk(allBlocks), original);
    opened = undefined;
  });

  test('is the only file of its folder: VS Code looks for a free name beside it', async () => {
    const { uri } = (await open('Débrancher')).document;
    assert.equal((await vscode.workspace.fs.stat(uri)).type, vscode.FileType.File);
    const beside = vscode.Uri.joinPath(uri, '..', 'carnet.png');
    await assert.rejects(
      async () => vscode.workspace.fs.stat(beside),
      /FileNotFound|EntryNotFound/,
    );
  });

  test('shows it decoded, in its own language', async () => {
    const list = await open('Débrancher');
    assert.equal(list.document.languageId, 'html');
    assert.equal(
      list.document.getText(),
      '<ul>\n<li><p>Débrancher.</p></li>\n<li><p>Ouvrir le pied.</p></li>\n<li><p>Vérifier le câble, puis la douille.</p></li>\n</ul>',
    );
    assert.equal(list.document.isDirty, false);
    const code = await open(codeText);
    assert.equal(code.document.languageId, 'javascript');
    assert.match(
      code.document.getText(),
      /^\/\/ Le minuteur du fer à souder\nconst minutes = 12;\n/,
    );
    const again = await open('Débrancher');
    assert.equal(again.document.uri.toString(), list.document.uri.toString());
    assert.equal(tabUris().length, 2);
  });

  test('begins at the place of the source where the cursor was', async () => {
    const editor = await open('le câble');
    await until('the cursor to be there', () => {
      const { document, selection } = editor;
      return document.offsetAt(selection.active) === document.getText().indexOf('le câble')
        ? true
        : undefined;
    });
  });

  test('writes what is typed into the source, and nothing else', async () => {
    const editor = await open(text);
    await type(editor, text, 'mot à mot ');
    await sourceIs(original.replace(text, `mot à mot ${text}`));
    for (const key of ['a', ' ', '"', 'b', '"']) await type(editor, text, key);
    await sourceIs(original.replace(text, String.raw`mot à mot a \"b\"${text}`));
  });

  test('keeps up with whatever is typed at once, and with undo in the tab', async () => {
    const editor = await open(text);
    await type(editor, text, '- ');
    const keys = ['t', 'rè', 's', ' ', 'v', 'i', 't', 'e', ' '];
    await Promise.all(keys.map((key) => vscode.commands.executeCommand('type', { text: key })));
    await sourceIs(original.replace(text, `- très vite ${text}`));
    for (let count = 0; shown() !== heading && count < 20; count++) {
      await vscode.commands.executeCommand('undo');
    }
    assert.equal(shown(), heading);
    await sourceIs(original);
  });

  test('is written with several cursors, with new paragraphs on lines of their own', async () => {
    const editor = await open('Débrancher');
    const start = editor.document.getText().indexOf('Débrancher');
    const other = editor.document.getText().indexOf('Ouvrir');
    editor.selections = [start, other].map((offset) => {
      const at = editor.document.positionAt(offset);
      return new vscode.Selection(at, at);
    });
    await vscode.commands.executeCommand('type', { text: 'x' });
    const typed = original.replace('Débrancher', 'xDébrancher').replace('Ouvrir', 'xOuvrir');
    await sourceIs(typed);
    select(editor.document.getText().indexOf('<li><p>xOuvrir'));
    const snippet = new vscode.SnippetString('<li><p>Vite.</p></li>\n');
    await editor.insertSnippet(snippet);
    await sourceIs(typed.replace('<li><p>xOuvrir', '<li><p>Vite.</p></li><li><p>xOuvrir'));
  });

  test('shows the undoing of the source', async () => {
    const editor = await open(text);
    await type(editor, text, 'mot ');
    await sourceIs(original.replace(text, `mot ${text}`));
    await vscode.window.showTextDocument(uriOf(allBlocks), { preview: false });
    await vscode.commands.executeCommand('undo');
    await sourceIs(original);
    await until('the tab to go back', () => (shown() === heading ? true : undefined));
  });

  test('saves the source', async () => {
    const editor = await open(text);
    await type(editor, text, 'mot ');
    await vscode.window.showTextDocument(editor.document);
    assert.equal(await editor.document.save(), true);
    assert.equal(onDisk(allBlocks), original.replace(text, `mot ${text}`));
    assert.equal(editor.document.isDirty, false);
    assert.equal(source()?.isDirty, false);
  });

  test('is saved with the source', async () => {
    const editor = await open(text);
    await type(editor, text, 'mot ');
    await sourceIs(original.replace(text, `mot ${text}`));
    assert.equal(await source()?.save(), true);
    await until('the tab to be saved', () => (editor.document.isDirty ? undefined : true));
  });

  test('shows what changes in the source and on disk', async () => {
    await open(text);
    await replaceInSource(text, 'étape par étape');
    await until('the tab to follow', () =>
      shown() === 'Réparer une lampe, étape par étape' ? true : undefined,
    );
    assert.equal(tab()?.isDirty, false);
    await source()?.save();
    writeFileSync(uriOf(allBlocks).fsPath, original.replace(text, 'avec soin'));
    await until('the tab to follow the disk', () =>
      shown() === 'Réparer une lampe, avec soin' ? true : undefined,
    );
    // VS Code may wait for ever with a save that meets its reading of the disk.
    writeFileSync(uriOf(allBlocks).fsPath, original);
    await until('the tab to follow it back', () => (shown() === heading ? true : undefined));
  });

  test('follows its block when rows move', async () => {
    const editor = await open(text);
    const row = '{"attrs":[],"columns":[{"width":"1/1","blocks":[]}]},';
    await replaceInSource('[{"attrs"', `[${row}{"attrs"`);
    await type(editor, text, 'mot ');
    await sourceIs(original.replace('[{"attrs"', `[${row}{"attrs"`).replace(text, `mot ${text}`));
  });

  test('says so when its block is deleted, and goes on when that is undone', async () => {
    const editor = await open(text);
    const start = original.indexOf('{"content":{"level"');
    const block = original.slice(start, original.indexOf('{"content":{"text":"<p>Cette'));
    await replaceInSource(block, '');
    const problem = await until('the message', () => problems()[0]);
    assert.match(problem.message, /^This text is no longer in article\.txt: /);
    await assert.rejects(async () =>
      vscode.workspace.fs.writeFile(editor.document.uri, Buffer.from('')),
    );
    const deleted = source()?.getText();
    await vscode.window.showTextDocument(uriOf(allBlocks), { preview: false });
    assert.equal(source()?.getText(), deleted);
    await vscode.commands.executeCommand('undo');
    await until('the message to go', () => (problems().length === 0 ? true : undefined));
    await type(editor, text, 'mot ');
    await sourceIs(original.replace(text, `mot ${text}`));
  });

  test('has the problems, hovers, definitions and suggestions of its place in the source', async () => {
    const editor = await open('tournevis');
    const { document } = editor;
    await type(editor, '1. un', '(image: nulle-part.jpg) ');
    const problem = await until('the problem', () =>
      vscode.languages.getDiagnostics(document.uri).find(({ source: by }) => by === 'Kirby'),
    );
    assert.equal(document.getText(problem.range), 'nulle-part.jpg');
    const link = document.positionAt(document.getText().indexOf('le-grille-pain') + 2);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      link,
    );
    assert.match(document.getText(hover?.range), /^magazines\/reparer-ensemble\/le-grille-pain/u);
    const [target] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      link,
    );
    assert.match(target?.uri.path ?? '', /le-grille-pain-de-madame-lopez\/article\.txt$/u);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      link,
    );
    assert.ok(places.some(({ uri }) => uri.toString() === uriOf(allBlocks).toString()));
    const name = problem.range.start;
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      name,
    );
    const file = items.find(
      ({ label }) => (typeof label === 'string' ? label : label.label) === 'soudure.jpg',
    );
    const range = file?.range instanceof vscode.Range ? file.range : file?.range?.replacing;
    assert.ok(range);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      range.union(problem.range),
      typeof file?.insertText === 'string' ? file.insertText : '',
    );
    await vscode.workspace.applyEdit(edit);
    await until('the problem to go', () =>
      vscode.languages.getDiagnostics(document.uri).some(({ source: by }) => by === 'Kirby')
        ? undefined
        : true,
    );
  });

  test('wraps its lines, and does not where an author has turned that off', async () => {
    const isWrapped = async (editor: vscode.TextEditor): Promise<boolean> => {
      select(0);
      const by = { to: 'down', by: 'wrappedLine' };
      await vscode.commands.executeCommand('cursorMove', by);
      await until('the cursor to move', () =>
        editor.selection.active.isEqual(new vscode.Position(0, 0)) ? undefined : true,
      );
      // On the last line, the cursor goes to its end.
      const { text: line } = editor.document.lineAt(0);
      return editor.selection.active.character < line.length;
    };
    const editor = await open(text);
    await type(editor, text, 'un mot et '.repeat(60));
    await until('the line to be wrapped', async () =>
      (await isWrapped(editor)) ? true : undefined,
    );
    await vscode.commands.executeCommand('editor.action.toggleWordWrap');
    await until('the line to be one again', async () =>
      (await isWrapped(editor)) ? undefined : true,
    );
    const other = await open('Débrancher');
    assert.notEqual(other.document.uri.toString(), editor.document.uri.toString());
    const again = await open(text);
    assert.equal(await isWrapped(again), false);
  });

  test('is split at the cursor, and its second half opens as well', async () => {
    const before = 'Cette fiche montre toutes ';
    const editor = await open(before);
    select(editor.document.getText().indexOf(before) + before.length);
    await vscode.commands.executeCommand('kirbyAuthor.blockSplit');
    const half = await until('the second half', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.uri.scheme === scheme && !active.getText().includes(before)
        ? active
        : undefined;
    });
    assert.match(half.getText(), /^<p>les briques dont /u);
    await until('the first half', () =>
      editor.document.getText() === '<p>Cette fiche montre toutes</p>' ? true : undefined,
    );
    const written = source()?.getText() ?? '';
    assert.match(
      written,
      /toutes<\/p>"\},"id":"[^"]+"[^}]*\},\{"content":\{"text":"<p>les briques/u,
    );
    await vscode.window.showTextDocument(uriOf(allBlocks), { preview: false });
    await vscode.commands.executeCommand('undo');
    await sourceIs(original);
    await until('the tab to go back', () =>
      editor.document.getText().includes('toutes les briques') ? true : undefined,
    );
  });

  test('is not opened where there is none', async () => {
    await showContent(allBlocks);
    await vscode.commands.executeCommand('cursorTop');
    select(original.indexOf('2026-06-01'));
    void vscode.commands.executeCommand('kirbyAuthor.editBlock');
    await showContent(allBlocks);
    assert.deepEqual(tabUris(), []);
  });
});

/** Opens the text that holds some words. */
async function open(words: string): Promise<vscode.TextEditor> {
  const editor = await showContent(allBlocks);
  select(editor.document.getText().indexOf(words));
  await vscode.commands.executeCommand('kirbyAuthor.editBlock');
  const found = await until('the tab', () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.uri.scheme === scheme && active.document.getText().includes(words)
      ? active
      : undefined;
  });
  opened = found.document;
  return found;
}

function select(offset: number): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
}

/** Types in front of some words. */
async function type({ document }: vscode.TextEditor, before: string, words: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  select(editor.document.getText().indexOf(before));
  await vscode.commands.executeCommand('type', { text: words });
}

async function replaceInSource(from: string, to: string): Promise<void> {
  await replaceIn(allBlocks, from, to);
}

async function sourceIs(wanted: string): Promise<void> {
  await saysSoon(allBlocks, wanted);
}

function source(): vscode.TextDocument | undefined {
  return openDocument(allBlocks);
}

/** The text that was opened last. */
function tab(): vscode.TextDocument | undefined {
  return opened;
}

function tabs(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
}

function dirty(): readonly string[] {
  return vscode.workspace.textDocuments
    .filter(({ isDirty }) => isDirty)
    .map((document) => `${document.uri.path}: ${document.getText().slice(0, 600)}`);
}

function isChanged(document: vscode.TextDocument): boolean {
  const shownText = document.getText();
  const isHeading = shownText.startsWith('Réparer');
  return document.isDirty || (isHeading && shownText !== heading);
}

function shown(): string | undefined {
  return tab()?.getText();
}

function tabUris(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) =>
      input instanceof vscode.TabInputText && input.uri.scheme === scheme
        ? [input.uri.toString()]
        : [],
    ),
  );
}

function problems(): readonly vscode.Diagnostic[] {
  const uri = tab()?.uri;
  return uri === undefined
    ? []
    : vscode.languages.getDiagnostics(uri).filter(({ source: by }) => by === 'Kirby Author');
}
