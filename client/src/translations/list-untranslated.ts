import * as vscode from 'vscode';
import {
  insertMissing,
  type InsertMissingParams,
  type InsertMissingResult,
  type MissingField,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { applyFix } from '../preview/text-side.ts';
import { openAt, rangeOf } from './open-translation.ts';
import { translationsOf } from './translation-state.ts';

/**
 * Lists the fields that a translation does not have. The one that is chosen is put in with the text
 * of the default language, selected, for a start; a button opens the default language beside it.
 *
 * @param name Kirby's name of a field; anything else: the author is asked
 */
export async function listUntranslated(server: LanguageServer, name: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const found = await translationsOf(server, editor.document);
  const original = found?.files.find(({ isDefault }) => isDefault);
  const { missing } = found ?? {};
  if (missing === undefined || original === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This file is not a translation.'));
    return;
  }
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This translation has every field that {0} has a text for.', original.name),
    );
    return;
  }
  const source = vscode.Uri.parse(original.uri);
  const field =
    typeof name === 'string'
      ? missing.find((one) => one.name === name)
      : await chosenFrom(missing, original.name, (one) =>
          openAt(server, source, one.name, { viewColumn: vscode.ViewColumn.Beside }),
        );
  if (field !== undefined) await insert(server, editor, field.name, source);
}

async function insert(
  server: LanguageServer,
  editor: vscode.TextEditor,
  field: string,
  source: vscode.Uri,
): Promise<void> {
  const { document } = editor;
  const question: InsertMissingParams = {
    uri: document.uri.toString(),
    field,
    source: (await vscode.workspace.openTextDocument(source)).getText(),
  };
  const answer = await server.ask<InsertMissingResult>(insertMissing, question);
  if (answer === undefined || !(await applyFix(document, answer))) return;
  const range = await rangeOf(server, document, field);
  if (range === undefined) return;
  const { viewColumn } = editor;
  const shown = await vscode.window.showTextDocument(
    document,
    viewColumn === undefined ? {} : { viewColumn },
  );
  shown.selection = new vscode.Selection(range.start, range.end);
  shown.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

interface FieldItem extends vscode.QuickPickItem {
  readonly field: MissingField;
}

/** The field to put in; `undefined` when the author wants none, or only looks at one. */
function chosenFrom(
  missing: readonly MissingField[],
  language: string,
  look: (field: MissingField) => Promise<void>,
): Promise<MissingField | undefined> {
  const pick = vscode.window.createQuickPick<FieldItem>();
  const tooltip = vscode.l10n.t('Open {0} to the Side', language);
  pick.title = vscode.l10n.t('What This Translation Lacks ({0})', missing.length);
  pick.placeholder = vscode.l10n.t(
    'The field to insert, with the text of {0} for a start',
    language,
  );
  pick.matchOnDescription = true;
  pick.items = missing.map((field) => ({
    label: field.label,
    ...(field.label === field.key ? {} : { description: field.key }),
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip }],
    field,
  }));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.field);
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      void look(item.field);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
