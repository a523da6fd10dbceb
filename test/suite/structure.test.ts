import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allBlocks, mainArticle, onDisk, prettyArticle, revert, showContent } from './editor.ts';

suite('changing rows and blocks', () => {
  for (const name of [mainArticle, prettyArticle, allBlocks]) {
    test(`every operation on ${name} can be undone to the byte`, async () => {
      const editor = await showContent(name);
      const before = editor.document.getText();
      assert.equal(before, onDisk(name));
      try {
        for (const [command, choice] of [
          ['blockDuplicate'],
          ['blockMoveDown'],
          ['blockMoveUp'],
          ['blockHide'],
          ['blockShow'],
          ['blockAddAfter', 'heading'],
          ['blockAddBefore', 'text'],
          ['blockConvert', 'quote'],
          ['blockWrap'],
          ['blockChangeColumns', '1/3, 1/3, 1/3'],
          ['blockDelete'],
        ] as const) {
          const { version } = editor.document;
          const old = editor.document.getText();
          goToText(editor);
          await run(command, choice);
          if (command === 'blockShow') continue;
          if (editor.document.version === version) {
            // A block that is alone stays where it is.
            assert.ok(command.startsWith('blockMove') && name !== mainArticle, command);
            continue;
          }
          assert.equal(fieldsOf(editor).length, fieldsIn(old).length, command);
          await vscode.commands.executeCommand('undo');
          assert.equal(editor.document.getText(), old, `${command} is undone by one step`);
        }
        assert.equal(editor.document.getText(), before);
      } finally {
        await revert(editor);
      }
    });
  }

  test('a block is hidden, shown and moved in its own style, and the cursor follows it', async () => {
    const editor = await showContent(mainArticle);
    const before = editor.document.getText();
    try {
      goToText(editor);
      await run('blockHide');
      const hidden = editor.document.getText();
      assert.equal(hidden, before.slice(0, at(editor)) + hidden.slice(at(editor)));
      assert.equal(hidden.length, before.length - 'false'.length + 'true'.length);
      await run('blockShow');
      assert.equal(editor.document.getText(), before);
      const id = idAt(editor);
      await run('blockMoveDown');
      assert.notEqual(editor.document.getText(), before);
      assert.equal(idAt(editor), id);
      await run('blockMoveUp');
      assert.equal(editor.document.getText(), before);
      assert.equal(idAt(editor), id);
    } finally {
      await revert(editor);
    }
  });

  test('what is copied is JSON as the Panel has it, and comes back with a new id', async () => {
    const editor = await showContent(mainArticle);
    const before = editor.document.getText();
    try {
      goToText(editor);
      await run('blockCopy');
      const copied = JSON.parse(await vscode.env.clipboard.readText()) as Panel[];
      const [block] = copied;
      assert.equal(copied.length, 1);
      assert.equal(block?.type, 'text');
      await run('blockPaste');
      const added = editor.document.getText().length - before.length;
      assert.ok(added > 0);
      assert.equal(editor.document.getText().split(block.id).length, 2);
      const foreign = { ...block, type: 'no-such-type' };
      const { version } = editor.document;
      await vscode.env.clipboard.writeText(JSON.stringify([foreign]));
      await run('blockPaste');
      assert.equal(editor.document.version, version);
      await vscode.env.clipboard.writeText('One\n\nTwo & three');
      await run('blockPaste');
      assert.match(editor.document.getText(), /<p>Two &amp; three<\\?\/p>/u);
    } finally {
      await revert(editor);
    }
  });

  test('what the Panel has copied is pasted as the Panel would save it', async () => {
    const editor = await showContent(mainArticle);
    try {
      goToText(editor);
      const image = {
        content: {
          location: 'kirby',
          image: [
            { id: 'a/b.jpg', uuid: 'file://ZyYHXdTgC8KzbKMu', text: 'b.jpg', image: { src: '/m' } },
          ],
          crop: true,
          caption: '<em>Légende</em>',
        },
        id: 'c0ffee00-0000-4000-8000-000000000000',
        isHidden: false,
        type: 'image',
      };
      await vscode.env.clipboard.writeText(JSON.stringify([image], undefined, 2));
      await run('blockPaste');
      const pasted = JSON.parse(editor.document.getText(editor.selection)) as {
        readonly id: string;
        readonly content: object;
      };
      assert.notEqual(pasted.id, image.id);
      assert.deepEqual(pasted.content, {
        ...image.content,
        image: ['file://ZyYHXdTgC8KzbKMu'],
        crop: 'true',
      });
    } finally {
      await revert(editor);
    }
  });
});

interface Panel {
  readonly id: string;
  readonly type: string;
}

async function run(name: string, choice?: string): Promise<void> {
  await vscode.commands.executeCommand(`kirbyAuthor.${name}`, choice);
}

/** Puts the cursor into a text block that is shown, with others before and behind it. */
function goToText(editor: vscode.TextEditor): void {
  const { document } = editor;
  const all = [...document.getText().matchAll(/"isHidden":\s*false,\s*"type":\s*"text"/gu)];
  const found = all[Math.floor(all.length / 2)];
  assert.ok(found);
  const position = document.positionAt(found.index);
  editor.selection = new vscode.Selection(position, position);
}

function at({ document, selection }: vscode.TextEditor): number {
  return document.offsetAt(selection.active);
}

/** The id of the block at the start of which the cursor is. */
function idAt(editor: vscode.TextEditor): string | undefined {
  const text = editor.document.getText().slice(at(editor));
  return /"id":\s*"([^"]*)","isHidden/u.exec(text)?.[1];
}

function fieldsOf({ document }: vscode.TextEditor): readonly string[] {
  return fieldsIn(document.getText());
}

function fieldsIn(text: string): readonly string[] {
  return text.split(/\n----\s*/u);
}
