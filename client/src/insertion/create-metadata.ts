import * as vscode from 'vscode';
import {
  metadata,
  type MetadataParams,
  type MetadataResult,
} from '../../../server/src/protocol/index.ts';
import { contentLanguage } from '../language/decision.ts';
import { documentSelector, type LanguageServer } from '../language-server.ts';

/**
 * Makes the metadata of files, as Kirby would for uploads, and opens that of the first. What is there
 * already is only opened.
 *
 * @param resources the files of the menu; none: the file that is shown, or that the text under the cursor
 *   mentions
 */
export async function createMetadata(
  server: LanguageServer,
  resources: readonly vscode.Uri[],
): Promise<void> {
  const here = shown();
  const questions: readonly MetadataParams[] =
    resources.length > 0 ? resources.map((uri) => ({ uri: uri.toString() })) : here ? [here] : [];
  const answers = await Promise.all(
    questions.map((question) => server.ask<MetadataResult>(metadata, question)),
  );
  const [first, ...others] = answers.filter((answer) => answer !== undefined);
  if (first === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Metadata belongs to a file in the content of a Kirby site: choose one, or put the cursor on its mention.',
      ),
    );
    return;
  }
  const edit = editFor([first, ...others]);
  if (edit !== undefined && !(await vscode.workspace.applyEdit(edit))) return;
  await vscode.window.showTextDocument(vscode.Uri.parse(first.uri));
}

/** Offers the same where a text mentions a file that has no metadata. */
export function registerMetadataAction(server: LanguageServer): vscode.Disposable {
  const kind = vscode.CodeActionKind.Refactor;
  return vscode.languages.registerCodeActionsProvider(
    documentSelector,
    {
      async provideCodeActions(document, range, { only }, token) {
        if (only !== undefined && !only.contains(kind)) return undefined;
        const { start } = range;
        const question: MetadataParams = { uri: document.uri.toString(), position: start };
        const found = await server.ask<MetadataResult>(metadata, question);
        const edit = found && editFor([found]);
        if (found === undefined || edit === undefined || token.isCancellationRequested) {
          return undefined;
        }
        const action = new vscode.CodeAction(
          vscode.l10n.t('Create metadata for "{0}"', found.name),
          kind,
        );
        action.edit = edit;
        action.command = {
          title: vscode.l10n.t('Open'),
          command: 'vscode.open',
          arguments: [vscode.Uri.parse(found.uri)],
        };
        return [action];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

/** `undefined` where there is nothing to make. */
function editFor(results: readonly MetadataResult[]): vscode.WorkspaceEdit | undefined {
  const edit = new vscode.WorkspaceEdit();
  let isEmpty = true;
  for (const { uri, text } of results) {
    if (text === undefined) continue;
    isEmpty = false;
    edit.createFile(vscode.Uri.parse(uri), { contents: new TextEncoder().encode(text) });
  }
  return isEmpty ? undefined : edit;
}

/** A picture is no text, and has a tab all the same. */
function shown(): MetadataParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === contentLanguage) {
    return { uri: editor.document.uri.toString(), position: editor.selection.active };
  }
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const hasUri = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
  return hasUri ? { uri: input.uri.toString() } : undefined;
}
