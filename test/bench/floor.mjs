// The floor: a server that does nothing but parse the layout with JSON.parse on each change and
// publish at once, with the libraries that ours must use as well. Nothing useful can be faster.
import {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: {},
    hoverProvider: true,
    documentSymbolProvider: true,
    definitionProvider: true,
    codeActionProvider: true,
  },
}));
connection.onCompletion(() => []);
connection.onHover(() => null);
connection.onDocumentSymbol(() => []);
connection.onDefinition(() => null);
connection.onCodeAction(() => []);

documents.onDidChangeContent(({ document }) => {
  const text = document.getText();
  const start = text.indexOf('\nLayout: ') + '\nLayout: '.length;
  const end = text.indexOf('\n', start);
  const diagnostics = [];
  try {
    JSON.parse(text.slice(start, end < 0 ? undefined : end));
  } catch (error) {
    const place = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0);
    const position = document.positionAt(start + place);
    diagnostics.push({
      range: { start: position, end: position },
      severity: 1,
      source: 'floor',
      code: 'broken-json',
      message: error.message.slice(0, 80),
    });
  }
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});
documents.listen(connection);
connection.listen();
