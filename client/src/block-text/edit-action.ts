import * as vscode from 'vscode';
import { placeAt } from '../cursor/cursor-place.ts';
import { documentSelector, type LanguageServer } from '../language-server.ts';

/** Offers *Edit Block Text* among the code actions where an author asks for these, without a light bulb. */
export function registerEditBlockAction(server: LanguageServer): vscode.Disposable {
  const kind = vscode.CodeActionKind.Refactor;
  return vscode.languages.registerCodeActionsProvider(
    documentSelector,
    {
      async provideCodeActions(document, range, { only, triggerKind }) {
        if (triggerKind !== vscode.CodeActionTriggerKind.Invoke) return undefined;
        if (only !== undefined && !only.contains(kind)) return undefined;
        const place = await placeAt(server, document, range.start);
        if (place?.hasText !== true) return undefined;
        const action = new vscode.CodeAction(
          vscode.l10n.t('Edit block text in a tab of its own'),
          kind,
        );
        action.command = { title: action.title, command: 'kirbyAuthor.editBlock' };
        return [action];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}
