import * as vscode from 'vscode';
import {
  structureCopy,
  type StructureCopyParams,
  type StructureCopyResult,
  type StructureGap,
} from '../../../server/src/protocol/index.ts';
import type { BlockTabs } from '../block-text/block-tabs.ts';
import { blockScheme } from '../block-text/block-uri.ts';
import { splitInTab } from '../block-text/split-in-tab.ts';
import type { LanguageServer } from '../language-server.ts';
import { editorOf } from '../preview/text-side.ts';
import { addAt, pick, pickPattern } from './add.ts';
import { goToBlock } from './go-to-block.ts';
import type { Performer } from './operation.ts';
import { changeRowSetting } from './row-settings.ts';
import { movable } from './structure-drag.ts';
import { placeOf, type StructureNode } from './structure-node.ts';
import { enclosing, gapBeside, gapForPaste, gapInside } from './structure-place.ts';
import { inText, type StructureView } from './structure-view.ts';

/** What the same keys do elsewhere. */
const moveLines = {
  [-1]: 'editor.action.moveLinesUpAction',
  [1]: 'editor.action.moveLinesDownAction',
} as const;

type Command = (node?: unknown, selected?: unknown) => unknown;

/**
 * The commands on rows and blocks, by name. Where one asks for a type or a pattern of columns, a
 * keybinding may give it as a text: `heading`, `1/2, 1/2`.
 */
export function structureCommands(
  server: LanguageServer,
  view: StructureView,
  tabs: BlockTabs,
): Readonly<Record<string, Command>> {
  const on =
    (
      act: (
        nodes: readonly StructureNode[],
        now: Performer,
        given: string | undefined,
      ) => Promise<void>,
    ): Command =>
    (node, selected) =>
      view.inTurn(async () => {
        const nodes = await view.chosen(node, selected);
        const given = typeof node === 'string' ? node : undefined;
        if (nodes.length > 0) await act(nodes, view.now(), given);
      });
  const simple = (kind: 'duplicate' | 'delete' | 'hide' | 'show' | 'wrap'): Command =>
    on(async (nodes, now) => now.perform({ kind, items: nodes.map(placeOf) }));
  const stepBy =
    (by: -1 | 1): Command =>
    (node, selected) =>
      view.inTurn(async () => {
        const items = movable(await view.chosen(node, selected)).map(placeOf);
        const isInText = node === inText;
        if (items.length > 0) await view.now().perform({ kind: 'step', items, by }, isInText);
        // The key was quicker than the news that the cursor has left the block.
        else if (isInText) await vscode.commands.executeCommand(moveLines[by]);
      });
  const add = (gapOf: (node: StructureNode) => StructureGap | undefined): Command =>
    on(async ([node], now, given) => {
      const at = node && gapOf(node);
      if (node !== undefined && at !== undefined) await addAt(now, node, at, given);
    });
  const copy = async (nodes: readonly StructureNode[]): Promise<boolean> => {
    const { document, version } = view;
    if (document === undefined || version === undefined) return false;
    const items = movable(nodes).map(placeOf);
    const question: StructureCopyParams = { uri: document.uri.toString(), version, items };
    const answer = await server.ask<StructureCopyResult>(structureCopy, question);
    if (answer !== undefined) await vscode.env.clipboard.writeText(answer.text);
    return answer !== undefined;
  };
  return {
    'kirbyAuthor.goToBlock': (field) => goToBlock(view, field),
    'kirbyAuthor.showStructure': (field) => view.show(field),
    'kirbyAuthor.blockAddBefore': add((node) => gapBeside(node, 0)),
    'kirbyAuthor.blockAddAfter': add((node) => gapBeside(node, 1)),
    'kirbyAuthor.blockAddInside': add(gapInside),
    'kirbyAuthor.blockMoveUp': stepBy(-1),
    'kirbyAuthor.blockMoveDown': stepBy(1),
    'kirbyAuthor.blockDuplicate': simple('duplicate'),
    'kirbyAuthor.blockHide': simple('hide'),
    'kirbyAuthor.blockShow': simple('show'),
    'kirbyAuthor.blockDelete': simple('delete'),
    'kirbyAuthor.blockWrap': simple('wrap'),
    'kirbyAuthor.blockConvert': on(async ([node], now, given) => {
      const types = node?.part?.convertible ?? [];
      const type = given ?? (await pick(node, types, vscode.l10n.t('Convert to')));
      if (node !== undefined && type !== undefined)
        await now.perform({ kind: 'convert', item: placeOf(node), type });
    }),
    'kirbyAuthor.blockChangeColumns': on(async ([node], now, given) => {
      const row = node && enclosing(node, 'row');
      const widths = row && (given?.split(/,\s*/u) ?? (await pickPattern(row)));
      if (row !== undefined && widths !== undefined)
        await now.perform({ kind: 'columns', item: placeOf(row), widths });
    }),
    'kirbyAuthor.blockSplit': () =>
      view.inTurn(() => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.uri.scheme === blockScheme
          ? splitInTab(server, tabs, editor)
          : splitAtCursor(view);
      }),
    'kirbyAuthor.blockMerge': on(async ([node], now) => {
      if (node !== undefined) await now.perform({ kind: 'merge', item: placeOf(node) });
    }),
    'kirbyAuthor.rowSettings': on(async ([node], _now, given) => {
      if (node !== undefined) await changeRowSetting(server, view, node, given);
    }),
    'kirbyAuthor.blockCopy': on(async (nodes) => {
      await copy(nodes);
    }),
    'kirbyAuthor.blockCut': on(async (nodes, now) => {
      const items = movable(nodes).map(placeOf);
      if (await copy(nodes)) await now.perform({ kind: 'delete', items });
    }),
    'kirbyAuthor.blockPaste': async (node, selected) => {
      const paste = async (text: string): Promise<void> => {
        const last = (await view.chosen(node, selected)).at(-1);
        const at = last && gapForPaste(last, holdsRows(text));
        if (at !== undefined) await view.now().perform({ kind: 'paste', at, text });
      };
      let late: Thenable<string> | undefined;
      await view.inTurn(async () => {
        const clipboard = vscode.env.clipboard.readText();
        const text = await soon(clipboard);
        if (text === undefined) late = clipboard;
        else await paste(text);
      });
      const text = await late;
      if (text !== undefined) await view.inTurn(() => paste(text));
    },
  };
}

/** Makes two blocks of the one that the cursor is in. */
async function splitAtCursor(view: StructureView): Promise<void> {
  await view.chosen(inText, undefined);
  const position = view.document && editorOf(view.document.uri)?.selection.active;
  if (position === undefined) return;
  const { line, character } = position;
  await view.now().perform({ kind: 'split', position: { line, character } });
}

/**
 * What is on the clipboard, if it comes at once. A browser asks its user first, and VS Code waits in a
 * message until that is closed; what else is done with blocks does not wait for it.
 */
function soon(clipboard: Thenable<string>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, 1000);
  });
  return Promise.race([clipboard, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** Whether a text is rows as the Panel copies them: then it goes behind the row, not into it. */
function holdsRows(text: string): boolean {
  return /^\s*\[?\s*\{\s*"(?:attrs|columns)"/u.test(text);
}
