import * as vscode from 'vscode';
import {
  structure,
  structureEdit,
  type StructureEditParams,
  type StructureEditResult,
  type StructureParams,
  type StructurePlace,
  type StructureResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { applyFix, toRange } from '../preview/text-side.ts';
import { isSamePath, nodesOf, nodeWith, placeOf, rangeOf } from '../structure/structure-node.ts';
import { openDocument } from './block-tab.ts';
import type { BlockTabs } from './block-tabs.ts';
import { editBlockAt } from './edit-block.ts';
import { inSource, settledTab } from './tab-places.ts';

/**
 * Makes two blocks of the one whose text a tab shows, at the cursor. The tab keeps the first one, and the
 * second one opens in a tab of its own.
 */
export async function splitInTab(
  server: LanguageServer,
  tabs: BlockTabs,
  { document, selection }: vscode.TextEditor,
): Promise<void> {
  const settled = await settledTab(tabs.get(document.uri));
  const position = settled && (await inSource(server, settled, selection.active));
  const source = settled && openDocument(settled.tab.source);
  if (position === undefined || source === undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The file does not say what this tab says, so nothing can be split.'),
    );
    return;
  }
  const { line, character } = position;
  const uri = source.uri.toString();
  const question: StructureEditParams = {
    uri,
    version: source.version,
    operation: { kind: 'split', position: { line, character } },
  };
  const answer = await server.ask<StructureEditResult>(structureEdit, question);
  if (answer?.refusal !== undefined) void vscode.window.showWarningMessage(answer.refusal);
  if (answer === undefined || answer.edits.length === 0) return;
  if (!(await applyFix(source, answer))) return;
  await settled?.tab.settle();
  const [place] = answer.selected;
  const at = place && (await startOf(server, uri, place));
  if (at !== undefined) await editBlockAt(server, tabs, source.uri, at);
}

async function startOf(
  server: LanguageServer,
  uri: string,
  place: StructurePlace,
): Promise<vscode.Position | undefined> {
  const question: StructureParams = { uri };
  const answer = await server.ask<StructureResult>(structure, question);
  const node =
    answer &&
    nodeWith(nodesOf(answer), (one) => {
      const { field, path } = placeOf(one);
      return field === place.field && one.kind === 'block' && isSamePath(path, place.path);
    });
  return node && toRange(rangeOf(node)).start;
}
