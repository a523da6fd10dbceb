import * as vscode from 'vscode';
import type { BlockTabs } from './block-text/block-tabs.ts';
import { editBlock, editBlockOf, editLayout } from './block-text/edit-block.ts';
import { contentLanguage } from './language/decision.ts';
import { switchLanguage, useContentLanguage } from './language/offer.ts';
import { schemes } from './language/schemes.ts';
import type { Duplication } from './duplicate/duplication.ts';
import type { LanguageServer } from './language-server.ts';
import { mergeField } from './merge/merge-field.ts';
import type { PreviewManager } from './preview/preview-manager.ts';
import { ignoreProblem } from '../../server/src/protocol/index.ts';
import { ignoreInConfig } from './problems/ignore-problem.ts';
import { checkWholeSite } from './problems/check-site.ts';
import { createMetadata } from './insertion/create-metadata.ts';
import { reportProblem } from './support/report-problem.ts';
import { convertStyle } from './style/convert-style.ts';
import { searchContent } from './search/search-content.ts';
import type { StructureView } from './structure/structure-view.ts';
import { listUntranslated } from './translations/list-untranslated.ts';
import { openTranslation } from './translations/open-translation.ts';
import type { UnusedFilesView, UnusedNode } from './uses/unused-files-view.ts';
import { activeUri, type WhereUsedView } from './uses/where-used-view.ts';

type Command = (resource?: unknown, selected?: unknown) => unknown;

/** What the commands of `package.json` do, by name. */
export function commands(
  server: LanguageServer,
  previews: PreviewManager,
  parts: {
    readonly blocks: BlockTabs;
    readonly structure: StructureView;
    readonly whereUsed: WhereUsedView;
    readonly unused: UnusedFilesView;
    readonly duplication: Duplication;
    readonly log: vscode.LogOutputChannel;
    readonly extension: vscode.Extension<unknown>;
  },
): Readonly<Record<string, Command>> {
  const open = async (resource: unknown, column: vscode.ViewColumn): Promise<void> => {
    const uri = await contentUri(resource);
    if (uri !== undefined) previews.open(uri, column);
  };
  return {
    'kirbyAuthor.openPreview': (resource) => open(resource, vscode.ViewColumn.Active),
    'kirbyAuthor.openPreviewToSide': (resource) => open(resource, vscode.ViewColumn.Beside),
    'kirbyAuthor.showText': () => previews.active?.showText(),
    'kirbyAuthor.lockPreview': () => {
      previews.lock(true);
    },
    'kirbyAuthor.unlockPreview': () => {
      previews.lock(false);
    },
    'kirbyAuthor.editBlock': (node) => editBlock(server, parts.blocks, parts.structure, node),
    'kirbyAuthor.editBlockOf': (field) => editBlockOf(server, parts.blocks, parts.structure, field),
    'kirbyAuthor.editLayout': () => editLayout(server, parts.blocks),
    'kirbyAuthor.convertStyle': (given) => convertStyle(server, given),
    'kirbyAuthor.mergeField': (line) => mergeField(server, line),
    'kirbyAuthor.createMetadata': (resource, selected) =>
      createMetadata(server, chosen(resource, selected)),
    'kirbyAuthor.showWhereUsed': (resource) => showWhereUsed(parts.whereUsed, resource),
    'kirbyAuthor.refreshWhereUsed': () => parts.whereUsed.refresh(),
    'kirbyAuthor.refreshUnusedFiles': () => parts.unused.refresh(),
    'kirbyAuthor.deleteUnusedFiles': (node, selected) =>
      parts.unused.delete(node as UnusedNode, selected as readonly UnusedNode[] | undefined),
    'kirbyAuthor.duplicate': (resource, selected) =>
      parts.duplication.duplicate(chosen(resource, selected)),
    'kirbyAuthor.searchContent': (query) => searchContent(server, query),
    'kirbyAuthor.openTranslation': (code) => openTranslation(server, code),
    'kirbyAuthor.listUntranslated': (field) => listUntranslated(server, field),
    'kirbyAuthor.checkSite': () => checkWholeSite(server),
    [ignoreProblem]: (wish) => ignoreInConfig(server, wish),
    [useContentLanguage]: () => switchLanguage(vscode.window.activeTextEditor?.document),
    'kirbyAuthor.restartServer': () => server.restart(),
    'kirbyAuthor.showLog': () => {
      parts.log.show();
    },
    'kirbyAuthor.reportProblem': () => reportProblem(parts.extension),
    'kirbyAuthor.openWalkthrough': () =>
      vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${parts.extension.id}#kirbyAuthor.start`,
      ),
  };
}

/** What a menu of the Explorer is about: all that is selected there, if what it belongs to is. */
function chosen(resource: unknown, selected: unknown): readonly vscode.Uri[] {
  const all: readonly unknown[] = Array.isArray(selected) ? selected : [resource];
  return all.filter((one) => one instanceof vscode.Uri);
}

/** The content file that a command is about: the one of the menu, or the one being written. */
async function contentUri(resource: unknown): Promise<vscode.Uri | undefined> {
  const uri =
    resource instanceof vscode.Uri ? resource : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return undefined;
  // From the Explorer a file may be meant that is not open: then it is read, and recognised.
  const { languageId } = await vscode.workspace.openTextDocument(uri);
  const isText = languageId === contentLanguage || languageId === 'plaintext';
  // The server does not have old versions and the like.
  return isText && schemes.includes(uri.scheme) ? uri : undefined;
}

/** The resource of the menu; or what stands under the cursor, or is open. */
async function showWhereUsed(view: WhereUsedView, resource: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const uri = resource instanceof vscode.Uri ? resource : (editor?.document.uri ?? activeUri());
  if (uri === undefined) return view.show();
  const isHere = editor?.document.uri.toString() === uri.toString();
  const { line, character } = editor?.selection.active ?? new vscode.Position(0, 0);
  await view.show({ uri: uri.toString(), ...(isHere ? { position: { line, character } } : {}) });
}
