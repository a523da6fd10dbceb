import {
  BulkRegistration,
  CodeActionKind,
  CodeActionRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ReferencesRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';

/**
 * What is asked of the editor for blueprints: their texts, definitions, references and quick fixes, and
 * nothing else. All that the server announces at its start is for content only.
 *
 * @param folders the folders of the workspace, by URI
 * @param withFixes whether the editor can be asked for quick fixes
 */
export function blueprints(folders: readonly string[], withFixes: boolean): BulkRegistration {
  const schemes = new Set(['file', ...folders.map((folder) => URI.parse(folder).scheme)]);
  const documentSelector = [...schemes].map((scheme) => ({
    scheme,
    language: 'yaml',
    pattern: '**/blueprints/**/*.{yml,yaml}',
  }));
  const registration = BulkRegistration.create();
  registration.add(DidOpenTextDocumentNotification.type, { documentSelector });
  registration.add(DidChangeTextDocumentNotification.type, {
    documentSelector,
    syncKind: TextDocumentSyncKind.Incremental,
  });
  registration.add(DidCloseTextDocumentNotification.type, { documentSelector });
  registration.add(DefinitionRequest.type, { documentSelector });
  registration.add(ReferencesRequest.type, { documentSelector });
  if (withFixes) {
    const codeActionKinds = [CodeActionKind.QuickFix];
    registration.add(CodeActionRequest.type, { documentSelector, codeActionKinds });
  }
  return registration;
}
