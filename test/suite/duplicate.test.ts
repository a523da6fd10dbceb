import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { codeOf, codesIn, onDisk, problemsIn, showContent, until, uriOf } from './editor.ts';

const magazine = 'magazine/content/magazines/1_reparer-ensemble';
const page = `${magazine}/2_le-grille-pain-de-madame-lopez`;
const copy = `${magazine}/_drafts/le-grille-pain-de-madame-lopez-copy`;

/** The UUIDs of the page and of the picture that it mentions twice. */
const pageUuid = 'QJlkrIR68YdVSmWp';
const fileUuid = 'KiOz79mQ3NfH5FeF';

suite('a page that is duplicated', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(uriOf(copy).fsPath, { recursive: true, force: true });
  });

  test('is a draft with UUIDs of its own, which undo takes back', async () => {
    // Until the server has heard of what the tests before this one left on the disk, it refuses.
    await until('the copy', async () => {
      await vscode.commands.executeCommand('kirbyAuthor.duplicate', uriOf(page));
      return existsSync(uriOf(copy).fsPath) ? true : undefined;
    });
    const document = await active(`${copy}/article.txt`);
    const text = document.getText();
    const metadata = onDisk(`${copy}/grille-pain.png.txt`);
    const newFile = /^Uuid: (\w+)$/mu.exec(metadata)?.[1] ?? '';
    const newPage = /^Uuid: (\w+)$/mu.exec(text)?.[1] ?? '';
    assert.match(newFile, /^[a-z\d]{16}$/u);
    assert.match(newPage, /^[a-z\d]{16}$/u);
    assert.notEqual(newFile, newPage);
    // Nothing else is different.
    assert.equal(
      text,
      onDisk(`${page}/article.txt`).replaceAll(fileUuid, newFile).replace(pageUuid, newPage),
    );
    assert.equal(metadata, onDisk(`${page}/grille-pain.png.txt`).replace(fileUuid, newFile));
    const picture = 'grille-pain.png';
    assert.deepEqual(bytes(`${copy}/${picture}`), bytes(`${page}/${picture}`));
    assert.equal(document.isDirty, false);

    await vscode.commands.executeCommand('undo');
    await until('the copy to be gone, with its folder', () =>
      existsSync(uriOf(copy).fsPath) ? undefined : true,
    );
    assert.ok(existsSync(uriOf(`${magazine}/_drafts/coudre-en-public/article.txt`).fsPath));
  });

  test('leaves no folder behind when it is undone, not even one that held only folders', async () => {
    const all = `${magazine}/../_drafts`;
    const copied = `${all}/reparer-ensemble-copy`;
    try {
      await until('the copy', async () => {
        await vscode.commands.executeCommand('kirbyAuthor.duplicate', uriOf(magazine));
        return existsSync(uriOf(copied).fsPath) ? true : undefined;
      });
      await active('magazine/content/magazines/_drafts/reparer-ensemble-copy/magazine.txt');
      assert.ok(existsSync(uriOf(`${copied}/_drafts/coudre-en-public/article.txt`).fsPath));
      await vscode.commands.executeCommand('undo');
      await until('the copy to be gone, with all its folders', () =>
        existsSync(uriOf(all).fsPath) ? undefined : true,
      );
    } finally {
      rmSync(uriOf(all).fsPath, { recursive: true, force: true });
    }
  });

  test('with others that are selected is copied in one step, a file with its metadata once', async () => {
    const file = `${page}/grille-pain.png`;
    const copies = [copy, `${page}/grille-pain-copy.png`, `${page}/grille-pain-copy.png.txt`];
    const areThere = (is: boolean): true | undefined =>
      copies.every((name) => existsSync(uriOf(name).fsPath) === is) ? true : undefined;
    const before = readdirSync(uriOf(page).fsPath).length;
    const selected = [page, file, `${file}.txt`].map(uriOf);
    try {
      await until('the copies', async () => {
        await vscode.commands.executeCommand('kirbyAuthor.duplicate', selected[1], selected);
        return areThere(true);
      });
      assert.equal(readdirSync(uriOf(page).fsPath).length, before + 2);
      await active(`${copy}/article.txt`);
      await vscode.commands.executeCommand('undo');
      await until('all to be gone', () => areThere(false));
    } finally {
      for (const name of copies) rmSync(uriOf(name).fsPath, { recursive: true, force: true });
    }
  });

  test('again gets another name', async () => {
    const original = `${magazine}/3_la-bibliotheque-des-outils`;
    const first = `${magazine}/_drafts/la-bibliotheque-des-outils-copy`;
    const second = `${first}-2`;
    try {
      await vscode.commands.executeCommand('kirbyAuthor.duplicate', uriOf(original));
      await active(`${first}/article.txt`);
      // The server hears of the first one from the disk.
      await until('the second copy', async () => {
        await vscode.commands.executeCommand(
          'kirbyAuthor.duplicate',
          uriOf(`${original}/article.txt`),
        );
        return existsSync(uriOf(`${second}/article.txt`).fsPath) ? true : undefined;
      });
    } finally {
      for (const one of [first, second]) {
        rmSync(uriOf(one).fsPath, { recursive: true, force: true });
      }
    }
  });
});

suite('a file that is duplicated', () => {
  const name = `${page}/grille-pain-copy.png`;

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const one of [name, `${name}.txt`]) rmSync(uriOf(one).fsPath, { force: true });
  });

  test('stands beside the original, with metadata that has a UUID of its own', async () => {
    const before = readdirSync(uriOf(page).fsPath);
    await vscode.commands.executeCommand('kirbyAuthor.duplicate', uriOf(`${page}/grille-pain.png`));
    const document = await active(`${name}.txt`);
    assert.match(document.getText(), /^Uuid: [a-z\d]{16}$/mu);
    assert.ok(!document.getText().includes(fileUuid));
    assert.deepEqual(bytes(name), bytes(`${page}/grille-pain.png`));
    await vscode.commands.executeCommand('undo');
    await until('the copy to be gone', () =>
      existsSync(uriOf(name).fsPath) || existsSync(uriOf(`${name}.txt`).fsPath) ? undefined : true,
    );
    assert.deepEqual(readdirSync(uriOf(page).fsPath), before);
  });
});

suite('a page that is copied by other means', () => {
  const pasted = `${magazine}/4_copie`;

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(uriOf(pasted).fsPath, { recursive: true, force: true });
  });

  test('is told apart from its original by a quick fix, with all that it holds', async () => {
    await vscode.workspace.fs.copy(uriOf(page), uriOf(pasted));
    const { document } = await showContent(`${pasted}/article.txt`);
    const problem = await until('the problem', () =>
      problemsIn(document.uri).find((one) => codeOf(one) === 'duplicate-uuid'),
    );
    const title =
      'Give this page and all that it holds new UUIDs, also where they refer to each other';
    const fix = await until('the fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem.range,
        vscode.CodeActionKind.QuickFix.value,
        // So many are resolved.
        20,
      );
      return actions.find((action) => action.title === title && action.edit !== undefined);
    });
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await until('no problem', () =>
      codesIn(document.uri).includes('duplicate-uuid') ? undefined : true,
    );
    assert.ok(![pageUuid, fileUuid].some((uuid) => document.getText().includes(uuid)));
    const metadata = await vscode.workspace.openTextDocument(
      uriOf(`${pasted}/grille-pain.png.txt`),
    );
    const fresh = /^Uuid: (\w+)$/mu.exec(metadata.getText())?.[1] ?? '';
    assert.equal(document.getText().split(`file://${fresh}`).length, 3);
    for (const changed of [document, metadata]) {
      // The editor may not know yet that there is something to save.
      await until('the copy to be saved', async () => {
        await changed.save();
        const isSaved = readFileSync(changed.uri.fsPath, 'utf8') === changed.getText();
        return isSaved && !changed.isDirty ? true : undefined;
      });
    }
  });
});

async function active(name: string): Promise<vscode.TextDocument> {
  return until(`${path.posix.basename(name)} to be shown`, () => {
    const { document } = vscode.window.activeTextEditor ?? {};
    return document?.uri.toString() === uriOf(name).toString() ? document : undefined;
  });
}

function bytes(name: string): Buffer {
  return readFileSync(uriOf(name).fsPath);
}
