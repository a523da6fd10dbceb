import * as vscode from 'vscode';
import { documentSelector } from '../language-server.ts';

/**
 * Offers to resolve a merge conflict of rows and blocks above its first mark, and among the code actions
 * there. Where such a conflict is, the problem `broken-json` says.
 */
export function registerConflictLenses(): vscode.Disposable {
  const kind = vscode.CodeActionKind.QuickFix;
  const changed = new vscode.EventEmitter<void>();
  const marked = new Set<string>();
  return vscode.Disposable.from(
    changed,
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const open = vscode.workspace.textDocuments.filter(({ uri }) =>
        uris.some((one) => one.toString() === uri.toString()),
      );
      for (const document of open) {
        const name = document.uri.toString();
        const hasConflict = conflictsIn(document).length > 0;
        if (!hasConflict && !marked.has(name)) continue;
        if (hasConflict) marked.add(name);
        else marked.delete(name);
        changed.fire();
      }
    }),
    vscode.languages.registerCodeLensProvider(documentSelector, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) =>
        conflictsIn(document).map(
          ({ range }) => new vscode.CodeLens(range, commandAt(range.start.line)),
        ),
    }),
    vscode.languages.registerCodeActionsProvider(
      documentSelector,
      {
        provideCodeActions: (document, range, { only }) => {
          if (only !== undefined && !only.contains(kind)) return [];
          return conflictsIn(document)
            .filter((problem) => problem.range.intersection(range) !== undefined)
            .map((problem) => {
              const command = commandAt(problem.range.start.line);
              const action = new vscode.CodeAction(command.title, kind);
              action.command = command;
              action.diagnostics = [problem];
              return action;
            });
        },
      },
      { providedCodeActionKinds: [kind] },
    ),
  );
}

function commandAt(line: number): vscode.Command {
  const title = vscode.l10n.t('Resolve block by block');
  return { title, command: 'kirbyAuthor.mergeField', arguments: [line] };
}

/** The problems that stand at the first mark of a conflict. */
export function conflictsIn(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(
      ({ code, range }) =>
        (typeof code === 'object' ? code.value : code) === 'broken-json' &&
        range.start.line < document.lineCount &&
        document.lineAt(range.start.line).text.startsWith('<<<<<<<'),
    );
}
