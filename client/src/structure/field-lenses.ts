import * as vscode from 'vscode';
import {
  fieldCounts,
  type FieldCountsResult,
  type StructureParams,
} from '../../../server/src/protocol/index.ts';
import type { Recogniser } from '../language/recogniser.ts';
import { documentSelector, type LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';

/**
 * Above each Layout and Blocks field stands how much it holds, and what can be done there. Authors turn
 * it off with `editor.codeLens`.
 */
export function registerFieldLenses(
  server: LanguageServer,
  recogniser: Recogniser,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    // What is a Layout field, the blueprints say.
    recogniser.onSitesChanged(() => {
      changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(documentSelector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        const question: StructureParams = { uri: document.uri.toString() };
        const answer = await server.ask<FieldCountsResult>(fieldCounts, question, token);
        if (answer?.version !== document.version) return undefined;
        return answer.fields.flatMap(({ index, nameRange, parts }) => {
          const lens = (title: string, command: string): vscode.CodeLens =>
            new vscode.CodeLens(toRange(nameRange), { title, command, arguments: [index] });
          return [
            lens(parts, 'kirbyAuthor.showStructure'),
            lens(vscode.l10n.t('Go to block…'), 'kirbyAuthor.goToBlock'),
            lens(vscode.l10n.t('Edit block text…'), 'kirbyAuthor.editBlockOf'),
          ];
        });
      },
    }),
  );
}
