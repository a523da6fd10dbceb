import * as vscode from 'vscode';
import {
  convertStyle as convertStyleRequest,
  type ConvertStyleParams,
  type ConvertStyleResult,
} from '../../../server/src/protocol/index.ts';
import { contentLanguage } from '../language/decision.ts';
import type { LanguageServer } from '../language-server.ts';
import { openDocument } from '../block-text/block-tab.ts';
import { toRange } from '../preview/text-side.ts';

type Spelling = ConvertStyleParams['spelling'];
type Scope = ConvertStyleParams['scope'];

const spellings: readonly (vscode.QuickPickItem & { readonly spelling: Spelling })[] = [
  {
    label: vscode.l10n.t('Readable'),
    description: vscode.l10n.t('é and /, as Kirby writes them'),
    spelling: 'readable',
  },
  {
    label: vscode.l10n.t('Escaped'),
    description: vscode.l10n.t('\\u00e9 and \\/, as Kirby wrote to 3.9.2'),
    spelling: 'escaped',
  },
  {
    label: vscode.l10n.t('Pretty'),
    description: vscode.l10n.t('With line breaks and indentation'),
    spelling: 'pretty',
  },
  {
    label: vscode.l10n.t('Minified'),
    description: vscode.l10n.t('On one line'),
    spelling: 'minified',
  },
];

const scopes: readonly (vscode.QuickPickItem & { readonly scope: Scope })[] = [
  { label: vscode.l10n.t('The field at the cursor'), scope: 'field' },
  { label: vscode.l10n.t('All fields of this file'), scope: 'file' },
  {
    label: vscode.l10n.t('All files of the site'),
    description: vscode.l10n.t('After a preview'),
    scope: 'site',
  },
];

/**
 * Spells the JSON of a field, a file or the whole site another way, as the author chooses. A site is
 * changed only after a preview.
 *
 * @param given `{ spelling, scope }` of a keybinding, which spares the questions
 */
export async function convertStyle(server: LanguageServer, given: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== contentLanguage) return;
  const choice = chosen(given);
  const spelling =
    choice.spelling ?? (await pick(spellings, vscode.l10n.t('Write JSON')))?.spelling;
  const scope = choice.scope ?? (spelling && (await pick(scopes, vscode.l10n.t('Where')))?.scope);
  if (spelling === undefined || scope === undefined) return;
  const { line, character } = editor.selection.active;
  const uri = editor.document.uri.toString();
  const question = { uri, spelling, scope, position: { line, character } };
  const answer = await ask(server, question);
  if (answer === undefined) return;
  if (answer.files.length === 0) {
    const reason =
      answer.refused > 0
        ? vscode.l10n.t('What is left cannot be read.')
        : vscode.l10n.t('There is nothing to write another way.');
    void vscode.window.showInformationMessage(reason);
    return;
  }
  await apply(answer, scope === 'site');
}

/** What a keybinding gives, as far as it is known. */
function chosen(given: unknown): { readonly spelling?: Spelling; readonly scope?: Scope } {
  if (typeof given !== 'object' || given === null) return {};
  const spelling = 'spelling' in given ? given.spelling : undefined;
  const scope = 'scope' in given ? given.scope : undefined;
  const known = spellings.find((one) => one.spelling === spelling);
  const place = scopes.find((one) => one.scope === scope);
  return { ...(known && { spelling: known.spelling }), ...(place && { scope: place.scope }) };
}

function pick<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  placeHolder: string,
): Thenable<Item | undefined> {
  return vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
}

function ask(
  server: LanguageServer,
  question: ConvertStyleParams,
): Thenable<ConvertStyleResult | undefined> {
  const title = vscode.l10n.t('Reading the site');
  const location = vscode.ProgressLocation.Notification;
  return question.scope === 'site'
    ? vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) =>
        server.ask<ConvertStyleResult>(convertStyleRequest, question, token),
      )
    : server.ask<ConvertStyleResult>(convertStyleRequest, question);
}

async function apply({ files }: ConvertStyleResult, needsConfirmation: boolean): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const label = vscode.l10n.t('Write JSON another way; its values stay the same');
  for (const { uri, version, edits } of files) {
    const target = vscode.Uri.parse(uri, true);
    const open = openDocument(target);
    // A site takes a while to be read.
    const isSame = version === undefined ? open?.isDirty !== true : open?.version === version;
    if (!isSame) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The text has changed meanwhile.'));
      return;
    }
    for (const { range, newText } of edits) {
      edit.replace(target, toRange(range), newText, { needsConfirmation, label });
    }
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: needsConfirmation });
}
